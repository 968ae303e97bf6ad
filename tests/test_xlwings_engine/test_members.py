"""Every member that the buttons may use."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
import xlwings as xw
from openpyxl.workbook.protection import WorkbookProtection

from tests.xlwings_engine import ComError, excel, journal_of, save_copy


def test_the_engine_looks_like_a_desktop_excel(book: xw.Book) -> None:
    engine = book.app.engine
    assert (engine.name, engine.type) == ("excel", "desktop")
    assert book.app.version.major == 16
    assert xw.apps.active == book.app


def test_the_book_knows_its_file(book: xw.Book, path: Path) -> None:
    assert book.name == "Sổ thử.xlsx"
    assert book.fullname == str(path)
    assert xw.books.active == book


def test_the_calling_book_is_found(book: xw.Book) -> None:
    assert xw.Book.caller() == book


def test_a_copy_is_saved_and_the_opened_file_is_left_alone(book: xw.Book, tmp_path: Path) -> None:
    before = Path(book.fullname).read_bytes()
    book.sheets["Tự do"]["A1"].value = 77
    copy = save_copy(book, tmp_path / "bản sao.xlsx")
    assert openpyxl.load_workbook(copy)["Tự do"]["A1"].value == 77
    assert Path(book.fullname).read_bytes() == before


def test_save_with_a_path_renames_the_open_book(book: xw.Book, tmp_path: Path) -> None:
    book.save(tmp_path / "mới.xlsx")
    assert book.name == "mới.xlsx"
    assert (tmp_path / "mới.xlsx").exists()


def test_settings_of_the_application_are_kept(book: xw.Book) -> None:
    app = book.app
    app.screen_updating = False
    with app.properties(display_alerts=False, calculation="manual"):
        assert (app.display_alerts, app.calculation) == (False, "manual")
    app.screen_updating = True
    app.calculate()
    app.activate()
    book.activate()
    assert (app.display_alerts, app.calculation) == (True, "automatic")
    assert journal_of(book).screen_updating == [False, True]


def test_the_status_bar_remembers_what_it_showed(book: xw.Book) -> None:
    assert book.app.status_bar is False
    book.app.status_bar = "Đang kiểm tra…"
    assert book.app.status_bar == "Đang kiểm tra…"
    book.app.status_bar = False
    assert journal_of(book).status_bars == ["Đang kiểm tra…", False]


def test_the_status_bar_is_not_given_back_by_none(book: xw.Book) -> None:
    with pytest.raises(ComError):
        book.app.status_bar = None  # type: ignore[assignment] # the mistake in question


def test_sheets_are_found_by_name_index_and_order(book: xw.Book) -> None:
    assert book.sheet_names == ["Tự do", "Khóa", "Ẩn"]
    assert book.sheets[1].name == book.sheets["KHÓA"].name == "Khóa"
    assert book.sheets["Khóa"].index == 2
    assert len(book.sheets) == 3


def test_a_missing_sheet_is_a_com_error(book: xw.Book) -> None:
    with pytest.raises(ComError, match="Invalid index"):
        book.sheets["Không có"]


def test_visibility_reads_as_excel_numbers_where_very_hidden_is_true(book: xw.Book) -> None:
    assert [sheet.visible for sheet in book.sheets] == [-1, -1, 2]
    book.sheets["Khóa"].visible = False
    book.sheets["Ẩn"].visible = True
    assert [sheet.visible for sheet in book.sheets] == [-1, 0, -1]


def test_the_last_visible_sheet_cannot_be_hidden(book: xw.Book) -> None:
    book.sheets["Khóa"].visible = False
    with pytest.raises(ComError):
        book.sheets["Tự do"].visible = False


def test_hiding_the_active_sheet_shows_another(book: xw.Book) -> None:
    book.sheets["Tự do"].visible = False
    assert book.sheets.active.name == "Khóa"


def test_a_hidden_sheet_cannot_be_shown_by_activate(book: xw.Book) -> None:
    book.sheets["Khóa"].activate()
    assert book.sheets.active.name == "Khóa"
    for show in (book.sheets["Ẩn"].activate, book.sheets["Ẩn"].select):
        with pytest.raises(ComError):
            show()
    assert book.sheets.active.name == "Khóa"


def test_only_a_range_of_the_active_sheet_can_be_selected(book: xw.Book) -> None:
    book.sheets["Tự do"]["B2:C3"].select()
    assert book.app.selection == book.sheets["Tự do"]["B2:C3"]
    with pytest.raises(ComError):
        book.sheets["Khóa"]["A1"].select()


def test_a_sheet_of_a_locked_structure_keeps_its_visibility(path: Path) -> None:
    content = openpyxl.load_workbook(path)
    content.security = WorkbookProtection(lockStructure=True)
    content.save(path)
    with excel(path) as book, pytest.raises(ComError, match="protected"):
        book.sheets["Khóa"].visible = False


def test_a_range_knows_its_place(free: xw.Sheet) -> None:
    area = free["B2:D5"]
    assert (area.row, area.column, area.shape, area.size) == (2, 2, (4, 3), 12)
    assert area.address == "$B$2:$D$5"
    assert area.get_address(False, False) == "B2:D5"
    assert area.get_address(include_sheetname=True) == "'Tự do'!$B$2:$D$5"
    assert area.last_cell.address == "$D$5"
    assert free["A1:B3"][1:3, 0].address == "$A$2:$A$3"
    assert free.range((2, 2), (5, 4)) == area
    assert free["A:C"].shape == (1_048_576, 3)
    assert free["3:4"].address == "$3:$4"


def test_the_used_range_reaches_to_the_last_described_cell(free: xw.Sheet) -> None:
    assert free.used_range.address == "$A$1:$G$4"
    assert free["Z99"].value is None
    assert free.used_range.address == "$A$1:$G$4"


def test_a_range_expands_to_the_filled_cells_around(free: xw.Sheet) -> None:
    free["A6"].value = [[1, 2], [3, 4]]
    assert free["A6"].expand().address == "$A$6:$B$7"


def test_names_lead_to_their_ranges(book: xw.Book, free: xw.Sheet) -> None:
    assert sorted(name.name for name in book.names) == ["Khóa!rieng", "hang_so", "o_nhap"]
    assert "o_nhap" in book.names
    assert "thiếu" not in book.names
    assert book.names["O_NHAP"].refers_to_range == free["A1:B1"]
    assert free["o_nhap"].address == "$A$1:$B$1"
    assert book.sheets["Khóa"]["rieng"].address == "$A$1"


def test_a_name_of_a_constant_has_no_range(book: xw.Book) -> None:
    assert book.names["hang_so"].refers_to == "=5"
    with pytest.raises(ComError):
        book.names["hang_so"].refers_to_range  # noqa: B018 # reading it is the test


def test_an_unknown_name_is_a_com_error(book: xw.Book, free: xw.Sheet) -> None:
    with pytest.raises(ComError):
        book.names["thiếu"]
    with pytest.raises(ComError):
        free["thiếu"]


def test_mixed_formats_read_as_none(free: xw.Sheet) -> None:
    assert free["A1:C1"].number_format is None
    assert free["A1:B1"].font.name is None
    assert free["A1:B1"].font.bold is None
    assert free["C1"].number_format == "dd/mm/yyyy"
    assert (free["B1"].font.name, free["B1"].font.bold) == ("Arial", True)
    assert (free["B1"].font.italic, free["B1"].font.size) == (False, 11.0)


def test_fonts_are_changed(free: xw.Sheet) -> None:
    font = free["A1:B1"].font
    font.italic, font.size, font.color, font.name = True, 14, "#0000FF", "Times New Roman"
    assert (font.italic, font.size, font.color) == (True, 14.0, (0, 0, 255))
    assert font.name == "Times New Roman"
    assert font.bold is None


def test_fills_are_read_and_painted(free: xw.Sheet) -> None:
    assert free["A1"].color is None
    assert free["B1"].color == (0, 255, 0)
    free["A1"].color = (1, 2, 3)
    free["A6:B7"].set_colors([["#FF0000", ...], [None, (0, 0, 255)]])
    assert free["A1"].color == (1, 2, 3)
    assert [cell.color for cell in free["A6:B7"]] == [(255, 0, 0), None, None, (0, 0, 255)]
    free["A1"].color = None
    assert free["A1"].color is None


def test_borders_are_drawn_around_and_removed(free: xw.Sheet) -> None:
    area = free["B7:C8"]
    area.borders.set("outside", line_style="continuous", weight="medium", color="#C00000")
    assert area.borders["edge_top"].line_style == "continuous"
    assert area.borders["edge_left"].weight == "medium"
    assert area.borders["edge_bottom"].color == (192, 0, 0)
    assert area.borders["inside_vertical"].line_style == "none"
    assert area.borders.line_style is None
    area.borders.clear("outside")
    assert area.borders.line_style == "none"


def test_a_row_of_height_0_is_hidden_and_autofit_brings_it_back(free: xw.Sheet) -> None:
    assert free["A10"].row_height == 0
    free["A6:A7"].row_height = 30
    assert free["A6:A7"].row_height == 30
    free["A7"].row_height = 0
    assert free["A6:A7"].row_height is None
    assert free["A6:A7"].rows.hidden is None
    free["A6:A10"].rows.autofit()
    assert free["A6:A10"].row_height == 15
    free["A6"].rows.hidden = True
    assert free["A6"].row_height == 0


def test_columns_described_together_are_changed_one_by_one(free: xw.Sheet) -> None:
    assert free["C1:E1"].column_width == pytest.approx(20, abs=0.01)
    free["D1"].column_width = 0
    assert free["C1:E1"].columns.hidden is None
    assert [free[0, column].column_width for column in (2, 3, 4)] == [
        pytest.approx(20, abs=0.01), 0, pytest.approx(20, abs=0.01),
    ]  # fmt: skip
    free["D1"].columns.autofit()
    assert free["D1"].columns.hidden is False


def test_column_widths_survive_saving(free: xw.Sheet, tmp_path: Path) -> None:
    free["D1"].column_width = 0
    saved = openpyxl.load_workbook(save_copy(free.book, tmp_path / "rộng.xlsx"))["Tự do"]
    hidden = {key: dimension.hidden for key, dimension in saved.column_dimensions.items()}
    assert hidden == {"C": False, "D": True, "E": False}


@pytest.mark.parametrize("height", [-1, 410])
def test_an_impossible_height_is_refused(free: xw.Sheet, height: float) -> None:
    with pytest.raises(ComError):
        free["A1"].row_height = height


def test_notes_are_listed_added_changed_and_deleted(free: xw.Sheet) -> None:
    note = free["A6"].add_note("sai")
    assert [(n.location.address, n.text) for n in free.notes] == [
        ("$B$1", "ghi chú"), ("$A$6", "sai"),
    ]  # fmt: skip
    note.text = "sửa"
    assert free["A6"].note is not None
    assert free["A6"].note.text == "sửa"
    note.delete()
    assert free["A6"].note is None
    with pytest.raises(ComError):
        note.delete()


def test_a_second_note_on_a_cell_is_refused(free: xw.Sheet) -> None:
    with pytest.raises(ValueError, match="already has a note"):
        free["B1"].add_note("nữa")


def test_links_lead_outside_or_into_the_book(free: xw.Sheet, tmp_path: Path) -> None:
    free["A6"].add_hyperlink("https://xaydung.vn/", "trang")
    free["A7"].add_hyperlink("#'Khóa'!A1", "đến ô")
    assert free["A6"].hyperlink == "https://xaydung.vn/"
    assert free["A6:A7"].value == ["trang", "đến ô"]
    saved = openpyxl.load_workbook(save_copy(free.book, tmp_path / "liên kết.xlsx"))["Tự do"]
    assert saved["A7"].hyperlink.location == "'Khóa'!A1"
    with pytest.raises(Exception, match="hyperlink"):
        free["A1"].hyperlink  # noqa: B018 # reading it is the test


def test_merged_cells_are_seen(free: xw.Sheet) -> None:
    assert free["B4"].merge_area.address == "$A$4:$B$4"
    assert free["B4"].merge_cells
    assert not free["A1"].merge_cells


def test_a_member_that_no_macro_needs_says_so(free: xw.Sheet) -> None:
    with pytest.raises(NotImplementedError):
        free["A1"].copy(free["A2"])
