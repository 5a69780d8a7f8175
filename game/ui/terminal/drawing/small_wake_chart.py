"""Small charts made of characters: three wakes, each with its own letter at its end."""

from __future__ import annotations

from collections.abc import Sequence

from game.i18n import _
from game.simulation.track import Track

WIDTH, HEIGHT = 28, 9


def side_by_side(tracks: Sequence[Track], width: int = WIDTH, height: int = HEIGHT) -> list[str]:
    """Progress and stability over the watches, beside each other; 80 columns by default."""
    progress = _chart(_("Progress"), [track.progress for track in tracks], tracks, width, height)
    stability = _chart(_("Stability"), [track.stability for track in tracks], tracks, width, height)
    left = max(map(len, progress)) + 3
    return [f"{one:<{left}}{two}".rstrip() for one, two in zip(progress, stability, strict=True)]


def letter(track: Track) -> str:
    """The sign of a track: the last word's first letter, which differs for all captains shown."""
    return _(track.captain).split()[-1][0].upper()


def _chart(
    title: str,
    lines: Sequence[Sequence[float]],
    tracks: Sequence[Track],
    width: int,
    height: int,
) -> list[str]:
    grid = [[" "] * (width + 1) for _ in range(height)]
    last = max(1, max(len(line) for line in lines) - 1)
    for line, track in zip(lines, tracks, strict=True):
        for column in range(width * (len(line) - 1) // last + 1):
            at = column * last / width
            watch = min(int(at), len(line) - 2)
            figure = line[watch] + (line[watch + 1] - line[watch]) * min(1.0, at - watch)
            row = height - 1 - round(figure / 100 * (height - 1))
            is_end = column == width * (len(line) - 1) // last
            marks = abs(at - round(at)) < last / width / 2 or is_end
            grid[row][column] = letter(track) if marks else "."
    scale = {0: "100", height // 2: " 50", height - 1: "  0"}
    rows = [f"{scale.get(row, '   ')} |{''.join(cells)}" for row, cells in enumerate(grid)]
    axis = f"    +{'-' * (width + 1)}"
    first, end = _("watch {number}", number=0), _("watch {number}", number=last)
    return [title, *rows, axis, f"     {first}{end:>{width - len(first) + 1}}"]
