"""Six ways in which a person breaks a scenario file, each seeded, each with the lines it harms.

What leaves the meaning alone, or leaves a file that its author may well have meant, is no
mistake and is drawn again; `Sound` and the ways themselves say what that is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from game.findings import Position
from game.scenario.yaml.nodes import Scalar
from game.voyage.luck import draw
from tests.mutations.sound import Sound, in_range, indent, meaning

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Broken:
    """A broken file. lines: where a person would look for the mistake, counted from 1."""

    way: str
    text: str
    lines: frozenset[int]
    what: str


@dataclass
class Dice:
    """Seeded chance."""

    seed: int
    thrown: int = 0

    def one_of(self, options: Sequence[T]) -> T:
        """Any of these."""
        self.thrown += 1
        return options[int(draw(self.seed, self.thrown) * len(options))]


def breaks(
    text: str, count: int, seed: int = 1, ways: Mapping[str, Way] | None = None
) -> Iterator[Broken]:
    """The file broken so many times, each way in turn; without those that it has no place for."""
    sound, dice, ways = Sound(text), Dice(seed), ways or WAYS
    whole, names = meaning(text), list(ways)
    for number in range(count):
        way = names[number % len(names)]
        tries = (
            broken
            for broken in _tries(way, ways[way], sound, dice)
            if broken.text != text and meaning(broken.text) != whole
        )
        yield from islice(tries, 1)


def _tries(name: str, way: Way, sound: Sound, dice: Dice) -> Iterator[Broken]:
    for _ in range(TRIES):
        if done := way(sound, dice):
            text, lines, what = done
            yield Broken(name, text, frozenset(lines), what)


Done = tuple[str, Iterable[int], str] | None
Way = Callable[[Sound, Dice], Done]
TRIES = 100
"""A way that finds no place so often has none in this file."""


def typo_in_key(sound: Sound, dice: Dice) -> Done:
    """A letter of a key too many, too few, or exchanged with the next."""
    keys = sound.keys
    key = dice.one_of(keys)
    wrong = _typo(key.text, dice)
    if wrong in {other.text for other in keys}:
        return None
    return _put(sound, key.at, key.text, wrong), [key.at.line], f"{key.text} -> {wrong}"


def typo_in_id(sound: Sound, dice: Dice) -> Done:
    """The same for a word that names something, or that is named elsewhere."""
    written = dice.one_of(sound.names)
    words = [word for word in re.finditer(r"[a-z_]+", written.text) if len(word.group()) > 1]
    word = dice.one_of(words)
    wrong = _typo(word.group(), dice)
    if wrong in sound.text.split():
        return None
    at = written.at.column - 1 + (not written.plain) + word.start()
    line = sound.lines[written.at.line - 1]
    changed = line[:at] + wrong + line[at + len(word.group()) :]
    return _with(sound, written.at.line, changed), [written.at.line], f"{word.group()} -> {wrong}"


def wrong_indent(sound: Sound, dice: Dice) -> Done:
    """A line, or it and all that belongs to it, some spaces to the left or right."""
    start = dice.one_of(sound.structure)
    end = dice.one_of([start + 1, sound.block(start)])
    by = dice.one_of([-4, -2, -1, 1, 2, 4])
    lines = sound.lines
    if any(line.strip() and indent(line) + by < 0 for line in lines[start:end]):
        return None
    moved = [(" " * (indent(line) + by) + line.lstrip()).rstrip() for line in lines[start:end]]
    text = _joined([*lines[:start], *moved, *lines[end:]])
    return text, range(start + 1, end + 1), f"{by:+} for {end - start} lines"


def missing_quote(sound: Sound, dice: Dice) -> Done:
    """One of the two quotes around a text."""
    text = dice.one_of(sound.texts)
    quoted = f'"{text.text}"' if '"' not in text.text else f"'{text.text}'"
    if quoted[1:-1].count(quoted[0]):
        return None
    wrong = dice.one_of([quoted[1:], quoted[:-1]])
    written = sound.lines[text.at.line - 1][text.at.column - 1 :][: text.at.width]
    return _put(sound, text.at, written, wrong), [text.at.line], wrong


def deleted_line(sound: Sound, dice: Dice) -> Done:
    """A line that something needs (`Sound.can_go` knows).

    One looks at the gap, at the line that owned it, or at one that names what is gone.
    """
    lines = sound.lines
    line = dice.one_of([n for n, text in enumerate(lines) if text.strip()])
    if sound.can_go(line):
        return None
    above = range(line - 1, -1, -1)
    depth = indent(lines[line])
    owner = next((n for n in above if lines[n].strip() and indent(lines[n]) < depth), 0)
    text = _joined([*lines[:line], *lines[line + 1 :]])
    readers = [reader - (reader > line) + 1 for reader in sound.naming(line)]
    return text, [owner + 1, line, line + 1, *readers], lines[line].strip()


def swapped_blocks(sound: Sound, dice: Dice) -> Done:
    """Two blocks that stand one after the other change places, whatever their depth.

    But not the last order of a watch with the next watch, nor what an order may leave out with
    the next order: the other may well be meant to have it.
    """
    lines = sound.lines
    start = dice.one_of(sound.structure)
    middle = sound.block(start)
    after = next((n for n in sound.structure if n >= middle), None)
    if after is None or (sound.is_order(start) and sound.is_watch(after)):
        return None
    if sound.is_optional(start) and sound.is_order(after):
        return None
    end = sound.block(after)
    moved = [*lines[after:end], *lines[middle:after], *lines[start:middle]]
    text = _joined([*lines[:start], *moved, *lines[end:]])
    return text, range(start + 1, end + 1), f"{lines[start].strip()} <-> {lines[after].strip()}"


def bad_number(sound: Sound, dice: Dice) -> Done:
    """A digit too many, a lost point, a letter for a digit; redrawn if it is still in range."""
    spot = dice.one_of(sound.numbers)
    node = spot.node
    assert isinstance(node, Scalar)
    number = re.search(r"[+-]?[\d.]+", node.text)
    assert number
    old = number.group()
    new = dice.one_of(
        [
            old + old[-1],
            old.replace(".", ""),
            old.replace(".", ","),
            old.replace("0", "O").replace("1", "l"),
            f"{old}%",
            f"-{old}",
            "ten",
            *([f'"{old}"'] if node.text == old else []),
        ]
    )
    if re.fullmatch(r"[+-]?(0|[1-9]\d*)(\.\d+)?", new) and in_range(spot, float(new)):
        return None
    written = sound.lines[node.at.line - 1][node.at.column - 1 :][: node.at.width]
    return (
        _put(sound, node.at, written, written.replace(old, new)),
        [node.at.line],
        f"{old} -> {new}",
    )


WAYS: dict[str, Way] = {
    "typo in a key": typo_in_key,
    "typo in an id": typo_in_id,
    "wrong indent": wrong_indent,
    "missing quote": missing_quote,
    "deleted line": deleted_line,
    "swapped block": swapped_blocks,
    "bad number": bad_number,
}


def _typo(word: str, dice: Dice) -> str:
    at = dice.one_of(range(len(word)))
    return dice.one_of(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
            word[:at] + dice.one_of("aeinrst") + word[at + 1 :],
        ]
    )


def _put(sound: Sound, at: Position, old: str, new: str) -> str:
    line = sound.lines[at.line - 1]
    start = at.column - 1
    return _with(sound, at.line, line[:start] + new + line[start + len(old) :])


def _with(sound: Sound, number: int, line: str) -> str:
    lines = sound.lines
    return _joined([*lines[: number - 1], line, *lines[number:]])


def _joined(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"
