"""What happened in the pretended Excel: round trips, alerts, status bar, refusals."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["read", "write", "note", "format", "other"]
_CHOICES = {
    "ok": ("ok",),
    "ok_cancel": ("ok", "cancel"),
    "yes_no": ("yes", "no"),
    "yes_no_cancel": ("yes", "no", "cancel"),
}


class ComError(Exception):
    """Stands for `pywintypes.com_error`, with the same arguments and attributes."""

    def __init__(
        self, text: str, hresult: int = -2147352567, scode: int | None = -2146827284
    ) -> None:
        self.hresult = hresult
        self.strerror = "Exception occurred."
        self.excepinfo = (0, "Microsoft Excel", text, None, 0, scode)
        super().__init__(hresult, self.strerror, self.excepinfo, None)


class UnscriptedQuestionError(BaseException):
    """A question that the test gave no answer to.

    Not an Exception: the product turns every Exception into a message for the official,
    and the test would go on as if nothing had happened.
    """


@dataclass(frozen=True)
class Trip:
    """One call that crosses to Excel, as slow through COM for a block as for a cell."""

    kind: Kind
    sheet: str
    address: str
    member: str


@dataclass(frozen=True)
class Alert:
    """A message box that was shown, and the button that the test pressed."""

    text: str
    title: str
    buttons: str
    mode: str | None
    answer: str


@dataclass
class Journal:
    """All that one run of Excel recorded.

    Attributes:
        answers: The scripted answers not yet used ("ok", "cancel", "yes", "no").
        trips: The round trips in their order.
        alerts: The message boxes in their order.
        status_bars: All that was assigned to the status bar; False gives it back.
        screen_updating: All that was assigned to it.
        refusals: Writes that Excel refuses, such as to a locked cell.
        hazards: Writes that Excel takes but silently turns into something else.
        unanswered: Questions without a scripted answer.
        before_trip: Called before each round trip; a test may raise `ComError` in it.
    """

    answers: deque[str] = field(default_factory=deque)
    trips: list[Trip] = field(default_factory=list)
    alerts: list[Alert] = field(default_factory=list)
    status_bars: list[str | bool] = field(default_factory=list)
    screen_updating: list[bool] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    hazards: list[str] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    before_trip: Callable[[Trip], None] | None = None

    def cross(self, kind: Kind, sheet: str, address: str, member: str) -> None:
        """Record one round trip."""
        trip = Trip(kind, sheet, address, member)
        if self.before_trip is not None:
            self.before_trip(trip)
        self.trips.append(trip)

    def count(self, *kinds: Kind, sheet: str | None = None) -> int:
        """Count the round trips of these kinds (all when none is named)."""
        return sum(
            (not kinds or trip.kind in kinds) and sheet in (None, trip.sheet) for trip in self.trips
        )

    def busiest(self, kind: Kind) -> int:
        """Return the largest number of round trips of a kind on any one sheet."""
        sheets = {trip.sheet for trip in self.trips}
        return max((self.count(kind, sheet=sheet) for sheet in sheets), default=0)

    def refuse(self, text: str) -> ComError:
        """Record that Excel refuses something and return the error to raise."""
        self.refusals.append(text)
        return ComError(text)

    def warn(self, text: str) -> ComError:
        """Record what Excel would silently spoil and return the error to raise."""
        self.hazards.append(text)
        return ComError(text)

    def ask(self, text: str, title: str, buttons: str, mode: str | None) -> str:
        """Show a message box: the scripted answer is pressed."""
        choices = _CHOICES[buttons]
        if len(choices) == 1:
            answer = choices[0]
        elif not self.answers:
            self.unanswered.append(text)
            raise UnscriptedQuestionError(f"no scripted answer to {text!r} ({buttons})")
        else:
            answer = self.answers.popleft()
        if answer not in choices:
            self.unanswered.append(text)
            raise UnscriptedQuestionError(f"{text!r} has no button {answer!r}, only {choices}")
        self.alerts.append(Alert(text, title, buttons, mode, answer))
        return answer

    def faults(self) -> list[str]:
        """Return what a test must not leave behind unseen."""
        unused = [f"scripted answer not asked for: {answer}" for answer in self.answers]
        return [
            *self.hazards,
            *(f"no scripted answer: {text}" for text in self.unanswered),
            *unused,
        ]


def journal(answers: Iterable[str] = ()) -> Journal:
    """Return an empty journal with these scripted answers."""
    return Journal(answers=deque(answers))
