"""`python -m tests.common_words FOLDER`: the list of common English words, from SCOWL's folder.

FOLDER: the word lists of Debian's package scowl 2020.12.07, usr/share/dict/scowl. Its levels 10 and
20 are kept, in lower case, without possessives; a word that has an -ing and an -ed, or an irregular
past of its own, can be a verb, and is marked with a v.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from game.scenario.authoring.english import ALIKE, COMMON, PAST

ROOT = Path(__file__).parent.parent


def words_in(folder: Path, *levels: int) -> set[str]:
    """British and general words of these levels of commonness."""
    names = (f"{area}-words.{level}" for area in ("english", "british") for level in levels)
    lines = [(folder / name).read_text(encoding="latin-1").splitlines() for name in names]
    return {word for found in lines for word in found if word.isascii() and word.isalpha()}


def main(folder: Path) -> None:
    """Write it."""
    inflected = words_in(folder, 10, 20, 35)
    rows = (
        f"{word} v" if word in {*PAST.values(), *ALIKE} or _inflects(word, inflected) else word
        for word in sorted({word.lower() for word in words_in(folder, 10, 20)})
    )
    (ROOT / "assets" / COMMON).write_text("\n".join(rows) + "\n", encoding="utf-8")


def _inflects(word: str, inflected: set[str]) -> bool:
    return any({ing, ed} <= inflected for ing, ed in _forms_in_ing_and_ed(word))


def _forms_in_ing_and_ed(word: str) -> Iterator[tuple[str, str]]:
    """How a regular verb may be written."""
    stems = [word, word + word[-1]] + ([word[:-1]] if word.endswith("e") else [])
    yield from ((f"{stem}ing", f"{stem}ed") for stem in stems)
    if word.endswith("y"):
        yield f"{word}ing", f"{word[:-1]}ied"
    if word.endswith("e"):
        yield f"{word}ing", f"{word}d"
    if word.endswith("ie"):
        yield f"{word[:-2]}ying", f"{word}d"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
