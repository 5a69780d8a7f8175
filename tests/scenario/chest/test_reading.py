"""A chest comes from anybody: what may not be in one is refused, and nothing is ever unpacked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.chest.names import ChestRefused
from game.scenario.chest.reading import read_chest
from game.scenario.chest.writing import written_chest
from tests.scenario.chest.builders import FACE, a_chest, a_scenario, a_zip

BOMB = b"\0" * (64 * 1024 * 1024)


def with_svg(inside: bytes) -> bytes:
    return a_chest({"art/ines.svg": FACE.replace(b"</svg>", inside + b"</svg>")})


def with_head(head: bytes) -> bytes:
    return a_chest({"art/ines.svg": head + FACE})


HOSTILE: dict[str, Callable[[], bytes]] = {
    "no chest": lambda: b"format: 1",
    "cut short": lambda: a_chest()[:-40],
    "no manifest": lambda: a_zip({"ward.yaml": b"format: 1"}),
    "no scenario": lambda: a_chest(scenario="another.yaml"),
    "a scenario outside": lambda: a_chest(scenario="../ward.yaml"),
    "a newer format": lambda: a_chest(chest=2),
    "another manifest": lambda: a_zip({"manifest.json": b"[]"}),
    "a deep manifest": lambda: a_zip({"manifest.json": b"[" * 50_000}),
    "what was not packed": lambda: a_chest(files={"ward.yaml": "0" * 64}),
    "up and out": lambda: a_chest({"../evil.yaml": b"x"}),
    "up and out on Windows": lambda: a_chest({"..\\evil.yaml": b"x"}),
    "an absolute path": lambda: a_chest({"/etc/evil.yaml": b"x"}),
    "a drive": lambda: a_chest({"C:evil.yaml": b"x"}),
    "a device": lambda: a_chest({"con.yaml": b"x"}),
    "a program": lambda: a_chest({"run.exe": b"x"}),
    "an escape in a name": lambda: a_chest({"\x1b[2J.yaml": b"x"}),
    "a name that ends in nothing": lambda: a_chest({"art/x.svg\0.exe": FACE}),
    "a link": lambda: a_zip({"manifest.json": b"{}", "ward.yaml": b"/etc/passwd"}, 0o120777),
    "a pipe": lambda: a_zip({"manifest.json": b"{}", "ward.yaml": b""}, 0o010644),
    "ten thousand files": lambda: a_chest({f"art/f{n}.svg": FACE for n in range(10_000)}),
    "a bomb": lambda: a_chest({"README.md": BOMB}),
    "a script": lambda: with_svg(b"<script>alert(1)</script>"),
    "a handler": lambda: with_svg(b'<path d="M0 0" onload="alert(1)"/>'),
    "a picture from outside": lambda: with_svg(b'<image href="http://e.org/x.png"/>'),
    "a style from outside": lambda: with_svg(b'<path style="fill:url(http://e.org/x)"/>'),
    "a file from outside": lambda: with_svg(b'<path fill="url(file:///etc/passwd)"/>'),
    "a reference": lambda: with_svg(b'<g><a href="javascript:alert(1)"/></g>'),
    "foreign content": lambda: with_svg(b"<foreignObject><p/></foreignObject>"),
    "a billion laughs": lambda: with_head(b'<!DOCTYPE svg [<!ENTITY a "b">]>'),
    "a style sheet": lambda: with_head(b'<?xml-stylesheet href="http://e.org"?>'),
    "no SVG": lambda: a_chest({"art/ines.svg": b"<html/>"}),
    "too many shapes": lambda: with_svg(b"<g/>" * 6_000),
    "no PNG": lambda: a_chest({"art/ines.png": FACE}),
    "a wide PNG": lambda: a_chest(
        {"art/ines.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\0\0\0\1\0\0" + b"\0" * 20}
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_chest_is_refused_with_a_sentence(name: str) -> None:
    """In which nothing stands that a terminal would act upon."""
    with pytest.raises(ChestRefused) as refused:
        read_chest("x.keel", HOSTILE[name]())

    assert refused.value.message().isprintable()


def test_a_sound_chest_says_what_is_in_it() -> None:
    """Byte for byte as it was packed; the same files make the same chest."""
    files = {"ward.yaml": a_scenario().encode(), "art/ines.svg": FACE, "LICENSE": b"Mine."}
    packed = written_chest("ward.yaml", files, {"model": 2})
    chest = read_chest("x.keel", packed)

    assert (chest.files, chest.scenario, chest.certificate) == (files, "ward.yaml", {"model": 2})
    assert written_chest("ward.yaml", dict(reversed(files.items())), {"model": 2}) == packed


SOUND = a_chest({"art/ines.svg": FACE})


@given(
    cuts=st.lists(
        st.tuples(st.integers(0, len(SOUND) - 1), st.binary(max_size=8)), min_size=1, max_size=6
    )
)
def test_whatever_is_done_to_its_bytes_it_is_read_or_refused(cuts: list[tuple[int, bytes]]) -> None:
    """Never a fault, and what is read is what was packed."""
    data = SOUND
    for at, piece in cuts:
        data = data[:at] + piece + data[at + len(piece) :]
    try:
        chest = read_chest("x.keel", data)
    except ChestRefused:
        return

    assert chest.files == read_chest("x.keel", SOUND).files


@given(name=st.text(min_size=1, max_size=30), data=st.binary(max_size=200))
def test_whatever_is_called_anything_is_refused_or_in_its_place(name: str, data: bytes) -> None:
    """No name leads anywhere but into the chest's own two folders."""
    try:
        chest = read_chest("x.keel", a_chest({name: data}))
    except (ChestRefused, UnicodeEncodeError):
        return

    assert all(name.count("/") <= 1 and ".." not in name for name in chest.files)


@given(inside=st.binary(max_size=120))
def test_whatever_is_drawn_is_shapes_or_refused(inside: bytes) -> None:
    """Also in a picture that is no XML at all."""
    try:
        chest = read_chest("x.keel", with_svg(inside))
    except ChestRefused:
        return

    assert b"<script" not in chest.files["art/ines.svg"].lower()
