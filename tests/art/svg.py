"""The few words of SVG that all families use."""

from __future__ import annotations

from collections.abc import Iterable

Point = tuple[float, float]


def document(width: int, height: int, body: Iterable[str]) -> str:
    """A picture of this box."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}">'
    )
    return "\n".join([head, *(f"  {part}" for part in body if part), "</svg>"]) + "\n"


def shape(path: str, fill: str) -> str:
    """A filled path."""
    return f'<path d="{path}" fill="{fill}"/>'


def line(path: str, ink: str, wide: float, more: str = "") -> str:
    """A drawn path with round ends; more: further attributes."""
    more = f" {more}" if more else ""
    return (
        f'<path d="{path}" stroke="{ink}" stroke-width="{wide:g}" stroke-linecap="round"'
        f' stroke-linejoin="round" fill="none"{more}/>'
    )


def disc(x: float, y: float, radius: float, fill: str) -> str:
    """A filled circle."""
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{fill}"/>'


def oval(at: Point, radii: Point, fill: str) -> str:
    """A filled ellipse."""
    (x, y), (wide, tall) = at, radii
    return f'<ellipse cx="{x:g}" cy="{y:g}" rx="{wide:g}" ry="{tall:g}" fill="{fill}"/>'


def group(attributes: str, body: Iterable[str]) -> str:
    """Parts under one transform or one ink."""
    return f"<g {attributes}>{''.join(body)}</g>"


def through(points: Iterable[Point]) -> str:
    """A closed path through these points."""
    return "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in points) + " Z"
