"""Excerpts: the examples of the pages, laid over the sound scenario that they are taken from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from game.scenario.loading.files import bundled_folder
from game.scenario.loading.finding_docs import FOLDER

KEY = re.compile(r" *([\w.-]+):(\s.*)?")


@dataclass
class Block:
    """A line, the comments above it, and what is indented further below it."""

    lines: list[str]
    below: list[Block] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The key that it begins with, or nothing."""
        found = KEY.fullmatch(self.lines[-1])
        return found[1] if found else ""

    @property
    def opens(self) -> bool:
        """Whether it holds keys of its own."""
        return bool(self.below) and all(block.key for block in self.below)

    def text(self) -> list[str]:
        """It as lines."""
        return [*self.lines, *(line for block in self.below for line in block.text())]


def sound() -> str:
    """The scenario in which nothing is wrong."""
    return (bundled_folder(FOLDER) / "sound.yaml").read_text(encoding="utf-8")


def translated() -> str:
    """Its translation, in which nothing is wrong either."""
    return (bundled_folder(FOLDER) / "sound.de.yaml").read_text(encoding="utf-8")


def laid_over(excerpt: str, whole: str = "") -> str:
    """A scenario, or the sound one, with the lines of an excerpt: instead of its own, or after."""
    blocks = _blocks((whole or sound()).splitlines())
    _lay(blocks, _blocks(excerpt.splitlines()))
    return "\n".join(line for block in blocks for line in block.text()) + "\n"


def _blocks(lines: list[str]) -> list[Block]:
    blocks: list[Block] = []
    above: list[str] = []
    depths: list[tuple[int, list[Block]]] = [(-1, blocks)]
    for line in lines:
        depth = len(line) - len(line.lstrip(" "))
        if not line.strip() or line.lstrip().startswith("#"):
            above.append(line)
            continue
        while depth <= depths[-1][0]:
            depths.pop()
        block = Block([*above, line])
        above = []
        depths[-1][1].append(block)
        depths.append((depth, block.below))
    return blocks


def _lay(base: list[Block], excerpt: list[Block]) -> None:
    own = {block.key: number for number, block in enumerate(base) if block.key}
    for block in excerpt:
        number = own.pop(block.key, None)
        if number is None:
            base.append(block)
        elif block.opens and base[number].opens:
            _lay(base[number].below, block.below)
        else:
            base[number] = block
