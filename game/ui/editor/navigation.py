"""Where an id is named, where it is used, and all of it under another name."""

from __future__ import annotations

from lsprotocol.types import Location, TextEdit, WorkspaceEdit

from game.findings import Position
from game.scenario.analysis.id_uses import IdKind, Use
from game.scenario.analysis.references_index import FLAGS
from game.scenario.authoring.rename import rename
from game.ui.editor.analysis import DEFINED, Analysis, Desk
from game.ui.editor.places import is_within
from game.ui.editor.protocol import range_of, uri_of


def use_at(known: Analysis, line: int, column: int) -> Use | None:
    """The id at a place."""
    return next((use for use in known.uses if is_within(use_place(use), line, column)), None)


def definition_of(desk: Desk, known: Analysis, line: int, column: int) -> list[Location]:
    """Where what an id names is written; of a flag, each order that sets it."""
    use = use_at(known, line, column)
    if use is None:
        return []
    scenario = desk.family(known.path)[0]
    try:
        there = desk.look(scenario, desk.text_of(scenario))
    except OSError:
        return []
    if there.tree is None:
        return []
    if use.what is IdKind.FLAG:
        places = [spot.node.at for spot in there.tree.each(*FLAGS) if spot.text == use.id]
    else:
        named = there.tree.each(DEFINED[use.what])
        places = [spot.key_at for spot in named if spot.name == use.id]
    return [Location(uri_of(scenario), range_of(there.text, at)) for at in places]


def references_of(desk: Desk, known: Analysis, line: int, column: int) -> list[Location]:
    """Every place where an id stands, in the scenario and in what belongs to it."""
    use = use_at(known, line, column)
    if use is None:
        return []
    return [
        Location(uri_of(path), range_of(desk.text_of(path), use_place(other)))
        for path, uses in desk.uses_by_file(known.path).items()
        for other in _same(uses, use)
    ]


def renamed(desk: Desk, known: Analysis, use: Use, new: str) -> WorkspaceEdit:
    """An id under another name in every file.

    Raises:
        CannotRename: if the name is taken, or would not do.
    """
    scenario = desk.family(known.path)[0]
    text = desk.text_of(scenario)
    rename(str(scenario), text.encode(), use, new)  # which refuses what would not do
    return WorkspaceEdit(
        changes={
            uri_of(path): [
                TextEdit(range_of(desk.text_of(path), use_place(other)), new)
                for other in _same(uses, use)
            ]
            for path, uses in desk.uses_by_file(known.path).items()
            if _same(uses, use)
        }
    )


def _same(uses: list[Use], use: Use) -> list[Use]:
    return [other for other in uses if (other.what, other.id) == (use.what, use.id)]


def use_place(use: Use) -> Position:
    at = use.at
    return Position(at.file, at.line, at.column, len(use.id))
