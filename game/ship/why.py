"""The why-line: a watch's ledger in plain words, the largest loss or gain of all among them."""

from __future__ import annotations

from dataclasses import dataclass

from game.i18n import N_, _
from game.number_format import listed
from game.ship.ledger import Ledger, Term
from game.ship.passage import Passage
from game.ship.weather import CURRENT, Weather

LITTLE = 0.8
"""Below this share of the pace needed, or of a perfect watch, she makes little way."""
WORTH_A_WORD = 0.12
"""What less of a perfect watch than this share was lost to is not told, if the rest is enough."""
COSTLY = 3
"""From here on, in a gauge's own units, what an order itself cost is told."""
WORDS = 25
REASONS = {
    Term.COURSE: N_("her bow was off port"),
    Term.HEEL: N_("leaning so far slowed her"),
    Term.CANVAS: N_("too little sail was set"),
    Term.HABIT: N_("one kind of order too often made her rudder heavy"),
    Term.HULL: N_("wear slowed her"),
}
LEANED = {
    1.6: N_("She leaned half as far again as she was built for."),
    1.9: N_("She leaned almost twice as far as she was built for."),
    2.2: N_("She leaned twice as far as she was built for."),
}
LEANED_MOST = N_("She leaned more than twice as far as she was built for.")
SHARES = {
    "progress": N_("{points:.0f} % of the way"),
    "course_error": N_("{points:.0f}° of the course"),
    "stability": N_("{points:.0f} % stability"),
    "crew": N_("{points:.0f} % crew spirit"),
    "seamanship": N_("{points:.0f} % seamanship"),
}


@dataclass(frozen=True, slots=True)
class WatchSailed:
    """What a why-line is made of."""

    passage: Passage[float]
    weather: Weather[float]
    ledger: Ledger


def why_line(watch: WatchSailed) -> str:
    """What became of way and ship, and what had most to do with either; then the order's own part.

    Where that is too long, what moved her less goes.
    """
    way, ship = (_largest(column) for column in (watch.ledger.way, watch.ledger.stability))
    verdict = f"{_(_verdict(watch))}."
    parts = [_about_the_way(watch), _about_the_ship(watch), _about_the_order(watch.ledger)]
    if _words(parts) > WORDS:
        is_way = abs(watch.ledger.way[way]) >= abs(watch.ledger.stability[ship])
        parts = [parts[0] if is_way else verdict, "" if is_way else parts[1], parts[2]]
    return " ".join(filter(None, parts))


def _words(parts: list[str]) -> int:
    """A percent sign is read with its figure."""
    return len(" ".join(parts).replace(" %", "%").split())


def _largest(column: dict[Term, float]) -> Term:
    return max(column, key=lambda term: abs(column[term]))


def _worst_but_the_order(column: dict[Term, float]) -> Term:
    return min((term for term in column if term is not Term.ORDER), key=column.__getitem__)


def _is_too_much_sail(ledger: Ledger) -> bool:
    """Whether it has lost her more than anything else."""
    most = min(*ledger.way.values(), *ledger.stability.values())
    return most in (ledger.way[Term.HEEL], ledger.stability[Term.HEEL])


def _about_the_way(watch: WatchSailed) -> str:
    ledger, verdict = watch.ledger, _(_verdict(watch))
    term = _worst_but_the_order(ledger.way)
    is_enough, lost = ledger.made >= ledger.pace.needed, -ledger.way[term]
    is_little = lost < WORTH_A_WORD * ledger.pace.best
    if is_little and (is_enough or _largest(ledger.way) is Term.ORDER):
        return f"{verdict}."
    if term is Term.HEEL and _moved_the_ship(ledger) is Term.HEEL:
        return f"{verdict}."
    held = {"verdict": verdict, "reason": _reason(watch, term)}
    return _("{verdict}, but {reason}.", **held) if is_enough else _("{verdict}: {reason}.", **held)


def _verdict(watch: WatchSailed) -> str:
    made, pace = watch.ledger.made, watch.ledger.pace
    if made >= pace.needed:
        return N_("She made good way") if made >= pace.best / 2 else N_("She made enough way")
    if made <= 0:
        away = watch.passage.steered >= 90
        return N_("She sailed away from port") if away else N_("She made no way")
    if made < LITTLE * min(pace.needed, pace.best):
        return N_("She made little way")
    if pace.needed > pace.best:
        return N_("She made way, with much left for few watches")
    return N_("She made almost enough way")


def _reason(watch: WatchSailed, term: Term) -> str:
    passage, weather = watch.passage, watch.weather
    if term is Term.CURRENT:
        return _moved_by_the_sea(passage, weather)
    if term is Term.WIND:
        return _("the wind was light") if weather.wind < 0.9 else _("the wind was a little light")
    if term is Term.CREW:
        low = passage.begun.crew < 40
        return _("the crew had little heart") if low else _("a crew in better heart is faster")
    if term is Term.HEEL and _is_too_much_sail(watch.ledger):
        return _("too much sail dragged her")
    if term is Term.COURSE and passage.steered >= 90:
        return _("her bow pointed past it")
    return _(REASONS[term])


def _moved_by_the_sea(passage: Passage[float], weather: Weather[float]) -> str:
    """How far a current set her is told only if someone has looked."""
    if weather.shift < CURRENT:
        return _("the sea had set her off unseen")
    if passage.ship.doubt:
        return _("a current had set her off")
    return _("a current had set her {shift:.0f}° off", shift=weather.shift)


def _moved_the_ship(ledger: Ledger) -> Term:
    return _largest({**ledger.stability, Term.ORDER: 0.0})


def _about_the_ship(watch: WatchSailed) -> str:
    toll = watch.passage.toll
    term = _moved_the_ship(watch.ledger)
    kept = toll.mended - toll.worn
    if term is Term.HEEL:
        return _leaned(watch)
    if kept >= toll.strained:
        if term is Term.UNASKED:
            return _("The crew, unasked, mended more than the sea wore.")
        return _("More was mended than the sea wore.")
    if kept >= 0:
        return _("Hands mended, but wear and strain took more.")
    if toll.mended < 1:
        return _("The sea wore her, and nobody mended.")
    if watch.weather.complexity >= 0.5:
        return _("So much at once wore her down.")
    return _("The sea wore more than hands mended.")


def _leaned(watch: WatchSailed) -> str:
    heel = watch.passage.heel
    leaned = _(next((words for bound, words in LEANED.items() if heel < bound), LEANED_MOST))
    if not _is_too_much_sail(watch.ledger):
        return leaned
    return _("Too much sail: {leaned}", leaned=leaned[:1].lower() + leaned[1:])


def _about_the_order(ledger: Ledger) -> str:
    """What it gained or cost by itself, before the sea answered: if that is much, or the most."""
    columns = {"progress": ledger.way, "stability": ledger.stability}
    most = {
        gauge: column[Term.ORDER]
        for gauge, column in columns.items()
        if _largest(column) is Term.ORDER
    }
    costs = {gauge: cost for gauge, cost in ledger.costs.items() if round(cost) >= COSTLY}
    costs = {**{gauge: -part for gauge, part in most.items() if part < 0}, **costs}
    gains = {gauge: part for gauge, part in most.items() if part > 0}
    if gains and costs:
        return _(
            "Your order gained {gains}, and cost {costs}.",
            gains=_shares(gains),
            costs=_shares(costs),
        )
    if gains:
        return _("Your order gained {gains}.", gains=_shares(gains))
    return _("Your order cost {costs}.", costs=_shares(costs)) if costs else ""


def _shares(gauges: dict[str, float]) -> str:
    return listed([_(SHARES[gauge], points=points) for gauge, points in gauges.items()])
