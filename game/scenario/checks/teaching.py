"""A001, L003, L004, L007, L008: what a group needs to decide, to disagree, and to be led."""

from __future__ import annotations

from collections.abc import Iterator

from game.findings import Finding, info, warning
from game.scenario.yaml.file_tree import FileTree

WORDS = {"watches.*.orders.*.label": 12, "watches.*.situation": 45}
"""The most words of a text that a room reads before it stops listening."""


def check_teaching(source: FileTree) -> Iterator[Finding]:
    """Short texts, a question after every ending, notes for every watch, reasons for locks."""
    for pattern, most in WORDS.items():
        for text in source.each(pattern):
            if (count := len(text.text.split())) > most:
                message, hint = f"this {text.name} has {count} words", "to be read in a room"
                yield warning("A001", text.node.at, message, f"at most {most}, {hint}")
    for ending in source.each("endings.*"):
        if not ending.get("ask"):
            message = f"'{ending.name}' leaves no question"
            yield warning("L003", ending.key_at, message, "add a line 'ask: …'")
    for watch in source.each("watches.*"):
        if not watch.get("notes"):
            message = f"'{watch.name}' has no notes for whoever leads the session"
            yield info("L004", watch.key_at, message, "add a line 'notes: …'")
    for order in source.each("watches.*.orders.*"):
        if (when := order.get("when")) and when.below() and not order.get("locked"):
            message = f"'{order.name}' does not say why it is locked: the game tells its conditions"
            yield info("L008", when.key_at, message, "add a line 'locked: …'")


def check_voices(source: FileTree) -> Iterator[Finding]:
    """Where several people speak, somebody speaks for the course and somebody for the sails."""
    sides = list(source.each("voices.*.speaks_for"))
    if len(sides) > 1 and len({spot.text for spot in sides}) == 1:
        side = sides[0].text
        hint = f"let one of them speak for {'sails' if side == 'course' else 'course'}"
        yield warning("L007", sides[-1].node.at, f"all voices speak for {side}", hint)
