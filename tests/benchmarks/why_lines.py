"""`python -m tests.benchmarks.why_lines`: how true the why-lines of many voyages are."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from game.scenario.loading.library import find
from game.ship.ledger import Ledger, Term
from game.ship.why import why_line
from game.simulation.captains import NEED_FIRST, RANDOM
from game.simulation.half_skilled import RIGHT
from game.simulation.single_voyage import choice
from game.voyage.flow import Flow
from game.voyage.luck import draw
from game.voyage.result_notes import watch_sailed
from game.voyage.step import step
from game.voyage.voyage import Give, Sailed, new_voyage
from tests.transcripts import SCENARIOS

NAMES = {
    Term.WIND: "the wind was",
    Term.CURRENT: "had set her",
    Term.COURSE: "her bow",
    Term.HEEL: "leaned|leaning so far|too much sail",
    Term.CANVAS: "too little sail",
    Term.HABIT: "one kind of order too often",
    Term.CREW: "the crew had little heart|a crew in better heart",
    Term.HULL: "wear slowed her",
    Term.WEAR: "sea wore|wore her down|wear and strain",
    Term.MENDED: "more was mended|hands mend",
    Term.UNASKED: "unasked|more was mended|hands mended",
    Term.ORDER: "your order",
}
"""By what words, in English, a term is named."""
LONGEST = 25


def sailed_watches(scenario: str, voyages: int) -> Iterator[tuple[Ledger, str]]:
    """Every watch of random (odd seeds) and half-skilled captains' voyages, with its why-line."""
    flow = Flow(find(scenario).scenario)
    for seed in range(voyages):
        voyage = new_voyage(flow.scenario, seed)
        while voyage.outcome is None:
            luck = draw(seed, "half-skilled", len(voyage.sailed) + 1)
            captain = RANDOM if seed % 2 or luck >= RIGHT else NEED_FIRST
            voyage, events = step(flow, voyage, Give(choice(flow, voyage, captain)))
            sailed = next(event for event in events if isinstance(event, Sailed))
            watch = watch_sailed(flow.scenario, sailed)
            yield watch.ledger, why_line(watch)


def wrongs(ledger: Ledger, line: str) -> Iterator[str]:
    """What a why-line gets wrong, by the name of the rule."""
    said, needed = line.lower(), ledger.pace.needed
    columns = (*ledger.way.items(), *ledger.stability.items())
    if not re.search(NAMES[max(columns, key=lambda each: abs(each[1]))[0]], said):
        yield "largest term not named"
    if "little way" in said and ledger.made >= needed:
        yield "little way, at the pace needed"
    if "good way" in said and ledger.made < 0.8 * needed:
        yield "good way, below 80 % of the pace needed"
    if "too much sail" in said and min(columns, key=lambda each: each[1])[0] is not Term.HEEL:
        yield "too much sail, not the largest loss"
    costs = [f"{cost:.0f}" for cost in ledger.costs.values() if round(cost) >= 3]
    if not set(costs) <= set(re.findall(r"\d+", said.partition("your order")[2])):
        yield "cost of the order not named"
    if len(said.replace(" %", "%").split()) > LONGEST:
        yield f"longer than {LONGEST} words"


def measured(lines: Iterable[tuple[Ledger, str]]) -> tuple[int, Counter[str]]:
    """How many watches there were, and how many had which wrong."""
    found = [list(wrongs(ledger, line)) for ledger, line in lines]
    return len(found), Counter(chain.from_iterable(found))


def main(voyages: int) -> None:
    """Print the table."""
    whole, total = 0, Counter[str]()
    for scenario in SCENARIOS:
        watches, found = measured(sailed_watches(scenario, voyages))
        print(f"{scenario:<28}{watches:>7} watches  {dict(found)}")
        whole, total = whole + watches, total + found
    print(f"{'all':<28}{whole:>7} watches")
    for wrong, count in total.most_common():
        print(f"  {wrong:<44}{count:>6}{count / whole:>9.2%}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 260)
