"""Overlays: help, numbers, trouble, and leaving. Esc puts them away."""

from __future__ import annotations

import errno
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from game.debrief.other_weather import OtherWeather
from game.i18n import N_, _
from game.ship.ship import Outcome
from game.ui.terminal.drawing.bars import bar
from game.ui.terminal.textual.widgets import Footer, gauge_meanings, kinds_legend
from game.voyage.view import ResultView

KEYS = (
    (N_("1 2 3 4"), N_("choose an order; once more gives it (up and down choose, too)")),
    (N_("Enter"), N_("gives the chosen order; on every other screen: on")),
    (N_("Backspace"), N_("takes a choice back; an order that was given stays given")),
    (N_("w"), N_("the numbers behind the last watch")),
    (N_("1-6  a  o"), N_("in the debrief: a part; again from a watch; other seas")),
    (N_("Esc"), N_("back, or leave: the voyage stays in the logbook")),
    (N_("t  m"), N_("light or dark; still or moving sea")),
)

WAYS_OUT = {
    errno.ENOSPC: N_("The disk is full: free some space, then press it again."),
    errno.EDQUOT: N_("Your share of the disk is full: free some space, then press it again."),
    errno.EACCES: N_("The folder may not be written: allow it, then press it again."),
    errno.EROFS: N_("The disk is read-only: make it writable, then press it again."),
}
WAY_OUT = N_("Look after the disk, then press it again.")


class Overlay(ModalScreen[bool]):
    """A sheet of paper over the screen; True: the captain said yes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)", N_("Good"), key_display="Enter"),
        Binding("escape,q,question_mark,w", "dismiss(False)", show=False),
    ]

    def __init__(self, title: str, *parts: Content | str) -> None:
        super().__init__()
        self._title, self._parts = title, parts

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet") as sheet:
            sheet.border_title = self._title
            for part in self._parts:
                yield Static(part, markup=False, classes="part")
        yield Footer()


class LeaveOverlay(Overlay):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "dismiss(True)", N_("Leave the deck"), key_display="Enter"),
        Binding("escape,n", "dismiss(False)", N_("Stay"), key_display="Esc"),
    ]

    def __init__(self, over: bool) -> None:
        kept = (
            _("This voyage is over. Its orders are kept in the logbook.")
            if over
            else _("Nothing is lost: every order is in the logbook. Go on with c at the title.")
        )
        super().__init__(_("Leave the deck?"), kept)


def help_overlay() -> Overlay:
    keys = Content("\n").join(
        Content.assemble((f"{_(key):<11}", "bold"), _(what)) for key, what in KEYS
    )
    return Overlay(_("Help"), keys, kinds_legend(), gauge_meanings())


def numbers_overlay(result: ResultView) -> Overlay:
    wide = max(31, *(len(name) for name, _figure in result.numbers)) + 1
    rows = (Content.assemble(name.ljust(wide), (figure, "bold")) for name, figure in result.numbers)
    return Overlay(
        _("Watch {number}, in numbers", number=result.number), result.why, Content("\n").join(rows)
    )


def other_weather_overlay(other: OtherWeather) -> Overlay:
    """What became of your orders elsewhere, beside a captain who looks at the sea first."""
    rows = [
        (outcome.ended, other.yours.get(outcome, 0), other.adaptive.get(outcome, 0))
        for outcome in Outcome
    ]
    rows.append((_("not given to the end"), sum(other.helped.values()), 0))
    longest = max(len(ended) for ended, yours, adaptive in rows if yours or adaptive)
    wide = longest + 1 if longest > 25 else 24
    head = " " * wide + _("your orders").ljust(22) + _("the adaptive captain")
    lines = [Content.styled(head, "bold")]
    for ended, yours, adaptive in rows:
        if yours or adaptive:
            columns = (_share(count, other.seas) for count in (yours, adaptive))
            lines.append(Content(f"{ended:<{wide}}{''.join(columns)}".rstrip()))
    return Overlay(
        _("{seas} other seas", seas=other.seas), other.sentence, Content("\n").join(lines)
    )


def _share(count: int, of: int) -> str:
    return f"{f'{bar(15 * count / of)} {count}' if count else '-':<22}"


def trouble_overlay(what: str, reason: str, way_out: str) -> Overlay:
    """Something did not work; nothing is lost, and this is what to do."""
    return Overlay(_("Not done"), what, reason, way_out)


def disk_trouble(what: str, wrong: OSError) -> Overlay:
    """Something could not be written down, or read; by its cause, what to do about it."""
    way_out = _(WAYS_OUT.get(wrong.errno or 0, WAY_OUT))
    the_disk = _("The disk")
    reason = f"{wrong.filename or the_disk}: {wrong.strerror or wrong}"
    what = what + " " + _("Nothing is lost, and nothing has changed.")
    return trouble_overlay(what, reason, way_out)
