"""The QR code: an address as a picture that a phone's camera reads, for every kind of screen."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

import segno


def qr_dots(text: str) -> tuple[tuple[bool, ...], ...]:
    """For a window: row by row, whether a dot is dark; without the paper around it."""
    return tuple(tuple(map(bool, row)) for row in segno.make_qr(text, error="m").matrix)


@lru_cache(maxsize=8)
def invitation_of(link: str) -> dict[str, Any] | None:
    """For a page: what to type, and the rows of dots as text; None for no link at all."""
    if not link:
        return None
    address, _, code = link.partition("#")
    rows = ["".join("01"[dark] for dark in row) for row in qr_dots(link)]
    return {"address": address.partition("://")[2].rstrip("/"), "code": code, "rows": rows}


def qr_lines(text: str) -> str:
    """For a terminal, two dots a character."""
    out = io.StringIO()
    segno.make_qr(text, error="m").terminal(out, border=2, compact=True)
    return out.getvalue()
