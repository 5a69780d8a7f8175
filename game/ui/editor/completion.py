"""What may be typed next: keys, values, ids, and whole conditions."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import CompletionItem, CompletionItemKind

from game.scenario.analysis.id_uses import IdKind
from game.scenario.model.conditions import READABLE
from game.scenario.model.scenario import PRACTICES
from game.ship.gauges import WRITTEN_RANGES
from game.ship.ship import Outcome
from game.ui.editor.analysis import DEFINED, Analysis
from game.ui.editor.places import PRESENT, Cursor, cursor_at
from game.ui.editor.schema_places import keys_at, place_at, values_at

CONDITIONS = {"when", "unless", "always", "strengthened_by"}
IDS = {"goto": IdKind.WATCH, "can_end": IdKind.ENDING, "sets": IdKind.FLAG}
CAST = {"says": IdKind.VOICE, "cards": IdKind.CREW}


def completions(known: Analysis, line: int, column: int) -> list[CompletionItem]:
    """What may be typed at a place; line and column from 0, in characters."""
    if not known.is_scenario:
        return []
    cursor = cursor_at(known.text, line, column)
    head = known.text.split("\n")[line][:column] if known.text else ""
    if "#" in head and not cursor.key:
        return []
    above = [step for step in cursor.path if step != "*"]
    if above and above[-1] in CONDITIONS:
        return list(_phrases(known))
    if above and above[-1] in IDS:
        return [*_ids(known, IDS[above[-1]]), *_named_ends(above[-1])]
    if cursor.key:
        return list(_values(known, cursor))
    if above and above[-1] in CAST and len(above) > 1:
        return [
            _item(id, CompletionItemKind.Reference, f"{id}: ")
            for id in _defined(known, CAST[above[-1]])
        ]
    taken = set(PRESENT.findall(head))
    return [*_keys(cursor, taken)]


def _keys(cursor: Cursor, taken: set[str]) -> Iterator[CompletionItem]:
    for key, sentence in keys_at(cursor.path).items():
        if key not in taken:
            place = place_at((*cursor.path, key))
            written = f"{key}: " if _is_short(place) else f"{key}:"
            yield _item(key, CompletionItemKind.Property, written, sentence)


def _is_short(place: dict[str, object]) -> bool:
    """Whether a value stands on its key's own line."""
    return place.get("type") != "object" and "patternProperties" not in place


def _values(known: Analysis, cursor: Cursor) -> Iterator[CompletionItem]:
    fitting = _practices(known, cursor) if cursor.key == "practice" else []
    values = values_at(cursor.path)
    for value in [*fitting, *(value for value in values if value not in fitting)]:
        yield _item(value, CompletionItemKind.EnumMember, value)
    if cursor.key == "weather" and known.tree:
        for spot in known.tree.each("weathers.*"):
            yield _item(spot.name, CompletionItemKind.EnumMember, spot.name, "yours")


def _practices(known: Analysis, cursor: Cursor) -> list[str]:
    """Those that fit the kind of the order, which come first."""
    if known.tree is None:
        return []
    kind = next((spot.text for spot in known.tree.each(".".join((*cursor.path[:-1], "kind")))), "")
    return list(next((names for one, names in PRACTICES.items() if one == kind), ()))


def _phrases(known: Analysis) -> Iterator[CompletionItem]:
    """Whole conditions, as they are written."""
    for gauge in READABLE:
        low, high = WRITTEN_RANGES.get(gauge, (0, 100))
        for how in ("at least", "at most", "above", "below"):
            phrase = f"{gauge} is {how} "
            yield _item(f"{phrase}…", CompletionItemKind.Snippet, phrase, f"{low:g} to {high:g}")
    for flag in _flags(known):
        yield _item(flag, CompletionItemKind.Constant, flag, "a flag")
        yield _item(f"not {flag}", CompletionItemKind.Constant, f"not {flag}", "a flag")
    for id in _defined(known, IdKind.WATCH):
        yield _item(f"visited {id}", CompletionItemKind.Reference, f"visited {id}", "a watch")
    for id in _defined(known, IdKind.ORDER):
        yield _item(f"gave {id}", CompletionItemKind.Reference, f"gave {id}", "an order")


def _ids(known: Analysis, what: IdKind) -> Iterator[CompletionItem]:
    for id in _flags(known) if what is IdKind.FLAG else _defined(known, what):
        yield _item(id, CompletionItemKind.Reference, id, f"a {what}")


def _named_ends(key: str) -> Iterator[CompletionItem]:
    if key == "goto":
        yield _item(
            Outcome.HARBOUR, CompletionItemKind.EnumMember, Outcome.HARBOUR, "she turns back"
        )


def _defined(known: Analysis, what: IdKind) -> list[str]:
    """The ids of a kind that the file names, in its order."""
    if known.tree is None:
        return []
    return list(dict.fromkeys(spot.name for spot in known.tree.each(DEFINED[what])))


def _flags(known: Analysis) -> list[str]:
    return sorted({use.id for use in known.uses if use.what is IdKind.FLAG})


def _item(label: str, kind: CompletionItemKind, written: str, sentence: str = "") -> CompletionItem:
    return CompletionItem(
        label=label, kind=kind, insert_text=written, documentation=sentence or None
    )
