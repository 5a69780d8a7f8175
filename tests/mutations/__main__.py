"""`python -m tests.mutations`: breaks every shipped scenario, and says what `check` makes of it.

`--pasted` breaks them as people do who paste from other programs, or know other formats. `--misses`
tells every break that is not flagged with one message on the right line; `--read 100` tells so many
of all, drawn by chance, to be read by a person.
"""

from __future__ import annotations

import argparse

from game.findings import report
from game.scenario.files import shipped
from game.voyage.luck import draw
from tests.mutations import breaking, habits, pasting
from tests.mutations.breaking import Way, breaks
from tests.mutations.judging import BREAKS, Verdict, judge, share

PASTED: dict[str, Way] = {**pasting.WAYS, **habits.WAYS}
EACH = 3
"""How often each pasted sign is put into each scenario."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pasted", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--read", type=int, default=0, metavar="COUNT")
    options = parser.parse_args()
    ways = PASTED if options.pasted else breaking.WAYS
    count = len(ways) * EACH if options.pasted else BREAKS
    told = {
        path.stem: [
            judge(broken)
            for broken in breaks(path.read_text(encoding="utf-8"), count, 1 + seed, ways)
        ]
        for seed, path in enumerate(sorted(shipped("scenarios").glob("*.yaml")))
    }
    every = [verdict for verdicts in told.values() for verdict in verdicts]
    rows = {way: [verdict for verdict in every if verdict.broken.way == way] for way in ways}
    print(f"{'':26} {'broken':>6} {'flagged':>9} {'right line':>11} {'one message':>12} tracebacks")
    for name, verdicts in {**rows, **told, "all": every}.items():
        print(_row(name, verdicts))
    missed = [verdict for verdict in every if not (verdict.right and verdict.single)]
    drawn = sorted(range(len(every)), key=lambda number: draw(len(every), number))
    for verdict in missed if options.misses else [every[n] for n in drawn[: options.read]]:
        _tell(verdict)


def _row(name: str, told: list[Verdict]) -> str:
    shares = [
        share(verdict.flagged for verdict in told),
        share(verdict.right for verdict in told),
        share(verdict.single for verdict in told),
    ]
    flagged, right, single = (f"{100 * part:.1f} %" for part in shares)
    raised = sum(bool(v.raised) for v in told)
    return f"{name:26} {len(told):>6} {flagged:>9} {right:>11} {single:>12} {raised:>10}"


def _tell(verdict: Verdict) -> None:
    broken = verdict.broken
    print(f"\n{broken.way}: {broken.what} (line {min(broken.lines)} to {max(broken.lines)})")
    for finding in verdict.findings:
        print(report(finding, broken.text))


if __name__ == "__main__":
    main()
