"""The frame: where the plates lie and what is left for the scene, for every window and text size."""

from __future__ import annotations

from dataclasses import dataclass

from pygame import Rect

WIDE = 1.5
"""From this ratio on, text lies beside the scene; below it, under the scene."""
LARGE = 1.1
"""From this text size on, text takes the window, and the scene shows around it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Areas of a window, pixels. coast and gauges are None where text needs their room.

    panel: for text. scene: what plates leave free. coast: the chart strip. gauges: the small ones.
    """

    panel: Rect
    scene: Rect
    coast: Rect | None
    gauges: Rect | None


def frame(size: tuple[int, int], text: float) -> Frame:
    """The frame of a window at a text size (1 to 2)."""
    width, height = size
    vh = height / 100
    margin = round(3 * vh)
    whole = Rect(0, 0, width, height)
    if text > LARGE or width < 0.9 * height:
        return Frame(whole.inflate(-margin, -margin), whole, None, None)
    if width >= WIDE * height:
        panel = Rect(margin, margin, round(width * 0.63), height - 2 * margin)
        beside = Rect(panel.right + margin, margin, width - panel.right - 2 * margin, 0)
        coast = Rect(beside.left, margin, beside.width, round(20 * vh))
        gauges = Rect(beside.left, 0, beside.width, round(28 * vh))
        gauges.bottom = height - margin
        scene = Rect(panel.right, coast.bottom, width - panel.right, gauges.top - coast.bottom)
        return Frame(panel, scene, coast, gauges)
    coast = Rect(margin, margin, width - 2 * margin, round(11 * vh))
    top = coast.bottom + round(2 * vh)
    gauges = Rect(width - margin - round(46 * vh), top, round(46 * vh), round(28 * vh))
    scene = Rect(0, top, gauges.left, round(30 * vh))
    panel = Rect(margin, scene.bottom, width - 2 * margin, height - scene.bottom - margin)
    return Frame(panel, scene, coast, gauges)
