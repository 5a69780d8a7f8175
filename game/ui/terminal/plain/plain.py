"""The plain game: line by line, no colour, no boxes; for pipes and screen readers."""

from __future__ import annotations

from collections.abc import Iterator

from game.findings import VoyageInUse
from game.i18n import N_, _, ngettext
from game.scenario.model.loaded import LoadedScenario
from game.ship.attention_cost import Kind
from game.ui.services import Services, Start
from game.ui.terminal.plain.reader import Reader
from game.ui.vocabulary import prose
from game.voyage.helm import Helm
from game.voyage.stakes import stakes_in_words
from game.voyage.view import EndView, GaugeView, OfferedOrder, ResultView, WatchView
from game.voyage.voyage import Refused

HELP = N_("""Type the number of an order, or its name, and press Enter.
Course orders lead: they turn the bow toward port and lift the crew.
Sails orders manage: they fit canvas to wind and mend the ship.
Also: ?2 - what order 2 is likely to move; why - the numbers of the last watch;
again - the watch once more; q - stop.
Nothing is lost when you stop: even-keel play --continue goes on.""")


def play_plain(
    services: Services, start: Start, loaded: LoadedScenario | None, reader: Reader
) -> None:
    """Sail voyages until the captain has had enough or there is no more input."""
    if isinstance(start, VoyageInUse):
        reader.say(str(start))
    helm = None if isinstance(start, VoyageInUse) else start
    while helm or (loaded := loaded or _choose(services, reader)):
        if helm is None:
            assert loaded is not None  # noqa: S101 - the loop's own condition
            helm = services.set_out(loaded)
            reader.tell_all(_briefing(loaded))
        if helm.word:
            reader.tell(helm.word)
        if not _voyage(helm, reader):
            reader.say(_("The voyage is in your logbook. Go on with: even-keel play --continue"))
            return
        reader.tell_all(_ending(helm))
        from game.ui.terminal.plain.after_voyage import (
            play_after_voyage,  # and what a debrief needs
        )

        onward = play_after_voyage(services, helm, reader)
        if onward is False:
            return
        helm, loaded = onward if isinstance(onward, Helm) else None, None


def _choose(services: Services, reader: Reader) -> LoadedScenario | None:
    shelf = services.shelf()
    for number, entry in enumerate(shelf.entries, 1):
        if entry.file and (number == 1 or not shelf.entries[number - 2].file):
            reader.say(_("Yours:"))
        reader.say(
            _(
                "{number}. {title} ({minutes} minutes). {summary}",
                number=number,
                title=entry.title,
                minutes=entry.minutes_solo,
                summary=entry.summary,
            )
        )
    reader.tell_all(shelf.broken)
    while (answer := reader.ask(_("Which voyage? Number or name: "))) is not None:
        wanted = answer.strip().lower()
        if wanted in ("q", "quit"):
            return None
        for number, entry in enumerate(shelf.entries, 1):
            if wanted in (str(number), entry.id):
                return entry.open()
        held = {"answer": answer.strip(), "last": len(shelf.entries)}
        reader.say(_("'{answer}' is not on the list. Type a number from 1 to {last}.", **held))
    return None


def _voyage(helm: Helm, reader: Reader) -> bool:
    """Watches until the end; False when the captain stops before it."""
    while not helm.is_over:
        reader.tell_all(watch_lines(helm.watch))
        answer = _order(helm, reader)
        if answer is None:
            return False
        result = helm.give(answer)
        if isinstance(result, Refused):
            reader.say(_("Not now: {reason}", reason=_sentence(result.reason)))
            continue
        reader.tell_all(_result(result))
    return True


def _order(helm: Helm, reader: Reader) -> str | None:
    """The id of an order that the captain typed; None to stop."""
    watch = helm.watch
    prompt = _("Your order, 1 to {last}, or ? for help: ", last=len(watch.orders))
    while (answer := reader.ask(prompt)) is not None:
        wanted = answer.strip().lower()
        offered = _offered(watch, wanted)
        if offered and offered.locked:
            reader.say(_("Not now: {reason}", reason=_sentence(offered.locked)))
        elif offered:
            return offered.id
        elif wanted in ("q", "quit"):
            return None
        elif wanted == "why":
            reader.tell_all(_numbers(helm))
        elif wanted[:1] == "?" and (asked := _offered(watch, wanted[1:].strip())):
            reader.tell(f"{asked.label}. {_about(asked)}")
        elif wanted == "again":
            reader.tell_all(watch_lines(watch))
        else:
            if wanted not in ("", "?", "help"):
                reader.say(_("'{answer}' is no order of this watch.", answer=answer.strip()))
            reader.say(_(HELP))
    return None


def _offered(watch: WatchView, wanted: str) -> OfferedOrder | None:
    """The order of this number or name."""
    return next((o for o in watch.orders if wanted in (str(o.number), o.id)), None)


def _about(order: OfferedOrder) -> str:
    """What it is likely to move, or why it cannot be given."""
    return _locked(order).strip() or f"{stakes_in_words(order.stakes)}."


def _briefing(loaded: LoadedScenario) -> Iterator[str]:
    scenario = loaded.scenario
    yield ""
    yield scenario.title
    yield scenario.summary
    yield ""
    yield _("You are the captain. Each watch you give one order.")
    yield _("Course orders lead: they turn the bow toward port and lift the crew.")
    yield _("Sails orders manage: they fit canvas to wind and mend the ship.")
    for voice in scenario.voices.values():
        speaks = {
            Kind.COURSE: N_("{name} speaks for the course."),
            Kind.SAILS: N_("{name} speaks for the sails."),
        }
        yield _(speaks[voice.speaks_for], name=voice.name)


def watch_lines(watch: WatchView) -> Iterator[str]:
    yield ""
    yield _("Watch {number} of {of}.", number=watch.number, of=watch.of)
    yield from prose(watch.situation).splitlines()
    yield _(
        "Forecast: {forecast}. Barometer: {barometer}.",
        forecast=watch.forecast,
        barometer=watch.barometer,
    )
    for line in watch.lines:
        yield _(
            "{name} ({kind}): {text}", name=line.name, kind=line.speaks_for.word, text=line.text
        )
    yield ". ".join(map(_gauge, watch.gauges)) + "."
    for line in watch.warnings:
        yield _("Warning from {name}: {text}", name=line.name, text=line.text)
    yield f"{watch.rudder}."
    for word, meaning in watch.words.items():
        yield _("Word: {word}, {meaning}.", word=word, meaning=meaning)
    for order in watch.orders:
        half = _(", half the watch") if order.half else ""
        yield f"{order.number}. {order.label} ({order.kind.word}{half}).{_locked(order)}"


def _gauge(gauge: GaugeView) -> str:
    return ", ".join(filter(None, (f"{gauge.label} {gauge.figure}", gauge.note)))


def _locked(order: OfferedOrder) -> str:
    """Why it cannot be given, after a blank; or nothing."""
    return " " + _("Locked: {reason}", reason=_sentence(order.locked)) if order.locked else ""


def _sentence(text: str) -> str:
    """With one full stop, whether its author wrote it or not."""
    return f"{text.removesuffix('.')}."


def _result(result: ResultView) -> Iterator[str]:
    yield ""
    yield _("You order: {order}.", order=result.order)
    yield from prose(result.text).splitlines()
    if result.fix:
        yield result.fix
    changes = (
        _("{gauge} from {before} to {after}", gauge=c.label, before=c.before, after=c.after)
        for c in result.changes
    )
    yield ", ".join(changes) + "."
    yield _("Why: {why}", why=result.why)
    if result.learnt:
        yield _("Learnt: {learnt}", learnt=prose(result.learnt))
    yield from result.returned


def _numbers(helm: Helm) -> Iterator[str]:
    if not helm.past:
        yield _("No watch has been sailed yet.")
        return
    for name, figure in helm.past[-1][1].numbers:
        yield _("{name}: {figure}.", name=name, figure=figure)


def _ending(helm: Helm) -> Iterator[str]:
    end: EndView = helm.end
    yield ""
    yield end.title
    yield from prose(end.text).splitlines()
    yield ngettext(
        "Outcome: {outcome}, after {count} watches. Seed {seed}.",
        "Outcome: {outcome}, after {count} watches. Seed {seed}.",
        end.watches,
        outcome=end.outcome.word,
        seed=helm.voyage.seed,
    )
    yield ". ".join(map(_gauge, end.gauges)) + "."
