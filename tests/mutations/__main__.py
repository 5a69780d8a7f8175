"""`python -m tests.mutations`: breaks every shipped scenario, and says what `check` makes of it.

`--pasted` breaks them as people do who paste from other programs, or know other formats. `--misses`
tells every break that is not flagged with one message on the right line; `--read 100` tells so many
of all, drawn by chance, to be read by a person. `--follow` does what the messages say.
"""

from __future__ import annotations

import argparse
from collections import Counter
from itertools import pairwise

from game.findings import format_finding
from game.scenario.loading.files import bundled_folder
from game.voyage.luck import draw
from tests.mutations import breaking
from tests.mutations.breaking import breaks
from tests.mutations.following import follow
from tests.mutations.habits import EACH, PASTED
from tests.mutations.judging import BREAKS, Verdict, judge, share


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pasted", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--follow", action="store_true")
    parser.add_argument("--read", type=int, default=0, metavar="COUNT")
    options = parser.parse_args()
    ways = PASTED if options.pasted else breaking.WAYS
    count = len(ways) * EACH if options.pasted else BREAKS
    told = {
        path.stem: [
            judge(broken)
            for broken in breaks(path.read_text(encoding="utf-8"), count, 1 + seed, ways)
        ]
        for seed, path in enumerate(sorted(bundled_folder("scenarios").glob("*.yaml")))
    }
    every = [verdict for verdicts in told.values() for verdict in verdicts]
    rows = {way: [verdict for verdict in every if verdict.broken.way == way] for way in ways}
    print(f"{'':26} {'broken':>6} {'flagged':>9} {'right line':>11} {'one message':>12} tracebacks")
    for name, verdicts in {**rows, **told, "all": every}.items():
        print(_row(name, verdicts))
    if options.follow:
        _follow(every)
    missed = [verdict for verdict in every if not (verdict.right and verdict.single)]
    drawn = sorted(range(len(every)), key=lambda number: draw(len(every), number))
    for verdict in missed if options.misses else [every[n] for n in drawn[: options.read]]:
        _tell(verdict)


def _follow(every: list[Verdict]) -> None:
    """What becomes of the files, and every one that a message has made worse."""
    counts: Counter[str] = Counter()
    for verdict in every:
        steps = list(follow(verdict.broken.text))
        worse = any(len(after) > len(before) for (_, before), (_, after) in pairwise(steps))
        end = "as it was" if len(steps) == 1 else "better"
        counts["worse" if worse else "fine" if not steps[-1][1] else end] += 1
        if worse:
            print("made worse:")
            _tell(verdict)
    print(", ".join(f"{count} {end}" for end, count in counts.items()), "by following")


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
        print(format_finding(finding, broken.text))


if __name__ == "__main__":
    main()
