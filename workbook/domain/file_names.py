"""File names of what is written: ASCII, and marked as the document itself is."""

from __future__ import annotations


def file_name(*words: str, draft: bool = False, sample: bool = False, ending: str = ".docx") -> str:
    """Return a file name: `Du_thao_Bao_cao_nam_2026_so_lieu_mau.docx`.

    Args:
        words: what it is called, ASCII.
        draft: it is no final document.
        sample: its figures are made up.
        ending: its extension, with the dot.
    """
    parts = (*["Du_thao"] * draft, *words, *["so_lieu_mau"] * sample)
    return "_".join(parts) + ending
