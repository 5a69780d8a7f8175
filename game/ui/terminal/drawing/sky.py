"""The sky in dots: which hour it is, and whether it is clear, grey, wet or thick. No rules."""

from __future__ import annotations

from math import cos, pi, sin

from game.scenario.model.scene import Hour, Sky
from game.ui.terminal.drawing.braille import Sheet
from game.voyage.sea import Backdrop

SUN, DIM = "$sails", "$dim"
HEIGHT = {Hour.DAWN: 0.62, Hour.DAY: 0.2, Hour.DUSK: 0.62, Hour.NIGHT: 0.24}
"""How far below the top the sun or the moon stands, a share of the sheet."""
ACROSS = {Hour.DAWN: 0.84, Hour.DAY: 0.72, Hour.DUSK: 0.16, Hour.NIGHT: 0.72}
GOLDEN = 0.618034


def draw_sky(sheet: Sheet, under: Backdrop, time: float) -> None:
    """All of it; what comes later is drawn on top. time: seconds."""
    if under.hour is Hour.NIGHT and under.sky is Sky.CLEAR:
        _stars(sheet)
    if under.sky in {Sky.CLEAR, Sky.HAZE}:
        _light(sheet, under.hour, is_veiled=under.sky is Sky.HAZE)
    if under.sky in {Sky.OVERCAST, Sky.RAIN}:
        _clouds(sheet, time, is_low=under.gale)
    if under.sky is Sky.RAIN:
        _rain(sheet, time)
    if under.sky in {Sky.FOG, Sky.HAZE}:
        _fog(sheet, time, is_thick=under.sky is Sky.FOG)


def _light(sheet: Sheet, hour: Hour, *, is_veiled: bool) -> None:
    """The sun, with rays by day and halved by the horizon morning and evening; or the moon."""
    width, height = sheet.size
    x, y, r = ACROSS[hour] * width, HEIGHT[hour] * height, max(3.0, height / 9)
    if hour in {Hour.DAWN, Hour.DUSK}:
        y = height - max(5, height // 4) + 1.0
    disc = [(x + r * cos(n * pi / 12), y + r * sin(n * pi / 12)) for n in range(24)]
    ink = DIM if is_veiled else SUN
    sheet.fill(disc, ink)
    if hour is Hour.NIGHT:
        for n in range(-round(r), round(r) + 1):
            sheet.erase((x + 0.45 * r, y + n), (x + 1.4 * r, y + n))
    elif not is_veiled:
        for n in range(16):
            near, far = (_around((x, y), n, share * r) for share in (1.5, 1.9 + 0.3 * (n % 2)))
            if far[1] < y + 1 or hour is Hour.DAY:
                sheet.line(near, far, ink)


def _around(at: tuple[float, float], sixteenth: int, r: float) -> tuple[float, float]:
    turn = sixteenth * pi / 8
    return at[0] + r * cos(turn), at[1] + r * sin(turn)


def _stars(sheet: Sheet) -> None:
    width, height = sheet.size
    for n in range(width // 6):
        sheet.dot((n * GOLDEN % 1) * width, (n * GOLDEN * 7 % 1) * 0.6 * height, SUN)


def _clouds(sheet: Sheet, time: float, *, is_low: bool) -> None:
    """Two rows of banks that drift; in a gale four, and no gap between them."""
    width, height = sheet.size
    for row in range(4 if is_low else 2):
        y = (0.06 + 0.07 * row) * height
        for x in range(width):
            bank = sin((x + 0.4 * time) / 11 + 2.4 * row) + 0.6 * sin((x + 0.4 * time) / 4.3 + row)
            if bank > (-0.6 if is_low else 0.3):
                sheet.dot(x, y - 1.2 * bank, DIM)


def _rain(sheet: Sheet, time: float) -> None:
    width, height = sheet.size
    for n in range(width // 3):
        x = (n * GOLDEN % 1) * width
        y = ((n * GOLDEN * 5 + 0.35 * time) % 1) * 0.7 * height
        sheet.line((x + 1.2, y), (x, y + 2.5), DIM)


def _fog(sheet: Sheet, time: float, *, is_thick: bool) -> None:
    """Broken lines that lie above each other; in haze only near the horizon."""
    width, height = sheet.size
    level = height - max(5, height // 4)
    for row, y in enumerate(range(1 if is_thick else round(0.6 * level), level, 4)):
        for x in range(width):
            if sin((x + time * (1 + row % 3)) / 9 + 1.7 * row) > (-0.2 if is_thick else 0.35):
                sheet.dot(x, y, DIM)
