from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.domain.plan import Plan
from workbook.domain.text_vi import shorten
from workbook.layout import prompts_vi
from workbook.layout.prompts_vi import Prompt


def test_every_prompt_of_the_plan_fits_excel_and_names_what_is_counted(plan: Plan) -> None:
    for measure in plan.measures.values():
        for slot in measure.slots:
            prompt = prompts_vi.figure_prompt(measure, slot)
            assert measure.id in prompt.title
            wording = measure.denominator if slot.value == "denominator" else measure.numerator
            assert wording[1:40] in prompt.text


@given(st.text(min_size=1, max_size=400), st.integers(2, 255))
def test_a_shortened_text_fits(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= limit


def test_a_text_that_fits_is_not_touched() -> None:
    assert shorten("Số trẻ em", 9) == "Số trẻ em"


@pytest.mark.parametrize(
    ("title", "text", "error"), [("a" * 33, "", ""), ("", "a" * 256, ""), ("", "", "a" * 256)]
)
def test_a_prompt_that_would_damage_the_file_is_refused(title: str, text: str, error: str) -> None:
    with pytest.raises(ValueError, match="too long"):
        Prompt(title, text, error)
