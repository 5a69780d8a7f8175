"""Characters: named, cleaned away, or drawn as what looks like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.layout.characters import (
    CONTROL,
    SIGN,
    clean,
    describe,
    drawable,
    is_blank,
    undrawable_characters,
)
from game.layout.widths import FACES, glyph_widths, width


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        pytest.param("half\N{NON-BREAKING HYPHEN}mast", "half-mast", id="a hyphen of Word's"),
        pytest.param("12\N{NARROW NO-BREAK SPACE}%", "12\xa0%", id="a narrow space"),
        pytest.param("fen\N{SOFT HYPHEN}der", "fender", id="a soft hyphen"),
        pytest.param("\N{RIGHT-TO-LEFT OVERRIDE}abc", "abc", id="a mark of direction"),
        pytest.param("cafe\u0301", "café", id="an accent of its own"),
        pytest.param("\ufb01ne \u2460", "fine \u2460", id="letters of another shape"),
        pytest.param("Ж λ ⚓ → ✓", "Ж λ ⚓ → ✓", id="what the fallback faces have"),
        pytest.param("a\0b\x1b", "ab", id="controls"),
        pytest.param("👩\N{ZERO WIDTH JOINER}✈️", f"{SIGN}✈", id="an emoji"),
        pytest.param("霧", SIGN, id="a script that no face has"),
    ],
)
def test_a_text_is_drawn_without_a_box(written: str, drawn: str) -> None:
    """As itself, as its twin, or at worst as a sign."""
    assert drawable(written) == drawn


@given(st.text())
def test_what_is_drawable_is_drawn_by_every_cut(written: str) -> None:
    """And has a width; what is not is named."""
    drawn = drawable(written)

    assert all(width(drawn, cut) >= 0 for cut in FACES)
    assert SIGN not in drawn or SIGN in written or list(undrawable_characters(written))
    assert not CONTROL.search(clean(written))


def test_every_cut_draws_the_same_characters() -> None:
    """So that one answer holds for headlines and for lines of files."""
    assert len({frozenset(glyph_widths(cut)) for cut in FACES}) == 1


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        pytest.param("\xa0 \N{NARROW NO-BREAK SPACE}", True, id="spaces that do not break"),
        pytest.param("\N{ZERO WIDTH SPACE}\N{ZERO WIDTH JOINER}", True, id="of no width"),
        pytest.param("\N{BRAILLE PATTERN BLANK}", True, id="a braille blank"),
        pytest.param("\xa0.", False, id="a full stop"),
        pytest.param("霧", False, id="a letter"),
    ],
)
def test_a_text_is_blank_if_nothing_can_be_seen(text: str, blank: bool) -> None:
    """Whatever it is made of."""
    assert is_blank(text) is blank


@pytest.mark.parametrize(
    ("char", "name"),
    [
        ("\0", "U+0000 null"),
        ("\x1b", "U+001B escape"),
        ("\x91", "U+0091 control character"),
        ("\N{ZERO WIDTH SPACE}", "U+200B zero width space"),
        ("\ufeff", "U+FEFF byte order mark"),
        ("\uffff", "U+FFFF no character"),
    ],
    ids=lambda value: value[:6] if value.startswith("U+") else "",
)
def test_a_character_is_called_by_code_point_and_name(char: str, name: str) -> None:
    """As people can look it up."""
    assert describe(char) == name
