"""The text of a file: UTF-8 without surprises, lines ended alike, no tabs."""

from __future__ import annotations

import re
from codecs import BOM_UTF8

from game.findings import Finding, Position
from game.layout.characters import describe

UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def decode(file: str, data: bytes) -> tuple[str, list[Finding]]:
    """The file's text with LF line ends, and no findings; or the reason why there is none."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8", errors="ignore")
        message = "this is no UTF-8 text"
        return "", [Finding("Y001", _after(file, before), message, "save the file as UTF-8")]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if odd := UNREADABLE.search(text):
        message = f"an invisible character, {describe(odd.group())}"
        return "", [Finding("Y001", _after(file, text[: odd.start()]), message, "delete it")]
    if "\t" in text:
        at = _after(file, text[: text.index("\t")])
        return "", [Finding("Y002", at, "a tab", "use spaces: editors can do that for you")]
    if directive := re.search(r"^%", text, re.MULTILINE):
        at = _after(file, text[: directive.start()])
        return "", [Finding("Y005", at, "a line that begins with '%'", "delete it, or indent it")]
    return text, []


def encode_like(data: bytes, text: str) -> bytes:
    """A text with LF line ends as a file, with the byte order mark and line ends of these bytes."""
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    end = "\r\n" if 2 * data.count(b"\r\n") > data.count(b"\n") else "\n"
    return mark + text.replace("\n", end).encode()


def _after(file: str, text: str) -> Position:
    """The position of what follows this text."""
    return Position(file, text.count("\n") + 1, len(text) - text.rfind("\n"))
