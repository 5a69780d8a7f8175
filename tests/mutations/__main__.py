"""`python -m tests.mutations`: breaks every shipped scenario, and says what `check` makes of it.

With `--misses` also every break that is not flagged with one message on the right line.
"""

from __future__ import annotations

import sys

from game.scenario.shipped import shipped
from tests.mutations.breaking import WAYS, breaks
from tests.mutations.judging import Verdict, judge, share

BREAKS = 200


def main() -> None:
    """Print the table."""
    seed = int(sys.argv[sys.argv.index("--seed") + 1]) if "--seed" in sys.argv else 1
    files = sorted(shipped("scenarios").glob("*.yaml"))
    verdicts = {
        path.stem: [judge(b) for b in breaks(path.read_text(encoding="utf-8"), BREAKS, seed)]
        for path in files
    }
    every = [verdict for told in verdicts.values() for verdict in told]
    rows = {way: [v for v in every if v.broken.way == way] for way in WAYS}
    print(
        f"{'':<26}{'broken':>8}{'flagged':>9}{'right line':>12}{'one message':>13}{'tracebacks':>12}"
    )
    for name, told in {**rows, **verdicts, "all": every}.items():
        print(_row(name, told))
    if "--misses" in sys.argv:
        for verdict in every:
            if not (verdict.right and verdict.single):
                _tell(verdict)


def _row(name: str, told: list[Verdict]) -> str:
    flagged, right, single = (
        f"{100 * share(getattr(v, what) for v in told):.1f} %"
        for what in ("flagged", "right", "single")
    )
    raised = sum(bool(v.raised) for v in told)
    return f"{name:<26}{len(told):>8}{flagged:>9}{right:>12}{single:>13}{raised:>12}"


def _tell(verdict: Verdict) -> None:
    broken = verdict.broken
    print(f"\n{broken.way}: {broken.what} (line {min(broken.lines)} to {max(broken.lines)})")
    for finding in verdict.findings:
        print(f"  {finding.at.line}:{finding.at.column} {finding.code} {finding.message}")


if __name__ == "__main__":
    main()
