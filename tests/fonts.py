"""`python -m tests.fonts`: measures the shipped faces into game/layout/widths.json.

`python -m tests.fonts FOLDER` first makes the fallback faces anew, from the Noto faces in FOLDER
(Debian's package fonts-noto-core): what the game's own faces lack of Latin, Greek, Cyrillic,
punctuation and common signs, without hints, so that all three stay below 300 KB.
"""

from __future__ import annotations

import json
import sys
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools import merge, subset
from fontTools.ttLib import TTFont

from game.layout.widths import FACES, TABLE
from game.scenario.loading.files import bundled_folder

FONTS = bundled_folder("assets") / "fonts"
LETTERS = """00A0-024F 0259 02B0-0333 0370-04FF 1E00-1EFF 2010-2027 2030-205E 2070-2094
20A0-20C0 2100-2126 2150-215F"""
SIGNS = """2160-217F 2190-2199 21D0-21D5 2200-220D 2227-222A 2234-2237 2261 226A-226B 2282-2287
2295-2299 2460-2473 25A0-26FF 2701-27BF"""
"""Code points, and ranges of them."""
SYMBOLS = ("NotoSansSymbols2-Regular", "NotoSansSymbols-Regular", "NotoSansMath-Regular")


def drawn_by(font: Path) -> dict[int, str]:
    """The code points that a face draws, and the names of their glyphs."""
    with TTFont(font) as face:
        return dict(face.getBestCmap())


def table() -> dict[str, dict[str, str]]:
    """For each face and width, in thousandths of its size, the characters that are as wide."""
    return {name: _widths(FONTS / f"{name}.ttf") for name in sorted(set(chain(*FACES.values())))}


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


def _codes(ranges: str) -> set[int]:
    ends = [each.split("-") for each in ranges.split()]
    return {code for each in ends for code in range(int(each[0], 16), int(each[-1], 16) + 1)}


if __name__ == "__main__":
    for folder in sys.argv[1:]:
        make_fallbacks(Path(folder))
    lines = (
        f" {json.dumps(name)}: {json.dumps(widths, ensure_ascii=True)}"
        for name, widths in table().items()
    )
    TABLE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
