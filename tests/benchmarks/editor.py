"""What the language server takes, and whether ten thousand edits disturb it.

`python -m tests.benchmarks.editor [EDITS]`: times on a thousand lines, then random edits and
half-typed files, after each of which every question is asked.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random  # noqa: TID251 - a benchmark's own dice
from statistics import median
from time import perf_counter

from game.scenario.loading.files import bundled_folder
from game.ui.editor.analysis import Analysis, Desk, analysed
from game.ui.editor.completion import completions
from game.ui.editor.hover import hover_at
from game.ui.editor.navigation import definition_of, references_of
from game.ui.editor.outline import hints, symbols
from game.ui.editor.protocol import diagnostic_of

PIECES = (
    *("\n", "  ", ":", "- ", "{", "}", "[", "]", '"', "'", "#", "\t", "\0", "é", "🙂", "|", "&a "),
    *("kind: ", "goto: ", "when: [", "crew is at least ", "watches:", "\n  x:\n", "*a", "!!int "),
)


def edit(text: str, dice: Random) -> str:
    """A text after one more stroke: something typed, deleted, moved or cut off."""
    at = dice.randrange(len(text) + 1)
    match dice.randrange(5):
        case 0:
            return text[:at] + text[at + dice.randrange(40) :]
        case 1:
            return text[:at]
        case 2:
            to = min(len(text), at + dice.randrange(200))
            return text[:at] + text[to:] + text[at:to]
        case _:
            return text[:at] + dice.choice(PIECES) + text[at:]


def ask_everything(desk: Desk, known: Analysis, dice: Random) -> None:
    lines = known.text.split("\n")
    line = dice.randrange(len(lines))
    column = dice.randrange(len(lines[line]) + 1)
    for found in known.findings:
        diagnostic_of(found, known.text)
    completions(known, line, column)
    hover_at(known, line, column)
    definition_of(desk, known, line, column)
    references_of(desk, known, line, column)
    symbols(known)
    hints(known)


def type_at_random(edits: int, seed: int = 1) -> int:
    """How many findings were stale, which none may be; begins anew after every 40 edits."""
    whole = (bundled_folder("scenarios") / "maiden-passage.yaml").read_text(encoding="utf-8")
    dice = Random(seed)  # noqa: S311 - strokes, no secrets
    path, desk, text, stale = Path("maiden-passage.yaml"), Desk(), whole, 0
    for number in range(edits):
        text = edit(text, dice) if number % 40 else whole
        known = desk.look(path, text)
        ask_everything(desk, known, dice)
        if number % 10 == 0:
            stale += known.findings != analysed(path, text, known).findings
    return stale


def times(lines: int = 1_000) -> tuple[int, float, float]:
    """Lines, and seconds for diagnostics and for completion: the median of 50 edits."""
    text = (bundled_folder("scenarios") / "the-race-to-port-meridian.yaml").read_text(
        encoding="utf-8"
    )
    head, _, rest = text.partition("\nwatches:\n")
    body, _, foot = rest.partition("\nendings:\n")
    again = body.replace("\n  the_", "\n  once_the_")[: max(0, (lines - text.count("\n")) * 60)]
    again = again[: again.rindex("\n  once_the_")]
    text = f"{head}\nwatches:\n{body}\n{again}\nendings:\n{foot}"
    looked, offered, desk = [], [], Desk()
    for number in range(50):
        now = text.replace("kind: course", "kind: cou", 1 + number % 9)
        now = now.replace("title:", f"title: {number}", 1)
        began = perf_counter()
        known = desk.look(Path("long.yaml"), now)
        told = [diagnostic_of(found, now) for found in known.findings]
        looked.append(perf_counter() - began)
        began = perf_counter()
        completions(known, 40 + number, len(now.split("\n")[40 + number]))
        offered.append(perf_counter() - began)
        assert told is not None
    return text.count("\n"), median(looked), median(offered)


if __name__ == "__main__":
    count, told, typed = times()
    print(f"{count} lines: diagnostics {1000 * told:.0f} ms, completion {1000 * typed:.1f} ms")
    edits = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    began = perf_counter()
    stale = type_at_random(edits)
    print(f"{edits} edits, {stale} stale findings, {perf_counter() - began:.0f} s")
