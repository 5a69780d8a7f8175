"""How plain an author's sentences are, beyond a school grade: what they leave out, and rare words.

By rules of thumb: they point at what to read once more, and do not judge it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from game.scenario.authoring.english import APOSTROPHES, has_verb, is_rare, words_of
from game.scenario.checks.text_display import TEXTS
from game.scenario.yaml.file_tree import FileTree, Spot
from game.scenario.yaml.parser import parse_yaml

SENTENCE_END = re.compile(r"(?<=[.!?])[^\w\s]*\s+(?=[^\w\s]*[A-ZÀ-Þ])")
LONG = 20
"""A sentence of more words than these is long."""
UNREAD = {"notes", "cards", "locked"}
NO_SENTENCES = {"title", "name", "label", "ask", "debrief"}
"""Texts under these keys need no verb, and stand by themselves."""
POINTERS = r"He|It|They|Him|His|Them|Their|Its|This|These|Those|That"
IMPERSONAL = r"is|was|will|has|takes|took|rains|snows|means|may|can|must|would|seems|depends"


class Lapse(StrEnum):
    """What makes a sentence hard to follow."""

    VERBLESS = "without a verb"
    POINTING = "opening with a pronoun for something in another paragraph"
    LONG = f"longer than {LONG} words"
    RARE = "with rare words"


@dataclass(frozen=True, slots=True)
class HardSentence:
    """line: of the file, from 1. words: the rare ones."""

    line: int
    lapse: Lapse
    sentence: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlainLanguage:
    """sentences, words: how many there are that players read; rare: words that are."""

    sentences: int
    words: int
    rare: int
    hard: tuple[HardSentence, ...]

    def count(self, lapse: Lapse) -> int:
        return sum(one.lapse is lapse for one in self.hard)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """opens: a paragraph."""

    spot: Spot
    text: str
    opens: bool


def plain_language_of(text: str, language: str, known: Iterable[str] = ()) -> PlainLanguage:
    """The sentences of a scenario's file that are hard to follow; of other languages, long ones.

    text: of a file without errors. known: words that the game explains.
    """
    root = parse_yaml("", text.encode()).tree
    spots = FileTree(root).each(*TEXTS) if root else ()
    sentences = [one for spot in spots if not UNREAD & set(spot.path) for one in _sentences(spot)]
    words = [word for each in sentences for word in words_of(each.text)]
    explained = {part.lower() for word in (*known, *_names(words)) for part in words_of(word)}
    hard = [
        HardSentence(_line(text, each), lapse, each.text, rare)
        for each in sentences
        for lapse, rare in _lapses(each, explained, is_english=language.startswith("en"))
    ]
    return PlainLanguage(
        sentences=len(sentences),
        words=len(words),
        rare=sum(len(one.words) for one in hard),
        hard=tuple(sorted(hard, key=lambda one: one.line)),
    )


def points_back(sentence: str) -> bool:
    """Whether it opens with a pronoun; she is the ship, and `it is late` points at nothing."""
    return bool(re.match(rf"\W*({POINTERS})\b(?![ {APOSTROPHES}]({IMPERSONAL}|s)\b)", sentence))


def _sentences(spot: Spot) -> Iterator[_Sentence]:
    for paragraph in re.split(r"\n\s*\n", spot.text.strip()):
        found = re.split(SENTENCE_END, " ".join(paragraph.split()))
        yield from (_Sentence(spot, one, not at) for at, one in enumerate(found) if words_of(one))


def _names(words: Collection[str]) -> Iterator[str]:
    """Words that are never written small: people, ships and places."""
    written = set(words)
    return (word for word in written if word[0].isupper() and word.lower() not in written)


def _line(text: str, sentence: _Sentence) -> int:
    """Where it begins in the file, however its lines are broken there."""
    at = sentence.spot.node.at.line
    start = sum(map(len, text.splitlines(keepends=True)[: at - 1]))
    parts = (re.escape(part).replace("'", "'{1,2}") for part in sentence.text.split())
    found = re.compile(r"\s+".join(parts)).search(text, start)
    return text.count("\n", 0, found.start()) + 1 if found else at


def _lapses(
    sentence: _Sentence, explained: Collection[str], *, is_english: bool
) -> Iterator[tuple[Lapse, tuple[str, ...]]]:
    if len(words_of(sentence.text)) > LONG:
        yield Lapse.LONG, ()
    if not is_english:
        return
    if not NO_SENTENCES & set(sentence.spot.path):
        if not has_verb(sentence.text):
            yield Lapse.VERBLESS, ()
        if sentence.opens and points_back(sentence.text):
            yield Lapse.POINTING, ()
    rare = tuple(word for word in words_of(sentence.text) if is_rare(word, explained))
    if rare:
        yield Lapse.RARE, rare
