"""Whatever is typed, the server has an answer, and none that is of another text."""

from __future__ import annotations

from game.ui.editor.places import characters, cursor_at, utf16
from tests.benchmarks.editor import type_at_random


def test_random_strokes_disturb_nothing() -> None:
    """After each, every question is asked; ten thousand of them: tests.benchmarks.editor."""
    assert type_at_random(200) == 0


def test_columns_are_counted_as_editors_do() -> None:
    """In units of UTF-16, there and back."""
    line = "a🙂é b"

    assert [utf16(line, n) for n in range(6)] == [0, 1, 3, 4, 5, 6]
    assert [characters(line, utf16(line, n)) for n in range(6)] == list(range(6))


def test_a_place_is_known_by_its_indent() -> None:
    """In braces and below a dash, too; also in a file that is half typed."""
    text = "watches:\n  fog:\n    orders:\n      go:\n        later:\n"
    text += "          - after: 2\n            un"

    assert cursor_at(text, 6, 14).path == ("watches", "fog", "orders", "go", "later", "*")
    assert cursor_at("voices:\n  ada: {name: A, por", 1, 24).path == ("voices", "ada")
    assert cursor_at("a:\n  weather: {wind: 1", 1, 20).key == "wind"
