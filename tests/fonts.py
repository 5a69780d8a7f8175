"""`python -m tests.fonts`: measures the shipped faces into game/layout/widths.json.

`python -m tests.fonts FOLDER` first makes the fallback faces anew, from the Noto faces in FOLDER
(Debian's package fonts-noto-core): what the game's own faces lack of Latin, Greek, Cyrillic,
punctuation and common signs, without hints, so that all three stay below 300 KB.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools import merge, subset
from fontTools.ttLib import TTFont

from game.layout.widths import FACES, TABLE
from game.scenario.files import shipped

FONTS = shipped("assets") / "fonts"
LETTERS = (
    (0x00A0, 0x024F, 0x0259, 0x0259, 0x02B0, 0x0333, 0x0370, 0x04FF, 0x1E00, 0x1EFF)
    + (0x2010, 0x2027, 0x2030, 0x205E, 0x2070, 0x2094, 0x20A0, 0x20C0, 0x2100, 0x2126)
    + (0x2150, 0x215F)
)
SIGNS = (
    (0x2160, 0x217F, 0x2190, 0x2199, 0x21D0, 0x21D5, 0x2200, 0x220D, 0x2227, 0x222A)
    + (0x2234, 0x2237, 0x2261, 0x2261, 0x226A, 0x226B, 0x2282, 0x2287, 0x2295, 0x2299)
    + (0x2460, 0x2473, 0x25A0, 0x25FF, 0x2600, 0x26FF, 0x2701, 0x27BF)
)
"""Ranges of code points: the first and the last of each."""
SYMBOLS = ("NotoSansSymbols2-Regular", "NotoSansSymbols-Regular", "NotoSansMath-Regular")


def drawn_by(font: Path) -> dict[int, str]:
    """The code points that a face draws, and the names of their glyphs."""
    with TTFont(font) as face:
        return dict(face.getBestCmap())


def table() -> dict[str, dict[str, str]]:
    """For each face and width, in thousandths of its size, the characters that are as wide."""
    return {name: _widths(FONTS / f"{name}.ttf") for name in sorted({*sum(FACES.values(), ())})}


def _widths(font: Path) -> dict[str, str]:
    by_width: dict[int, list[str]] = {}
    with TTFont(font) as face:
        units, advances = face["head"].unitsPerEm, face["hmtx"]
        for code, glyph in sorted(face.getBestCmap().items()):
            by_width.setdefault(round(1000 * advances[glyph][0] / units), []).append(chr(code))
    return {str(width): "".join(by_width[width]) for width in sorted(by_width)}


def make_fallbacks(noto: Path) -> None:
    """The fallback faces from the whole ones."""
    own = set.intersection(*(set(drawn_by(path)) for path in FONTS.glob("Atkinson*.ttf")))
    for cut in ("Regular", "Bold"):
        _cut(noto / f"NotoSans-{cut}.ttf", _codes(LETTERS) - own, FONTS / f"NotoSans-{cut}.ttf")
    left = _codes(SIGNS) - own
    with TemporaryDirectory() as folder:
        parts = []
        for name in SYMBOLS:
            parts.append(str(Path(folder) / f"{name}.ttf"))
            left -= _cut(noto / f"{name}.ttf", left, Path(parts[-1]))
        merge.Merger().merge(parts).save(FONTS / "NotoSansSymbols.ttf")


def _cut(whole: Path, codes: set[int], into: Path) -> set[int]:
    """Write a face with no more than these code points; which of them it has."""
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "MATH"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    face = subset.load_font(whole, options)
    found = codes & set(face.getBestCmap())
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=found)
    cutter.subset(face)
    face.save(into)
    return found


def _codes(ranges: Iterable[int]) -> set[int]:
    ends = iter(ranges)
    return {code for first, last in zip(ends, ends, strict=True) for code in range(first, last + 1)}


if __name__ == "__main__":
    for folder in sys.argv[1:]:
        make_fallbacks(Path(folder))
    lines = (
        f" {json.dumps(name)}: {json.dumps(widths, ensure_ascii=True)}"
        for name, widths in table().items()
    )
    TABLE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
