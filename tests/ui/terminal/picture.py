"""Draw the README's picture of the terminal game: `python -m tests.ui.terminal.picture`."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.ui.terminal.test_app import playing

PICTURE = Path(__file__).parents[3] / "docs" / "watch.svg"
KEYS = ("enter", "2", "enter", *("1", "1", "enter", "2", "2", "enter") * 2, "2")


async def draw() -> str:
    """The fifth watch of Two Hands on the Wheel, with an order chosen but not given."""
    with TemporaryDirectory() as folder:
        async with playing(Path(folder), (112, 44), *KEYS) as (app, _):
            svg = app.export_screenshot(title="Even Keel")
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


if __name__ == "__main__":
    PICTURE.write_text(asyncio.run(draw()), encoding="utf-8")
