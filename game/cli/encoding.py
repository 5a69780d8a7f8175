"""Encoding: whatever the terminal or the pipe can hold, a character that it cannot is replaced.

By a near sign where there is one, never by a code. Files are not written here: they are UTF-8.
"""
# ruff: noqa: RUF001 - signs that look like others are what this is about

from __future__ import annotations

import codecs
import json
import os
import re
import sys
from contextlib import suppress
from io import TextIOWrapper, UnsupportedOperation
from pathlib import Path
from typing import TextIO
from unicodedata import category, lookup, name, normalize

NEAR = "near"
"""What the handler is called by."""
SIGNS = {
    sign: near
    for signs, near in {
        "‘’‚‛′": "'",
        "“”„‟″«»": '"',
        "‹◄◀◂": "<",
        "›►▶▸": ">",
        "→⇒": "->",
        "←⇐": "<-",
        "↔": "<->",
        "↑▲": "^",
        "↓▼": "v",
        "•·●○◆■▪□": "*",
        "✓✔": "+",
        "×": "x",
        "−": "-",
        "±": "+-",
        "÷⁄∕": "/",
        "≥": ">=",
        "≤": "<=",
        "≠": "!=",
        "≈": "~",
        "°": " deg",
        "€": "EUR",
        "£": "GBP",
        "ß": "ss",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "Œ": "OE",
        "ı": "i",
    }.items()
    for sign in signs
}
DRAWN = (
    ("BRAILLE PATTERN BLANK", " "),
    ("BRAILLE PATTERN", "."),
    ("BLOCK", "#"),
    ("LIGHT SHADE", "."),  # the empty part of a bar
    ("SHADE", ":"),
    ("LIGHT HORIZONTAL", "-"),
    ("LIGHT VERTICAL", "|"),
    ("BOX DRAWINGS", "+"),
)
"""What is in the name of a sign that pictures are made of, and what stands for it."""
UNHEARD = "?"


def open_streams() -> None:
    """From now on, what is said and heard breaks nothing; a stream that is closed leads nowhere."""
    codecs.register_error(NEAR, replace_unencodable)
    for stream, how in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        kept: TextIO | None = getattr(sys, stream)
        if kept is None:
            nowhere = Path(os.devnull).open(how, encoding="utf-8")  # noqa: SIM115 - to the end
            setattr(sys, stream, nowhere)
        elif isinstance(kept, TextIOWrapper):
            with suppress(UnsupportedOperation):  # somebody has begun to read it
                kept.reconfigure(errors=NEAR if how == "w" else "replace")


def replace_unencodable(error: UnicodeError) -> tuple[str, int]:
    """What stands for characters that cannot be written, as `codecs.register_error` asks for it."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(nearest_sign, error.object[error.start : error.end])), error.end


def nearest_sign(sign: str) -> str:
    """A character in ASCII: a sign that looks like it, the letter without its accent, or `?`."""
    if sign.isascii() or sign in SIGNS:
        return SIGNS.get(sign, sign)
    if category(sign) in {"Mn", "Me", "Cf"}:
        return ""
    if category(sign) == "Pd":
        return "-"
    parts, called = normalize("NFKD", sign), name(sign, "")
    bare, has_more, _ = called.partition(" WITH ")
    if parts != sign:
        near = "".join(map(nearest_sign, parts))
    elif has_more:
        near = _near_called(bare)
    else:
        near = next((drawn for part, drawn in DRAWN if part in called), UNHEARD)
    return UNHEARD if UNHEARD in near else near


def as_ascii_json(text: str) -> str:
    """The same JSON in ASCII alone."""
    return re.sub(r"[^\x00-\x7f]", lambda found: json.dumps(found[0])[1:-1], text)


def as_ascii_xml(text: str) -> str:
    """The same XML in ASCII alone."""
    return text.encode("ascii", "xmlcharrefreplace").decode()


def can_encode(stream: TextIO, text: str) -> bool:
    """Whether a text can be written there as it is."""
    try:
        text.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def is_utf8(stream: TextIO) -> bool:
    """Whether every program reads what is written there as it is."""
    return codecs.lookup(stream.encoding or "utf-8").name == "utf-8"


def _near_called(called: str) -> str:
    try:
        return nearest_sign(lookup(called))
    except KeyError:
        return UNHEARD
