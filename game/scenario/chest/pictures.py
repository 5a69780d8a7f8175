"""Pictures of somebody's own: SVG without anything but shapes, or PNG of a reasonable size."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from game.i18n import _
from game.scenario.chest.names import ART

SHAPES = frozenset(
    {
        *("svg", "g", "defs", "title", "desc", "metadata", "path", "circle", "ellipse", "rect"),
        *("line", "polyline", "polygon", "linearGradient", "radialGradient", "stop"),
    }
)
"""The elements that are drawn; no text, no picture, no script, no style."""
OUTSIDE = re.compile(
    r"url\s*\(\s*[\"']?(?![\"'\s#])|(https?|data|file|ftp|blob|javascript|vbscript):|//|\\|@import",
    re.IGNORECASE,
)
"""What leads out of a picture, or runs."""
MOST_NODES, MOST_PIXELS = 5_000, 2_048
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def wrong_with_picture(name: str, data: bytes) -> str:
    """Why a picture may not be shown, or empty; also for whatever is none by its name."""
    named = ART.fullmatch(name)
    if named is None:
        return ""
    return _wrong_with_png(data) if named["kind"] == "png" else _wrong_with_svg(data)


def _wrong_with_png(data: bytes) -> str:
    if not data.startswith(SIGNATURE) or data[12:16] != b"IHDR" or len(data) < 33:
        return _("this is no PNG")
    width, height = struct.unpack(">II", data[16:24])
    if not 0 < width <= MOST_PIXELS or not 0 < height <= MOST_PIXELS:
        return _("it is larger than {most} pixels", most=MOST_PIXELS)
    return ""


def _wrong_with_svg(data: bytes) -> str:
    if re.search(rb"<!\s*(DOCTYPE|ENTITY)", data, re.IGNORECASE) or b"<?xml-stylesheet" in data:
        return _("it has declarations that a picture does not need")
    try:
        text = data.decode("utf-8-sig")
        root = ET.fromstring(text)  # noqa: S314 - without declarations nothing expands
    except (ET.ParseError, ValueError, RecursionError, MemoryError):
        return _("this is no SVG")
    if _local(root.tag) != "svg":
        return _("this is no SVG")
    for number, node in enumerate(root.iter(), 1):
        if number > MOST_NODES:
            return _("it has more than {most} shapes", most=MOST_NODES)
        if reason := next(_wrong_with_node(node), ""):
            return reason
    return ""


def _wrong_with_node(node: ET.Element) -> Iterator[str]:
    tag = _local(node.tag)
    if tag not in SHAPES:
        yield _("it has a <{tag}>, and a face is drawn with shapes alone", tag=tag[:20])
    for key, value in node.attrib.items():
        name = _local(key).lower()
        if name.startswith("on") or (name == "href" and not value.startswith("#")):
            yield _("it has '{name}', which leads out of it or runs", name=name[:20])
        if OUTSIDE.search(value):
            yield _("it has '{name}', which leads out of it or runs", name=name[:20])


def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else "?"
