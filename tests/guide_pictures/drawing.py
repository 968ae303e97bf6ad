"""What is drawn over and around a printed part: marks, Excel's bars and tabs, folders."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from tests.guide_pictures.printing import Box
from tests.guide_pictures.scenes import Bar, Folder

_RED, _WHITE, _BLACK, _GREY = "#8B0000", "#FFFFFF", "#000000", "#BFBFBF"
_BAR_FILL, _BUTTON_FILL, _TAB_FILL, _CHOSEN_FILL = "#FFF2AB", "#FDFDFD", "#E6E6E6", "#D9E2F3"
_RADIUS, _LINE, _OUTSIDE = 17, 4, 8
MARGIN = _RADIUS + 2 + _OUTSIDE  # pixels that a number may need left of its frame, and above
_COLOURS = 48  # a palette is a third of the bytes, and nothing looks different
_BAR_HEIGHT, _TAB_HEIGHT, _FILE_HEIGHT, _FOLDER_WIDTH = 54, 44, 50, 700


def font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Return the letters of Office's own windows."""
    return ImageFont.truetype(f"LiberationSans-{'Bold' if bold else 'Regular'}.ttf", size)


def framed(image: Image.Image, marks: Sequence[tuple[int, Box]]) -> Image.Image:
    """Frame the places of marks, with their numbers at the frames' left upper corners.

    The numbers stand a little outside, so that they cover no letter in the frames; where
    the picture has no room for them it is given some.
    """
    if not marks:
        return image
    left = max(0, MARGIN - round(min(box.left for _, box in marks)))
    top = max(0, MARGIN - round(min(box.top for _, box in marks)))
    drawn = Image.new("RGB", (image.width + left, image.height + top), _WHITE)
    drawn.paste(image, (left, top))
    pen = ImageDraw.Draw(drawn)
    moved = [(number, _moved(box, left, top)) for number, box in marks]
    for _, box in moved:
        right = min(box.right, drawn.width - 1 - _LINE // 2)
        bottom = min(box.bottom, drawn.height - 1 - _LINE // 2)
        pen.rectangle((box.left, box.top, right, bottom), outline=_RED, width=_LINE)
    for number, box in moved:
        centre = (box.left - _OUTSIDE, box.top - _OUTSIDE)
        pen.circle(centre, _RADIUS + 2, fill=_WHITE)
        pen.circle(centre, _RADIUS, fill=_RED)
        pen.text(centre, str(number), font=font(24, bold=True), fill=_WHITE, anchor="mm")
    return drawn


def _moved(box: Box, right: float, down: float) -> Box:
    return Box(box.left + right, box.top + down, box.right + right, box.bottom + down)


def bordered(image: Image.Image) -> Image.Image:
    """Draw a thin line around a picture, so that it stands out from the page."""
    made = Image.new("RGB", (image.width + 2, image.height + 2), _GREY)
    made.paste(image, (1, 1))
    return made


def with_bars(image: Image.Image, bars: Sequence[Bar]) -> Image.Image:
    """Put Excel's bars above a part of a sheet, a little apart from it."""
    made = Image.new("RGB", (image.width, image.height + len(bars) * _BAR_HEIGHT + 14), _WHITE)
    made.paste(image, (0, len(bars) * _BAR_HEIGHT + 14))
    pen, marks = ImageDraw.Draw(made), []
    for place, bar in enumerate(bars):
        top = place * _BAR_HEIGHT
        pen.rectangle((0, top, made.width, top + _BAR_HEIGHT - 4), fill=_BAR_FILL, outline=_GREY)
        pen.text((26, top + 25), bar.words, font=font(19, bold=True), fill=_BLACK, anchor="lm")
        width = round(font(19).getlength(bar.button)) + 32
        box = Box(made.width - width - 60, top + 6, made.width - 60, top + _BAR_HEIGHT - 10)
        pen.rectangle((box.left, box.top, box.right, box.bottom), fill=_BUTTON_FILL, outline=_BLACK)
        pen.text((box.left + 16, top + 25), bar.button, font=font(19), fill=_BLACK, anchor="lm")
        marks.append((bar.mark, box))
    return framed(made, marks)


def with_tabs(image: Image.Image, names: Sequence[str], chosen: str, mark: int) -> Image.Image:
    """Put the row of tabs below a part of a sheet; those that have no room are left out."""
    gap = 26
    made = Image.new("RGB", (image.width, image.height + gap + _TAB_HEIGHT), _WHITE)
    made.paste(image, (0, 0))
    pen, left, top, marked = ImageDraw.Draw(made), 8, image.height + gap, []
    for name in names:
        letters = font(19, bold=name == chosen)
        right = left + round(letters.getlength(name)) + 28
        if right > made.width - 50:
            pen.text((left + 8, top + 20), "…", font=letters, fill=_BLACK, anchor="lm")
            break
        fill = _WHITE if name == chosen else _TAB_FILL
        pen.rectangle((left, top, right, top + _TAB_HEIGHT - 4), fill=fill, outline=_GREY)
        pen.text((left + 14, top + 20), name, font=letters, fill=_BLACK, anchor="lm")
        if name == chosen:
            marked.append((mark, Box(left, top, right, top + _TAB_HEIGHT - 4)))
        left = right
    return framed(made, marked)


def folder(scene: Folder) -> Image.Image:
    """Draw a folder's window with its files, one a line."""
    top = 54
    made = Image.new("RGB", (_FOLDER_WIDTH, top + len(scene.files) * _FILE_HEIGHT + 12), _WHITE)
    pen, marks, boxes = ImageDraw.Draw(made), dict(scene.marks), {}
    pen.rectangle((0, 0, made.width, top - 10), fill=_TAB_FILL)
    pen.text((24, 22), "Tên (Name)", font=font(19), fill=_BLACK, anchor="lm")
    for place, name in enumerate(scene.files):
        y = top + place * _FILE_HEIGHT
        if name in [one for _, one in scene.marks]:
            pen.rectangle((8, y, made.width - 9, y + _FILE_HEIGHT - 6), fill=_CHOSEN_FILL)
        _sheet_of_paper(pen, 44, y + 7)
        pen.text((90, y + 22), name, font=font(23), fill=_BLACK, anchor="lm")
        boxes[name] = Box(30, y, 110 + font(23).getlength(name), y + _FILE_HEIGHT - 6)
    return framed(made, [(number, boxes[name]) for number, name in marks.items()])


def _sheet_of_paper(pen: ImageDraw.ImageDraw, x: int, y: int) -> None:
    pen.polygon([(x, y), (x + 16, y), (x + 24, y + 8), (x + 24, y + 30), (x, y + 30)],
                fill=_WHITE, outline=_BLACK)  # fmt: skip
    for line in (13, 18, 23):
        pen.line((x + 5, y + line, x + 19, y + line), fill=_GREY, width=2)


def png(image: Image.Image) -> bytes:
    """Return a picture as a small PNG file: a palette, and nothing but pixels."""
    made = BytesIO()
    flat = image.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    flat.save(made, "png", optimize=True)
    return made.getvalue()
