"""What the pretended Excel records, and what a test must not overlook."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlwings as xw

from tests.xlwings_engine import (
    Alert,
    ComError,
    Trip,
    UnscriptedQuestionError,
    excel,
    journal_of,
)


def test_each_block_is_one_trip_however_large(free: xw.Sheet) -> None:
    journal = journal_of(free.book)
    assert free["A1:G4"].options(ndim=2, err_to_str=True).value
    assert free["A1:G4"].formula
    free["A6"].value = [[1, 2, 3]] * 50
    assert (journal.count("read"), journal.count("write")) == (2, 1)
    assert journal.trips[-1] == Trip("write", "Tự do", "A6:C55", "value")


def test_trips_are_counted_by_sheet_and_kind(book: xw.Book) -> None:
    free, locked = book.sheets["Tự do"], book.sheets["Khóa"]
    free["A1"].value = 1
    free["A2"].clear_contents()
    locked["B1"].value = 2
    free["A6"].add_note("x")
    free["A6:B7"].color = "#FF0000"
    journal = journal_of(book)
    assert journal.count("write", sheet="Tự do") == 2
    assert journal.busiest("write") == 2
    assert journal.count("write") == 3
    assert journal.count("format") == 1
    assert journal.count("note") == 2  # xlwings looks first whether there is one


def test_painting_cell_by_cell_costs_a_trip_each(free: xw.Sheet) -> None:
    free["A6:B7"].set_colors([["#FF0000", ...], [None, "#FF0000"]])
    assert journal_of(free.book).count("format") == 3


def test_a_message_needs_no_answer_and_a_question_takes_the_scripted_ones(path: Path) -> None:
    with excel(path, answers=["no", "ok"]) as book:
        assert book.app.alert("Xong.", "Sổ") == "ok"
        assert book.app.alert("Mở không?", buttons="yes_no", mode="info") == "no"
        assert book.app.alert("Tiếp tục?", buttons="ok_cancel") == "ok"
        assert journal_of(book).alerts == [
            Alert("Xong.", "Sổ", "ok", None, "ok"),
            Alert("Mở không?", "", "yes_no", "info", "no"),
            Alert("Tiếp tục?", "", "ok_cancel", None, "ok"),
        ]


def test_a_question_without_answer_passes_every_except_and_fails_the_test(path: Path) -> None:
    def careless(book: xw.Book) -> None:
        try:
            book.app.alert("Xóa hết?", buttons="yes_no")
        except Exception:
            pytest.fail("an Exception could be swallowed")

    with pytest.raises(UnscriptedQuestionError), excel(path) as book:
        careless(book)


def test_a_swallowed_question_still_fails_at_the_end(path: Path) -> None:
    with pytest.raises(AssertionError, match="Xóa hết"), excel(path) as book:  # noqa: SIM117 # two steps
        with pytest.raises(UnscriptedQuestionError):
            book.app.alert("Xóa hết?", buttons="yes_no")


def test_an_answer_must_be_one_of_the_buttons(path: Path) -> None:
    with pytest.raises(UnscriptedQuestionError), excel(path, answers=["yes"]) as book:
        book.app.alert("Tiếp tục?", buttons="ok_cancel")


def test_an_answer_never_asked_for_fails(path: Path) -> None:
    with pytest.raises(AssertionError, match="not asked for"), excel(path, answers=["yes"]):
        pass


def test_a_swallowed_conversion_still_fails_at_the_end(path: Path) -> None:
    with pytest.raises(AssertionError, match="would become"), excel(path) as book:  # noqa: SIM117 # two steps
        with pytest.raises(ComError):
            book.sheets[0]["A6"].value = "1/10"


def test_a_test_can_let_any_call_fail(free: xw.Sheet) -> None:
    def busy(trip: Trip) -> None:
        if trip.kind == "write":
            raise ComError("Excel is in cell-edit mode", scode=-2146777998)

    journal_of(free.book).before_trip = busy
    assert free["A1"].value == 5.0
    with pytest.raises(ComError) as caught:
        free["A1"].value = 6
    assert caught.value.excepinfo[-1] == -2146777998
    assert caught.value.hresult == caught.value.args[0] == -2147352567
    assert free["A1"].value == 5.0


def test_afterwards_xlwings_knows_no_excel_again(path: Path) -> None:
    with excel(path):
        assert len(xw.apps) == 1
    assert xw.engines.active is None
    with pytest.raises(Exception, match=r"Book\.caller|xlwings"):
        xw.Book.caller()


def test_two_workbooks_can_be_open_one_inside_the_other(book: xw.Book, tmp_path: Path) -> None:
    other = tmp_path / "khác.xlsx"
    other.write_bytes(Path(book.fullname).read_bytes())
    with excel(other) as inner:
        inner.sheets[0]["A1"].value = 9
        assert xw.Book.caller() == inner
    assert xw.Book.caller() == book
    assert book.sheets[0]["A1"].value == 5.0
