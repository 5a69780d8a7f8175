"""`python -m tests.mutations`: breaks every shipped scenario, and says what `check` makes of it.

With `--misses` also every break that is not flagged with one message on the right line.
"""

from __future__ import annotations

import sys

from game.scenario.files import shipped
from tests.mutations.breaking import WAYS, breaks
from tests.mutations.judging import BREAKS, Verdict, judge, share


def main() -> None:
    """Print the table."""
    every: list[Verdict] = []
    told: dict[str, list[Verdict]] = {}
    for path in sorted(shipped("scenarios").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        told[path.stem] = [judge(broken) for broken in breaks(text, BREAKS)]
        every += told[path.stem]
    rows = {way: [verdict for verdict in every if verdict.broken.way == way] for way in WAYS}
    print(f"{'':26} {'broken':>6} {'flagged':>9} {'right line':>11} {'one message':>12} tracebacks")
    for name, verdicts in {**rows, **told, "all": every}.items():
        print(_row(name, verdicts))
    if "--misses" in sys.argv:
        for verdict in every:
            if not (verdict.right and verdict.single):
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
        print(f"  {finding.at.line}:{finding.at.column} {finding.code} {finding.message}")


if __name__ == "__main__":
    main()
