"""Mending: a key that is misspelt or out of place is told once, then read as what was meant.

So no check after this one stumbles over the same slip again (S001).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game.findings import Finding, closest, nearest
from game.scenario.moving import moves
from game.scenario.nodes import Mapping, Sequence
from game.scenario.places import FILE, Part, Place

MOST = 20
"""A file with more keys out of place than this is another file."""


def mend(root: Mapping) -> tuple[Mapping, list[Finding]]:
    """The tree with its keys where and as they were meant, and what was wrong with them."""
    findings: list[Finding] = []
    while len(findings) < MOST and (move := next(moves(Part((), FILE, root)), None)):
        root = move.done(root)
        findings.append(move.finding)
    mended: Mapping
    mended, misspelt = _respelt(root, FILE)
    return mended, [*findings, *misspelt]


def _respelt(node: Any, place: Place) -> tuple[Any, list[Finding]]:
    """The tree with near misses read as what they miss, and without other unknown keys."""
    findings: list[Finding] = []
    if isinstance(node, Sequence):
        items = [_respelt(item, place.within()) for item in node.items]
        told = [finding for _, more in items for finding in more]
        return replace(node, items=tuple(item for item, _ in items)), told
    if not isinstance(node, Mapping) or not (place.keys or place.ids):
        return node, findings
    pairs = []
    missing = [key for key in place.keys if key not in {key.text for key, _ in node.pairs}]
    for key, value in node.pairs:
        meant = key.text
        if place.keys and meant not in place.keys:
            near = nearest(meant, place.needs & set(missing)) or nearest(meant, missing)
            message = f"nothing is called '{meant}' here"
            hint = closest(meant, [near] if near else missing or place.keys)
            findings.append(Finding("S001", key.at, message, hint))
            if not near:
                continue
            missing.remove(near)
            meant = near
        below, more = _respelt(value, place.within(meant))
        findings += more
        pairs.append((replace(key, text=meant), below))
    return replace(node, pairs=tuple(pairs)), findings
