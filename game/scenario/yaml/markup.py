"""Y010 inside texts: HTML and remarks that people would see as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from game.findings import Finding, Position, warning
from game.scenario.yaml.ignores import IGNORE

TAGS = "a|b|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|small|span|strong|table|td|tr|u|ul"
TAG = rf"</?(?:{TAGS})(?:\s[^<>]*)?/?>"
ENTITY = r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#x[0-9A-Fa-f]{2,5});"
HTML = re.compile(f"({TAG}|{ENTITY})")
REMARK = re.compile(r"(?:^ *(?=#+\s)|(?:^|\s)(?=#+\s?(?i:todo|fixme|xxx)\b))(#.*)")


def check_markup(text: str, at: Position, lines: list[str]) -> Iterator[Finding]:
    """What a text has that is none; lines: those of the file that it stands in."""
    if ("<" in text or "&" in text) and (found := _first(HTML, at, lines)):
        place, sign = found
        message = f"'{sign}' is HTML, and is shown as it is"
        yield warning("Y010", place, message, "delete it, or type the sign that it stands for")


def check_remark(text: str, at: Position, lines: list[str]) -> Iterator[Finding]:
    """What below a `|` looks like a comment, and is none."""
    if "#" in text and IGNORE not in text and (found := _first(REMARK, at, lines)):
        message = "this remark is part of the text, and is shown"
        yield warning("Y010", found[0], message, "move it above the key of the text")


def _first(sign: re.Pattern[str], at: Position, lines: list[str]) -> tuple[Position, str] | None:
    """The first of a sign, and where it stands."""
    for number, line in enumerate(lines):
        if found := sign.search(line, at.column - 1 if number == 0 else 0):
            column, width = found.start(1) + 1, len(found[1])
            return replace(at, line=at.line + number, column=column, width=width), found[1]
    return None
