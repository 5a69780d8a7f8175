"""What the pointer rests on: a key, a gauge, an id, a code."""

from __future__ import annotations

from game.findings import Finding
from game.i18n import _
from game.scenario.analysis.id_uses import IdKind, Use
from game.scenario.analysis.references_index import FLAGS
from game.scenario.loading.finding_docs import page
from game.ship.gauges import GAUGES, WRITTEN_RANGES
from game.ship.weather import PRESETS
from game.ui.editor.analysis import Analysis
from game.ui.editor.navigation import use_place
from game.ui.editor.places import cursor_at, is_within, word_at
from game.ui.editor.schema_places import sentence_at
from game.ui.vocabulary import MEANINGS

ABOUT = 400
"""Characters of a page that are shown; the rest is told by `explain`."""


def hover_at(known: Analysis, line: int, column: int) -> str:
    """What is to be said of a place, as Markdown; empty for nothing."""
    parts = [_of_finding(found) for found in known.findings if is_within(found.at, line, column)]
    word, start = word_at(known.text, line, column)
    if word in GAUGES:
        parts.append(_of_gauge(word))
    elif word in PRESETS:
        sea = PRESETS[word]
        parts.append(f"wind {sea.wind:g}, shift {sea.shift:g}, complexity {sea.complexity:g}")
    use = next((use for use in known.uses if is_within(use_place(use), line, column)), None)
    if use:
        parts.append(_of_id(known, use))
    if known.is_scenario:
        row = known.text.split("\n")[line] if known.text else ""
        if row[start + len(word) :].lstrip().startswith(":"):
            parts.append(sentence_at((*_path_of(known, line, start), word)))
    return "\n\n".join(filter(None, parts))


def _path_of(known: Analysis, line: int, start: int) -> tuple[str, ...]:
    return cursor_at(known.text, line, start).path


def _of_gauge(name: str) -> str:
    gauge = GAUGES[name]
    low, high = WRITTEN_RANGES[name]
    return f"**{name}**, {low:g} to {high:g}: {_(MEANINGS[gauge.label])}"


def _of_finding(found: Finding) -> str:
    about = page(found.code)
    cause = about.cause if len(about.cause) <= ABOUT else f"{about.cause[: ABOUT - 2]} …"
    return f"**{found.code}** {about.title}\n\n{cause}"


def _of_id(known: Analysis, use: Use) -> str:
    uses = sum(other.what is use.what and other.id == use.id for other in known.uses)
    told = f"{use.what} **{use.id}**, in {uses} place{'s' * (uses != 1)}"
    if use.what is IdKind.FLAG and known.tree:
        set_by = [str(spot.path[3]) for spot in known.tree.each(*FLAGS) if spot.text == use.id]
        return f"{told}; set by {', '.join(set_by) or 'no order'}"
    one = known.scenario.watches.get(use.id) if known.scenario else None
    if use.what is IdKind.WATCH and one:
        orders = ", ".join(one.orders)
        sea = one.weather
        return f"{told}: wind {sea.wind:g}, shift {sea.shift:g}; orders {orders}"
    return told
