"""The plain face: line by line, no colour, no boxes; for pipes and screen readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import wrap

from game.faces.dock import Dock
from game.faces.terminal.harbour import in_harbour
from game.faces.words import prose
from game.insight.census import Clock, no_clock
from game.scenario.catalogue import Shelf
from game.voyage.helm import Helm
from game.voyage.view import EndView, ResultView, WatchView
from game.voyage.voyage import Refused

Say = Callable[[str], None]
Ask = Callable[[str], str | None]
"""Asks for one line; None when there are no more."""

WIDTH = 78
HELP = """Type the number of an order, or its name, and press Enter.
Course orders lead: they turn the bow to port and lift the crew.
Sails orders manage: they fit canvas to wind and mend the ship.
Also: why - the numbers of the last watch; again - the watch once more; q - stop.
Nothing is lost when you stop: even-keel play --continue goes on."""


def play_plain(
    dock: Dock,
    helm: Helm | None,
    shelf: Shelf | None,
    say: Say,
    ask: Ask,
    clock: Clock = no_clock,
) -> None:
    """Sail voyages until the captain has had enough or there is no more input."""
    while helm or (shelf := shelf or _choose(dock, say, ask)):
        if helm is None:
            assert shelf is not None  # noqa: S101 - the loop's own condition
            helm = dock.set_out(shelf)
            _say_all(say, _briefing(shelf))
        if helm.word:
            say(helm.word)
        if not _voyage(helm, say, ask):
            say("The voyage is in your logbook. Go on with: even-keel play --continue")
            return
        _say_all(say, _ending(helm))
        onward = in_harbour(dock, helm, lambda lines: _say_all(say, lines), ask, clock)
        if onward is False:
            return
        helm, shelf = onward if isinstance(onward, Helm) else None, None


def _say_all(say: Say, lines: Iterator[str]) -> None:
    for line in lines:
        for part in wrap(line, WIDTH) if not line.startswith(" ") else [line]:
            say(part)
        if not line:
            say("")


def _choose(dock: Dock, say: Say, ask: Ask) -> Shelf | None:
    for number, shelf in enumerate(dock.shelves, 1):
        scenario = shelf.scenario
        say(f"{number}. {scenario.title} ({scenario.minutes_solo} minutes). {scenario.summary}")
    while (answer := ask("Which voyage? Number or name: ")) is not None:
        wanted = answer.strip().lower()
        if wanted in ("q", "quit"):
            return None
        for number, shelf in enumerate(dock.shelves, 1):
            if wanted in (str(number), shelf.scenario.id):
                return shelf
        say(f"'{answer.strip()}' is not on the list. Type a number from 1 to {len(dock.shelves)}.")
    return None


def _voyage(helm: Helm, say: Say, ask: Ask) -> bool:
    """Watches until the end; False when the captain stops before it."""
    last: ResultView | None = None
    while not helm.is_over:
        watch = helm.watch
        _say_all(say, watch_lines(watch))
        answer = _order(watch, last, say, ask)
        if answer is None:
            return False
        result = helm.give(answer)
        if isinstance(result, Refused):
            say(f"Not now: {_sentence(result.reason)}")
            continue
        last = result
        _say_all(say, _result(result))
    return True


def _order(watch: WatchView, last: ResultView | None, say: Say, ask: Ask) -> str | None:
    """The id of an order that the captain typed; None to stop."""
    while (answer := ask(f"Your order, 1 to {len(watch.orders)}, or ? for help: ")) is not None:
        wanted = answer.strip().lower()
        offered = [order for order in watch.orders if wanted in (str(order.number), order.id)]
        if offered and offered[0].locked:
            say(f"Not now: {_sentence(offered[0].locked)}")
        elif offered:
            return offered[0].id
        elif wanted in ("q", "quit"):
            return None
        elif wanted == "why":
            _say_all(say, _numbers(last))
        elif wanted == "again":
            _say_all(say, watch_lines(watch))
        else:
            if wanted not in ("?", "help"):
                say(f"'{answer.strip()}' is no order of this watch.")
            say(HELP)
    return None


def _briefing(shelf: Shelf) -> Iterator[str]:
    scenario = shelf.scenario
    yield ""
    yield scenario.title
    yield scenario.summary
    yield ""
    yield "You are the captain. Each watch you give one order."
    yield "Course orders lead: they turn the bow to port and lift the crew."
    yield "Sails orders manage: they fit canvas to wind and mend the ship."
    for voice in scenario.voices.values():
        yield f"{voice.name} speaks for the {voice.speaks_for}."


def watch_lines(watch: WatchView) -> Iterator[str]:
    """A watch to be decided, line by line."""
    yield ""
    yield f"Watch {watch.number} of {watch.of}."
    yield from prose(watch.situation).splitlines()
    yield f"Forecast: {watch.forecast}. Barometer: {watch.barometer}."
    for line in watch.lines:
        yield f"{line.name} ({line.speaks_for}): {line.text}"
    yield ". ".join(f"{gauge.label} {gauge.figure}" for gauge in watch.gauges) + "."
    yield f"{watch.rudder}."
    for word, meaning in watch.words.items():
        yield f"Word: {word}, {meaning}."
    for order in watch.orders:
        half = ", half the watch" if order.half else ""
        locked = f" Locked: {_sentence(order.locked)}" if order.locked else ""
        yield f"{order.number}. {order.label} ({order.kind}{half}).{locked}"


def _sentence(text: str) -> str:
    """With one full stop, whether its author wrote it or not."""
    return f"{text.removesuffix('.')}."


def _result(result: ResultView) -> Iterator[str]:
    yield ""
    yield f"You order: {result.order}."
    yield from prose(result.text).splitlines()
    if result.fix:
        yield result.fix
    changes = (f"{c.label} from {c.before} to {c.after}" for c in result.changes)
    yield ", ".join(changes) + "."
    yield f"Why: {result.why}"
    yield from result.returned


def _numbers(last: ResultView | None) -> Iterator[str]:
    if last is None:
        yield "No watch has been sailed yet."
        return
    for name, figure in last.numbers:
        yield f"{name}: {figure}."


def _ending(helm: Helm) -> Iterator[str]:
    end: EndView = helm.end
    yield ""
    yield end.title
    yield from prose(end.text).splitlines()
    yield f"Outcome: {end.outcome}, after {end.watches} watches. Seed {helm.voyage.seed}."
    yield ". ".join(f"{gauge.label} {gauge.figure}" for gauge in end.gauges) + "."
