"""After a voyage, in the plain game: the debrief, and what a captain may type then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.debrief.debrief import Debrief
from game.debrief.next_voyage import next_voyage
from game.debrief.other_weather import OtherWeather
from game.i18n import _
from game.scenario.loading.shelf import ShelfEntry
from game.ship.ship import Outcome
from game.simulation.progress import Tell
from game.ui.services import Services
from game.ui.terminal.plain.reader import Reader
from game.ui.terminal.printed.debrief import debrief_page_lines
from game.voyage.helm import Helm

PATIENCE, PAUSE = 0.5, 3.0
"""Seconds before a word is said of how far the work is, and between two such words."""


def play_after_voyage(services: Services, helm: Helm, reader: Reader) -> Helm | bool:
    """Look back, then hear what is next: a voyage from one of its watches, True for another one,
    False for none.
    """
    debrief = services.look_back(helm, _patient(reader))
    _tell_debrief(debrief, reader)
    watches = len(debrief.watches)
    offered = next_voyage(debrief, services.shelf().entries)
    reader.tell_all(_choices(watches, offered))
    while (answer := reader.ask(_("What now? "))) is not None:
        match answer.strip().lower():
            case number if number.isdecimal() and 1 <= int(number) <= watches:
                return services.set_out_again(helm, int(number))
            case "w" | "weather":
                reader.tell_all(_weather(services.other_weather(helm, _patient(reader))))
            case "d" | "debrief":
                _tell_debrief(debrief, reader)
            case line if line.startswith("i "):
                helm.keep_note(answer.strip()[2:])
                reader.tell(_("Kept with the voyage: {note}", note=helm.note))
            case "x" | "next" if offered:
                return services.set_out(offered[0].open())
            case "n" | "new":
                return True
            case "q" | "quit":
                return False
            case _:
                if typed := answer.strip():
                    reader.tell(_("Not understood: {typed}.", typed=typed))
                reader.tell_all(_choices(watches, offered))
    return False


def _tell_debrief(debrief: Debrief, reader: Reader) -> None:
    """Page after page, until they leave it."""
    first, *others = debrief_page_lines(debrief)
    reader.tell_all(first)
    for page in others:
        if reader.page_by_page:
            answer = reader.ask(_("Enter: next page, q: leave the debrief. "))
            if answer is None or answer.strip().lower() in ("q", "quit"):
                return
        reader.tell_all(page)


def _choices(watches: int, offered: tuple[ShelfEntry, str] | None) -> Iterator[str]:
    yield ""
    if offered:
        entry, why = offered
        yield _("Next: {title}. {why} x: sail it.", title=entry.title, why=why)
    yield _(
        "Type the number of a watch, 1 to {watches}, to sail on from there in the same weather. "
        "Or a letter. w: your orders in other weather. d: the debrief again. i and a line: "
        "your own if-then, kept with the voyage. n: a new voyage. q: stop.",
        watches=watches,
    )


def _weather(other: OtherWeather) -> Iterator[str]:
    yield ""
    yield other.sentence
    yield _("Your orders: {outcomes}.", outcomes=_outcomes(other.yours))
    yield _("The adaptive captain: {outcomes}.", outcomes=_outcomes(other.adaptive))


def _outcomes(outcomes: Mapping[Outcome, int]) -> str:
    named = (f"{o.ended}, {outcomes[o]}" for o in Outcome if outcomes.get(o))
    return "; ".join(named) or _("none to the end")


def _patient(reader: Reader) -> Tell:
    """Says now and then how much is done, if it takes long; and then that all of it is."""
    due, heard = reader.clock() + PATIENCE, False

    def tell(share: float) -> None:
        nonlocal due, heard
        if reader.clock() >= due or (heard and share >= 1):
            due, heard = reader.clock() + PAUSE, share < 1
            reader.tell(_("Sailing every voyage: {percent:.0f} % done.", percent=100 * share))

    return tell
