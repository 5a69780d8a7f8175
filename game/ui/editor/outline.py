"""What is written beside and above the lines: symbols, minutes, words left, odds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lsprotocol.types import CodeLens, Command, DocumentSymbol, InlayHint, Position, SymbolKind

from game.findings import EvenKeelError
from game.playtest.choice_statistics import choices_of
from game.playtest.coverage_run import CoverageRun
from game.scenario.authoring.stats import minutes_of
from game.scenario.loading.library import open_bytes
from game.scenario.yaml.file_tree import FileTree, Spot
from game.simulation.captains import CAPTAINS, RANDOM
from game.simulation.columns import Columns
from game.simulation.draws import draw_seas
from game.simulation.voyages import sail_captains
from game.ui.editor.analysis import Analysis
from game.ui.editor.protocol import range_of

SEAS = 500
"""Voyages of each captain for the odds above the orders: within five points."""
ROOM = {
    "watches.*.situation": 45,
    "watches.*.orders.*.label": 12,
    "watches.*.orders.*.result": 30,
    "watches.*.orders.*.outcomes.*.result": 30,
}
"""Words that a text has room for."""
COMMAND = "even-keel.playtest"
"""What an editor does when the odds are pressed."""
NEAR = 8
"""Words left from which on they are told."""


def symbols(known: Analysis) -> list[DocumentSymbol]:
    """Watches with their orders, voices and endings."""
    if known.tree is None:
        return []
    watches = [
        _symbol(known, watch, SymbolKind.Class, watch.each("orders"))
        for watch in known.tree.each("watches.*")
    ]
    voices = [_symbol(known, voice, SymbolKind.Object) for voice in known.tree.each("voices.*")]
    ends = [_symbol(known, end, SymbolKind.Event) for end in known.tree.each("endings.*")]
    return [*voices, *watches, *ends]


def _symbol(
    known: Analysis, spot: Spot, kind: SymbolKind, below: list[Spot] | None = None
) -> DocumentSymbol:
    at = range_of(known.text, spot.key_at)
    inside = [_symbol(known, one, SymbolKind.Method) for one in below or ()]
    whole = at
    if inside:
        whole = type(at)(at.start, inside[-1].range.end)
    detail = spot.get_text("label") or spot.get_text("title") or spot.get_text("name")
    return DocumentSymbol(
        name=spot.name, kind=kind, range=whole, selection_range=at, detail=detail, children=inside
    )


def hints(known: Analysis) -> list[InlayHint]:
    """Minutes as they are measured, and how many words are left where there are few."""
    if known.tree is None or not known.is_scenario:
        return []
    return [*_minutes(known), *_words_left(known, known.tree)]


def _minutes(known: Analysis) -> Iterator[InlayHint]:
    spot = known.tree.first("minutes") if known.tree else None
    if spot and known.scenario:
        solo, group = minutes_of(known.scenario)
        yield _hint(known, spot, f"measured: {solo} alone, {group} in a group")


def _words_left(known: Analysis, tree: FileTree) -> Iterator[InlayHint]:
    for pattern, room in ROOM.items():
        for spot in tree.each(pattern):
            left = room - len(spot.text.split())
            if left <= NEAR:
                told = f"{left} words left" if left >= 0 else f"{-left} words too many"
                yield _hint(known, spot, told)


def _hint(known: Analysis, spot: Spot, label: str) -> InlayHint:
    """At the end of the key's own line."""
    line = range_of(known.text, spot.key_at).start.line
    row = known.text.split("\n")[line]
    return InlayHint(Position(line, len(row.encode("utf-16-le")) // 2), label, padding_left=True)


def lenses(known: Analysis) -> list[CodeLens]:
    """Above each watch how many come there, above each order its odds; none of a broken file."""
    if known.tree is None or known.scenario is None:
        return []
    odds = _odds(str(known.path), known.text)
    return [
        CodeLens(range_of(known.text, spot.key_at), Command(odds[spot.path], COMMAND))
        for spot in known.tree.each("watches.*", "watches.*.orders.*")
        if spot.path in odds
    ]


@lru_cache(maxsize=4)
def _odds(file: str, text: str) -> dict[tuple[str | int, ...], str]:
    """A sentence for each watch and order, from voyages by chance."""
    try:
        loaded = open_bytes(file, text.encode())
    except EvenKeelError:
        return {}
    seas = draw_seas(Columns(loaded.scenario), range(1, SEAS + 1))
    by = {each.captain: each for each in sail_captains(seas, CAPTAINS)}
    played = CoverageRun(loaded, by)
    told: dict[tuple[str | int, ...], str] = {}
    total = len(by[RANDOM.name])
    for choice in choices_of(played):
        offered = choice.taken.whole
        there = told.setdefault(("watches", choice.watch), "")
        if not there:
            told["watches", choice.watch] = f"{100 * offered / total:.0f} % come here"
        told["watches", choice.watch, "orders", choice.order] = (
            f"{100 * choice.arrive.share:.0f} % arrive after it, "
            f"{100 * choice.otherwise.share:.0f} % after another; "
            f"given by {100 * choice.taken.share:.0f} %"
        )
    return told
