"""`python -m tests.rooms`: draws in CONTRIBUTING.md which room imports which."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "CONTRIBUTING.md"
BEGIN, END = "```mermaid\n", "```\n"
Rooms = dict[str, set[str]]


def imports() -> Rooms:
    """Each room of the game with the rooms that it imports, for types alone or not."""
    rooms: Rooms = {}
    for path in ROOT.glob("game/*/**/*.py"):
        room = path.relative_to(ROOT / "game").parts[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("game."):
                rooms.setdefault(room, set()).add((node.module or "").split(".")[1])
    inner = {name: asked & set(rooms) - {name} for name, asked in rooms.items()}
    assert all(name not in _reached(inner, name) for name in inner), "rooms in a circle"
    return inner


def drawn() -> str:
    """The drawing; what is reached by way of other rooms has no arrow of its own."""
    rooms = imports()
    arrows = [
        f"    {room} --> {other}\n"
        for room in sorted(rooms)
        for other in sorted(rooms[room])
        if not any(other in _reached(rooms, between) for between in rooms[room])
    ]
    return f"{BEGIN}flowchart TD\n{''.join(arrows)}{END}"


def on_the_page() -> str:
    """The drawing as it stands in CONTRIBUTING.md."""
    text = PAGE.read_text(encoding="utf-8")
    start = text.index(BEGIN)
    return text[start : text.index(END, start + len(BEGIN)) + len(END)]


def _reached(rooms: Rooms, room: str) -> set[str]:
    """Every room that one comes to from a room, by one import or more."""
    reached: set[str] = set()
    ahead = list(rooms[room])
    while ahead:
        if (name := ahead.pop()) not in reached:
            reached.add(name)
            ahead += rooms[name]
    return reached


if __name__ == "__main__":
    PAGE.write_text(PAGE.read_text(encoding="utf-8").replace(on_the_page(), drawn()), "utf-8")
