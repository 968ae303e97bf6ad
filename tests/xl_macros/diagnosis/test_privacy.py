"""What is sent for help tells neither who sends it nor from which machine."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_macros.diagnosis.privacy import mask

NAMES = ("Nguyễn Văn A", "PC-UBND-07", "an")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (r"Ghi được vào C:\Users\vanan\Documents.", r"Ghi được vào C:\Users\<tên>\Documents."),
        (r"Ở c:\users\Lê Thị B\So chi tieu.", r"Ở c:\users\<tên>\So chi tieu."),
        (r"Ở C:\Users\vanan, còn D:\SoChiTieu.", r"Ở C:\Users\<tên>, còn D:\SoChiTieu."),
        (r"D:\Nguyễn Văn A\So.xlsm", r"D:\<tên>\So.xlsm"),
        (r"D:\OneDrive - nguyễn văn a\x", r"D:\OneDrive - <tên>\x"),
        ("/home/an/so.xlsx", "/home/<tên>/so.xlsx"),
        (r"C:\Documents and Settings\vanan\x", r"C:\Documents and Settings\<tên>\x"),
        (r"\\PC-UBND-07\chung\x", r"\\<máy chủ>\chung\x"),
        (r"Ghi vào \\10.0.0.7\chung.", r"Ghi vào \\<máy chủ>\chung."),
        (r"D:\pc-ubnd-07 sao lưu\x", r"D:\<tên> sao lưu\x"),
        ("https://ubnd-my.sharepoint.com/personal/van_an/Tài liệu/So.xlsm",
         "https://ubnd-my.sharepoint.com/…"),
        (r"D:\ban tin\an toàn", r"D:\ban tin\an toàn"),
    ],
)  # fmt: skip
def test_names_are_covered_and_the_rest_stays(text: str, told: str) -> None:
    assert mask(text, NAMES) == told


WINDOWS_NAME = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp"), blacklist_characters='\\/:*?"<>|'),
    min_size=3,
).filter(lambda name: name == name.strip(" .") and any(map(str.isalnum, name)))


@given(WINDOWS_NAME, st.sampled_from(["C:\\Users\\{}\\Documents", "D:\\{}\\So", "\\\\{}\\chung"]))
def test_no_name_of_three_letters_or_more_is_left_in_a_path(name: str, path: str) -> None:
    told = mask(f"Ghi được vào {path.format(name)}.", [name])
    assert f"\\{name}\\" not in told
