"""The records as text, as JSON and as a page to be sent."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from tests.xl_macros.diagnosis.made import LINUX, WELL, on_windows, with_folder, with_macros
from xl_macros.diagnosis import Record, State, diagnose, output_vi
from xl_macros.diagnosis.facts import Writing

NOW = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
EVIL = Record("x", "A & B", State.FAULT, 'D:\\<script>alert("1")</script>', "Bỏ dấu <>.")


class Page(HTMLParser):
    """Collects the cells of the table, and every tag with what it points to."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()
        self.addresses: list[str | None] = []
        self._inside = False
        self.feed(content.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value for name, value in attrs if name in ("src", "href")]
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.rows[-1][-1] += data


def test_the_page_has_a_row_for_every_record_the_most_serious_first() -> None:
    records = diagnose(with_macros(zone=3, warnings=1))
    heading, *rows = Page(output_vi.page(records, NOW)).rows
    assert len(heading) == 4
    assert [row[1:] for row in rows] == [
        [one.title, one.found, one.advice] for one in output_vi.by_weight(records)
    ]
    assert rows[0][0] == "✗ Lỗi"
    assert rows[1][0] == "! Cần lưu ý"


def test_the_page_needs_nothing_from_elsewhere_and_runs_nothing() -> None:
    page = Page(output_vi.page([EVIL, *diagnose(WELL)], NOW))
    assert page.rows[1] == ["✗ Lỗi", EVIL.title, EVIL.found, EVIL.advice]
    assert page.addresses == []
    assert not page.tags & {"script", "img", "link", "iframe"}


def test_the_page_says_when_it_was_made_and_that_it_is_private() -> None:
    text = output_vi.page(diagnose(WELL), NOW).decode("utf-8")
    assert '<meta charset="utf-8">' in text
    assert "09:05, ngày 24/11/2026" in text
    assert "không có tên người dùng" in text


def test_the_same_records_give_the_same_page() -> None:
    assert output_vi.page(diagnose(WELL), NOW) == output_vi.page(diagnose(WELL), NOW)


@pytest.mark.parametrize(
    ("records", "told"),
    [
        (diagnose(WELL), "Đã kiểm tra máy: không có điểm nào cần lưu ý."),
        (diagnose(LINUX), "Đã kiểm tra máy: không có điểm nào cần lưu ý."),
        (diagnose(with_macros(zone=3)), "Đã kiểm tra máy: 1 lỗi, 1 cần lưu ý."),
        (diagnose(with_folder(writing=None)), "Đã kiểm tra máy: 1 chưa biết."),
    ],
)
def test_one_sentence_sums_up(records: tuple[Record, ...], told: str) -> None:
    assert output_vi.summary(records) == told
    assert output_vi.records_text(records).endswith(f"\n{told}")


def test_what_does_not_apply_for_one_reason_stands_on_one_line() -> None:
    lines = output_vi.records_text(diagnose(LINUX)).splitlines()
    assert sum(line.endswith("Chỉ kiểm tra trên Windows.") for line in lines) == 2
    (line,) = [line for line in lines if line.startswith("– Nơi để sổ, ")]
    assert "Microsoft Excel" in line


def test_a_message_box_holds_the_first_three_things_to_do() -> None:
    facts = with_macros(zone=3, warnings=4, child_processes=1)
    told = output_vi.message(diagnose(facts))
    assert told.count("✗") == 3
    assert told.endswith("… và 1 điểm khác.")
    assert output_vi.message(diagnose(WELL)) == output_vi.summary(diagnose(WELL))


def test_json_has_english_keys_and_every_check() -> None:
    records = diagnose(on_windows(excel=None))
    plain = json.loads(json.dumps(output_vi.records_json(records)))
    assert [one["check"] for one in plain["checks"]] == [one.check for one in records]
    assert {tuple(one) for one in plain["checks"]} == {("check", "state", "found", "advice")}
    (excel,) = [one for one in plain["checks"] if one["check"] == "excel"]
    assert excel["state"] == "warning"
    assert excel["advice"]
    (system,) = [one for one in plain["checks"] if one["check"] == "system"]
    assert system["advice"] is None


def test_names_of_people_and_machines_reach_no_output() -> None:
    home = r"C:\Users\vanan\So"
    facts = with_folder(path=home, writing=Writing.REFUSED)
    records = diagnose(facts)
    for text in (
        output_vi.records_text(records),
        json.dumps(output_vi.records_json(records)),
        output_vi.page(records, NOW).decode(),
        output_vi.message(records),
    ):
        assert "vanan" not in text
