"""A playtest in plain lines: the verdict first."""

from __future__ import annotations

from collections.abc import Iterator

from game.findings import Severity
from game.findings import format_finding as pointed_out
from game.playtest.baseline import Earlier, difference
from game.playtest.coverage_run import Example, Share
from game.playtest.report import Report
from game.playtest.tuning import Suggestion
from game.ship.gauges import GAUGES
from game.ship.ship import Outcome
from game.ui.terminal.printed.census_grid import grid_lines
from game.ui.vocabulary import wrapped

SHOWN = tuple(name for name in GAUGES if name != "sail")
PLURAL = {
    "watch": "watches",
    "line": "lines of voices",
    "order": "orders",
    "outcome": "outcomes of chance",
    "later": "consequences",
}
ROWS = 6
"""At most so many rows of the grid of mixes."""
MOST = 10
"""The most choices that are printed; all of them are in the JSON."""


def playtest_lines(report: Report, text: str, earlier: Earlier | None) -> Iterator[str]:
    """Everything worth a look; text: of the scenario's file."""
    yield from _verdict(report, text)
    yield from _captains(report)
    yield from _mixes(report)
    yield from _endings(report)
    yield from _coverage(report)
    yield from _announced(report)
    yield from _choices(report)
    yield from _gauges(report)
    yield from _rest(report)
    if earlier:
        yield from _difference(report, earlier)
    yield ""


def _verdict(report: Report, text: str) -> Iterator[str]:
    errors = sum(shown.finding.severity is Severity.ERROR for shown in report.findings)
    for shown in report.findings:
        yield pointed_out(shown.finding, text)
        if shown.example:
            yield from wrapped(f"    shown by {_example(shown.example)}")
        yield ""
    verdict = f"{errors} broken" if errors else "all guard-rails and checks hold"
    sailed = f"{report.voyages:,} voyages for each of {len(report.captains)} captains"
    yield from wrapped(f"{report.scenario}: {verdict}; {sailed}, from seed {report.seed}.")
    if report.recipe:
        yield from _recipe(report.recipe)


def _recipe(recipe: Suggestion) -> Iterator[str]:
    whole = "puts right" if recipe.mends else "helps, and does not yet put right,"
    yield ""
    yield f"this {whole} who arrives{', all together' * (len(recipe.turns) > 1)}"
    for turn in recipe.turns:
        yield f"  line {turn.line}: {turn.name} {turn.written:g} -> {turn.to:g}"
        yield f"    write  {turn.write}"


def _example(example: Example) -> str:
    whose = f"{example.captain}, seed {example.seed}" if example.captain else "weather as written"
    count = len(example.orders)
    ended = f"{example.outcome} with {example.ending}" if example.outcome else "under way"
    watches = f"{count} watch{'es' * (count != 1)}"
    return f"{whose}: {', '.join(example.orders) or 'no order'}; {ended} after {watches}"


def _captains(report: Report) -> Iterator[str]:
    outcomes = [outcome.value for outcome in Outcome if outcome is not Outcome.ARRIVED]
    yield ""
    yield f"captain     arrived  95 % sure   {'  '.join(f'{name:>9}' for name in outcomes)}"
    for row in report.captains:
        others = "  ".join(f"{row.outcomes[name] / report.voyages:>9.1%}" for name in outcomes)
        share = row.arrived
        yield f"{row.captain:<10}  {share.share:>7.1%}  {_between(share):<10}  {others}"


def _mixes(report: Report) -> Iterator[str]:
    yield ""
    yield "random captains: arrived, of 100 with each mix; upwards taught or shared"
    yield from grid_lines(report.mixes, ROWS)


def _between(share: Share) -> str:
    return f"{100 * share.low:.1f}-{100 * share.high:.1f}"


def _endings(report: Report) -> Iterator[str]:
    yield ""
    yield "ending, how often, and the shortest way there"
    for ending in report.endings:
        yield f"  {ending.ending}  {ending.told.share:.1%}"
        if ending.shortest:
            yield from wrapped(f"    {_example(ending.shortest)}")
    for rule in report.rules:
        verdict = {True: "holds", False: "broken", None: "not proved"}[rule.holds]
        yield f"  {rule.text}  {verdict} ({rule.how})"


def _coverage(report: Report) -> Iterator[str]:
    yield ""
    met = (
        f"{report.coverage.met[what]} of {n} {PLURAL[what]}"
        for what, n in report.coverage.of.items()
    )
    yield from wrapped(f"met: {', '.join(met)}")
    for missed in report.coverage.missed:
        yield f"  line {missed.line}: {'.'.join(map(str, missed.path[1:]))}: {missed.why}"


def _announced(report: Report) -> Iterator[str]:
    if report.announced:
        yield ""
        yield "what is announced, and what heeding it is worth, in points of arrival"
    for each in report.announced:
        between = f"{100 * each.low:+.0f} to {100 * each.high:+.0f}"
        yield (
            f"  {100 * each.worth:>+4.0f}  ({between})  {each.watch}: "
            f"{each.order}, not {each.instead}"
        )


def _choices(report: Report) -> Iterator[str]:
    yield ""
    yield "choices that matter most    taken  adaptive  then arrive  otherwise   swing"
    for choice in sorted(report.choices, key=lambda choice: -abs(choice.swing))[:MOST]:
        shares = (choice.arrive.share, choice.otherwise.share)
        yield (
            f"{choice.order[:26]:<26}  {choice.taken.share:>5.0%}  {choice.adaptive.share:>8.0%}"
            f"  {shares[0]:>11.1%}  {shares[1]:>9.1%}  {choice.swing:>+6.1%}"
        )
    for choice in report.choices:
        if choice.dominated:
            yield f"  {choice.order} is dominated: another order is as good in every gauge"
    for pair in report.false:
        yield f"  {' and '.join(pair.orders)} are a false choice: nothing hangs on it"


def _gauges(report: Report) -> Iterator[str]:
    yield ""
    yield "random captains' gauges, 5 to 95 %"
    yield "watch  " + "  ".join(f"{gauge:>12}" for gauge in SHOWN)
    rows: dict[int, dict[str, str]] = {}
    for spread in report.gauges:
        rows.setdefault(spread.watch, {})[spread.gauge] = f"{spread.p5:.0f} to {spread.p95:.0f}"
    for watch, ranges in rows.items():
        yield f"{watch:>5}  " + "  ".join(f"{ranges[gauge]:>12}" for gauge in SHOWN)


def _rest(report: Report) -> Iterator[str]:
    yield ""
    decides = report.decides
    yield from wrapped(
        f"who arrives is decided by the captain {decides.skill:.0%}, by the sea {decides.luck:.0%},"
        f" by both together {decides.together:.0%}"
    )
    for later in report.later:
        watches = f"{later.after} watch{'es' * (later.after != 1)}"
        yield from wrapped(
            f"{later.order}, {watches} later: comes back {later.came.share:.0%};"
            f" then {later.arrive.share:.0%} arrive, otherwise {later.otherwise.share:.0%}"
        )
    yield ""
    yield "figures that move random captains most, a fifth less or more    arrive with"
    for figure in report.figures:
        name = f"line {figure.line}: {figure.name} {figure.written:g}"
        yield f"  {name:<60}  {figure.less:>5.0%} to {figure.more:>4.0%}"
    solo, group, says_solo, says_group = report.minutes
    yield f"minutes {solo} alone, {group} in a group; the file says {says_solo} and {says_group}"


def _difference(report: Report, earlier: Earlier) -> Iterator[str]:
    found = difference(report, earlier)
    yield ""
    yield (
        "since the baseline"
        if any((found.changes, found.broken, found.mended))
        else ("nothing has changed since the baseline")
    )
    for change in found.changes:
        sure = "" if change.surely else "  (may be chance)"
        yield f"  {change.what}  {change.before:.1%} -> {change.now:.1%}{sure}"
    yield from (f"  broken: {message}" for message in found.broken)
    yield from (f"  mended: {message}" for message in found.mended)
