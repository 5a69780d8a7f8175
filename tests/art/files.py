"""Where each generated picture belongs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.art.bosuns import BOSUNS
from tests.art.faces import portrait_files
from tests.art.liveries import LIVERIES
from tests.art.navigators import NAVIGATORS
from tests.art.ships import ship_files

FOLDER = Path(__file__).parents[2] / "assets" / "art"


def files() -> Iterator[tuple[str, str]]:
    """The path below assets/art, and the SVG."""
    for livery in LIVERIES:
        for name, svg in ship_files(livery):
            yield f"ships/{livery.name}/{name}.svg", svg
    for person in (*NAVIGATORS, *BOSUNS):
        for name, svg in portrait_files(person):
            yield f"portraits/{name}.svg", svg


def write(folder: Path) -> None:
    """Write all of them below this folder."""
    for path, svg in files():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(svg, encoding="utf-8", newline="\n")
