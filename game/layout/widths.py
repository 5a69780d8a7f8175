"""How wide text is in the shipped faces, from a table that was made of them (tests/fonts.py)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("widths.json")
FALLBACK, BOLD, SIGNS = "NotoSans-Regular", "NotoSans-Bold", "NotoSansSymbols"
FACES = {
    "Next-Regular": ("AtkinsonHyperlegibleNext-Regular", FALLBACK, SIGNS),
    "Next-SemiBold": ("AtkinsonHyperlegibleNext-SemiBold", BOLD, SIGNS),
    "Next-ExtraBold": ("AtkinsonHyperlegibleNext-ExtraBold", BOLD, SIGNS),
    "Mono-Regular": ("AtkinsonHyperlegibleMono-Regular", FALLBACK, SIGNS),
}
"""The faces of each cut: its own, and those that draw what it lacks, by their file names.

Every cut draws the same characters.
"""
SLACK = 1.02
"""Rounding to whole pixels makes a line at some sizes so much wider than its letters add up to."""


@cache
def font_of(name: str) -> dict[str, int]:
    """The characters that a face draws, and how wide: thousandths of its size."""
    return {char: int(width) for width, chars in _table()[name].items() for char in chars}


@cache
def glyph_widths(cut: str) -> dict[str, int]:
    """The characters that a cut draws, and how wide: thousandths of its size."""
    own, letters, signs = (font_of(name) for name in FACES[cut])
    return {**signs, **letters, **own}


@lru_cache(maxsize=16_384)  # the same words are laid out for several windows
def width(text: str, cut: str) -> float:
    """How wide a line is, in units of its size.

    Raises:
        KeyError: if no face draws a character of it; see `drawable`.
    """
    try:
        thousandths = sum(map(font_of(FACES[cut][0]).__getitem__, text))
    except KeyError:
        thousandths = sum(map(glyph_widths(cut).__getitem__, text))
    return thousandths * SLACK / 1000


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    table: dict[str, dict[str, str]] = json.loads(TABLE.read_text(encoding="utf-8"))
    return table
