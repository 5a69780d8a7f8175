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
        items = []
        for item in node.items:
            mended, more = _respelt(item, place.within())
            items.append(mended)
            findings += more
        return replace(node, items=tuple(items)) if findings else node, findings
    if not isinstance(node, Mapping) or not (place.keys or place.ids):
        return node, findings
    meant, told = _meant(node, place) if place.keys else ({}, [])
    pairs = []
    for key, value in node.pairs:
        name = meant.get(key.text, key.text)
        mended, more = _respelt(value, place.within(name)) if name else (value, [])
        told += more
        if name:
            pairs.append((key if name == key.text else replace(key, text=name), mended))
    return replace(node, pairs=tuple(pairs)) if told else node, told


def _meant(node: Mapping, place: Place) -> tuple[dict[str, str], list[Finding]]:
    """What the unknown keys of a part were meant to be, or nothing, and what is told of them."""
    unknown = [key for key, _ in node.pairs if key.text not in place.keys]
    present = {key.text for key, _ in node.pairs} if unknown else set()
    missing = [name for name in place.keys if name not in present]
    meant: dict[str, str] = {}
    findings = []
    for key in unknown:
        near = nearest(key.text, place.needs & set(missing)) or nearest(key.text, place.keys)
        hint = closest(key.text, [near] if near else missing or place.keys)
        findings.append(Finding("S001", key.at, f"nothing is called '{key.text}' here", hint))
        meant[key.text] = near if near in missing else ""
        missing = [name for name in missing if name != near]
    return meant, findings
