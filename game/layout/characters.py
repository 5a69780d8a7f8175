"""Characters: those that are no part of a text, those that no face draws, and their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from unicodedata import category, is_normalized, name, normalize

from game.layout.widths import glyph_widths

CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""What a terminal would act upon, and what neither XML nor a font takes."""
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""What takes no room: joiners, marks of direction, soft hyphens, selectors."""
JOINERS = "\u200c\u200d\ufe0e\ufe0f"
"""Unseen, but some languages and most emoji cannot be written without them."""
SIGN = "\N{BULLET}"
"""Stands on a wall for a character that no face draws."""
BLANK_BRAILLE = "\u2800"
TWINS = str.maketrans(
    {
        "\n": " ",
        "\t": " ",
        "\N{NARROW NO-BREAK SPACE}": "\N{NO-BREAK SPACE}",
        "\N{FIGURE SPACE}": "\N{NO-BREAK SPACE}",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{HYPHEN}": "-",
        **dict.fromkeys("\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u200a\u205f\u3000", " "),
    }
)
"""Characters that differ from others in how lines break, not in how they look."""
NAMES = {
    "\0": "null",
    "\a": "bell",
    "\b": "backspace",
    "\t": "tab",
    "\n": "line feed",
    "\v": "vertical tab",
    "\f": "form feed",
    "\r": "carriage return",
    "\x1b": "escape",
    "\x7f": "delete",
    "\x85": "next line",
    "\ufeff": "byte order mark",
}


def describe(char: str) -> str:
    """A character by code point and name, such as `U+00AD soft hyphen`."""
    unnamed = "control character" if category(char) == "Cc" else "no character"
    return f"U+{ord(char):04X} {NAMES.get(char) or name(char, unnamed).lower()}"


def is_blank(text: str) -> bool:
    """Whether nothing in it can be seen."""
    if text[:1].isalnum():
        return False
    return not UNSEEN.sub("", CONTROL.sub("", text)).replace(BLANK_BRAILLE, "").strip()


def clean(text: str) -> str:
    """Text that any face and any terminal takes: without what is no part of it."""
    return UNSEEN.sub(lambda found: found[0] * (found[0] in JOINERS), CONTROL.sub("", text))


@lru_cache(maxsize=2_048)  # a text is laid out for several windows
def drawable(text: str) -> str:
    """What the shipped faces draw for a line of text; nothing is left that they do not have."""
    if text.isascii() and text.isprintable():
        return text
    visible = UNSEEN.sub("", CONTROL.sub("", text.translate(TWINS)))
    return "".join(map(_drawn, normalize("NFC", visible)))


def undrawable_characters(text: str) -> Iterator[str]:
    if text.isascii():
        return
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    known = glyph_widths("Next-Regular")
    for char in CONTROL.sub("", UNSEEN.sub("", text.translate(TWINS))):
        if char not in known and not all(part in known for part in normalize("NFKC", char)):
            yield char


@cache
def _drawn(char: str) -> str:
    """A character, what it is made of, or a sign; nothing for an accent that is not drawn."""
    known = glyph_widths("Next-Regular")
    if char in known:
        return char
    parts = normalize("NFKC", char)
    if all(part in known for part in parts):
        return parts
    return "" if category(char).startswith("M") else SIGN
