"""The QR code: an address as a picture that a phone's camera reads, for every kind of screen."""

from __future__ import annotations

import io

import segno


def qr_dots(text: str) -> tuple[tuple[bool, ...], ...]:
    """For a window: row by row, whether a dot is dark; without the paper around it."""
    return tuple(tuple(map(bool, row)) for row in segno.make_qr(text, error="m").matrix)


def qr_lines(text: str) -> str:
    """For a terminal, two dots a character."""
    out = io.StringIO()
    segno.make_qr(text, error="m").terminal(out, border=2, compact=True)
    return out.getvalue()
