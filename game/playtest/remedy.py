"""A remedy: figures turned in a copy of the file, which is then proven as any scenario is.

To arrive is no use where an ending is lost for it, a rule broken, or a text made untrue. So after
what puts right who arrives, every figure of the voyage's head is tried, with the whole report as
its judge; a remedy that cannot keep all of it says what stands in its way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log

from game.findings import errors_in
from game.playtest.report import Report, playtest
from game.playtest.sensitivity import paths_of
from game.playtest.tuning import RANGES, ValueChange, rounded
from game.scenario.loading.check_file import check_file
from game.scenario.loading.library import open_bytes
from game.scenario.model.loaded import LoadedScenario
from game.ship.gauges import GAUGE_RANGES

ROUNDS = 3
"""So often what is left is searched for again."""
FACTORS = (0.4, 0.5, 0.6, 0.67, 0.75, 0.85, 0.92, 1.08, 1.2, 1.35, 1.5, 1.7, 1.85, 2.0, 2.3)
"""How far a figure of the voyage's head is turned in one step."""
TRIED = 400
"""Voyages of each captain for each step; what is found is proven with all of the report's."""
VALUE = r"(?P<key>\b{key}:\s*)(?:\{{[^}}]*\}}|[^,}}\s#]+)"


@dataclass(frozen=True, slots=True)
class Remedy:
    """text: the whole file as it should be. written: its new lines. blocked: what is still wrong,
    or would be by now; empty for one that is proven.
    """

    text: str
    written: tuple[str, ...]
    blocked: tuple[str, ...]


def remedy_for(loaded: LoadedScenario, report: Report) -> Remedy:
    """What can be done for a scenario whose report is not as it should be."""
    best = _proven(loaded, report, report.recipe.turns if report.recipe else ())
    for start in ((), best.turns):  # from what was written, and from what puts right who arrives
        found = start
        for _ in range(ROUNDS if best.blocked else 0):
            step = _best_step(loaded, report, found)
            if step is None:
                break
            found = step
            proven = _proven(loaded, report, found)
            best = min(best, proven, key=lambda one: len(one.blocked))
            if not best.blocked:
                break
    written = tuple(f"line {turn.line}: {turn.write}" for turn in best.turns)
    return Remedy(with_turns(loaded.text, best.turns), written, best.blocked)


@dataclass(frozen=True, slots=True)
class _Tried:
    turns: tuple[ValueChange, ...]
    blocked: tuple[str, ...]


def _proven(loaded: LoadedScenario, report: Report, turns: tuple[ValueChange, ...]) -> _Tried:
    return _Tried(turns, _blocked(loaded, report, turns, report.voyages))


def _best_step(
    loaded: LoadedScenario, report: Report, turns: tuple[ValueChange, ...]
) -> tuple[ValueChange, ...] | None:
    """The turns with the one more that leaves least wrong; None if none leaves less."""
    worst = len(_blocked(loaded, report, turns, TRIED))
    every = list(_turns(loaded, turns))
    tried = [
        (len(_blocked(loaded, report, (*turns, turn), TRIED)), abs(log(turn.to / turn.written)), n)
        for n, turn in enumerate(every)
    ]
    least, _, number = min(tried, default=(worst, 0.0, 0))
    return (*turns, every[number]) if least < worst else None


def _turns(loaded: LoadedScenario, done: tuple[ValueChange, ...]) -> Iterator[ValueChange]:
    """Every figure of the voyage's head that is written, a step less or more."""
    source = check_file(loaded.file, loaded.text.encode()).source
    known = {turn.name for turn in done}
    for path, written in paths_of(loaded.scenario):
        name = ".".join(map(str, path))
        spot = source.find(path) if source else None
        if path[0] != "voyage" or name in known or spot is None or spot.path != path:
            continue
        low, high = RANGES.get(str(path[-1])) or GAUGE_RANGES[str(path[-1])]
        for to in sorted({rounded(written * factor) for factor in FACTORS} - {written, 0.0}):
            if low <= to <= high:
                yield ValueChange(name, spot.key_at.line, written, to, f"{path[-1]}: {to:g}")


def with_turns(text: str, turns: Iterable[ValueChange]) -> str:
    """A text with these figures on their lines, and nothing else changed."""
    lines = text.split("\n")
    for turn in turns:
        key, _, value = turn.write.partition(": ")
        found = re.search(VALUE.format(key=re.escape(key)), lines[turn.line - 1])
        if found:
            line = lines[turn.line - 1]
            lines[turn.line - 1] = f"{line[: found.end('key')]}{value}{line[found.end() :]}"
    return "\n".join(lines)


def _blocked(
    loaded: LoadedScenario, report: Report, turns: tuple[ValueChange, ...], voyages: int
) -> tuple[str, ...]:
    """What is broken with these figures, and what was well without them and is so no more."""
    data = with_turns(loaded.text, turns).encode()
    wrong = errors_in(check_file(loaded.file, data).findings)
    if wrong:
        return tuple(found.message for found in wrong)
    changed = open_bytes(loaded.file, data)
    after = playtest(changed, voyages, report.seed, figures=False, advice=False)
    broken = [found.message for found in errors_in(shown.finding for shown in after.findings)]
    told = {one.ending for one in report.endings if one.told.part}
    lost = [one.ending for one in after.endings if one.ending in told and not one.told.part]
    return (*broken, *(f"nobody comes to the ending '{ending}' any more" for ending in lost))
