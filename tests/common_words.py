"""`python -m tests.common_words FOLDER`: the list of common English words, from SCOWL's folder.

FOLDER: the word lists of Debian's package scowl 2020.12.07, usr/share/dict/scowl. Its levels 10 and
20 are kept, in lower case, without possessives; a word that has an -ing and an -ed, or an irregular
past of its own, can be a verb, and is marked with a v.
"""

from __future__ import annotations

import sys
from pathlib import Path

from game.scenario.authoring.english import ALIKE, COMMON, PAST, forms_in_ing_and_ed

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
    return any({ing, ed} <= inflected for ing, ed in forms_in_ing_and_ed(word))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
