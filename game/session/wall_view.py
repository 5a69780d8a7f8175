"""What a wall that is a page may see: the projector's view, leaf by leaf, field by field."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from game.session.phone_view import fields_of
from game.session.projector_view import CrewView, ProjectorView, groups_of
from game.session.session import TALK, Page, Phase
from game.voyage.view import EndView, Line, OfferedOrder, ResultView, WatchView

SENT_TO_WALLS: dict[type, tuple[str, ...]] = {
    CrewView: tuple(name for name in CrewView.__slots__ if name != "track"),
    WatchView: (
        *("number", "of", "situation", "forecast", "barometer"),
        *("lines", "warnings", "orders", "words", "sea"),
    ),
    Line: ("name", "speaks_for", "text", "picture"),
    OfferedOrder: ("number", "id", "label", "kind", "half", "locked"),
    ResultView: ("order", "kind", "text", "why", "learnt", "fix", "changes", "returned", "sea"),
    EndView: ("outcome", "title", "text", "ask", "questions", "sea"),
}
"""What is sent of views that say more than a wall shows; of all others everything is."""
ABREAST, ENDS_ABREAST = 3, 2
"""So many crews' results, or endings, stand on one leaf."""


class LeafKind(StrEnum):
    """What a leaf shows, for the page that draws it."""

    LOBBY = "lobby"
    FLEET = "fleet"
    SITUATION = "situation"
    VOICES = "voices"
    VOTE = "vote"
    VOTES = "votes"
    SAILING = "sailing"
    RESULTS = "results"
    RETURNED = "returned"
    ENDINGS = "endings"
    CHART = "chart"
    WORDS = "words"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One screenful. crews: whom it is about, by number; chart: which of its page's, from 0."""

    kind: LeafKind
    crews: tuple[int, ...] = ()
    chart: int = 0


def leaves_of(view: ProjectorView) -> tuple[Leaf, ...]:
    """Everything that is to be seen now, one leaf after the other; there is at least one."""
    match view.phase:
        case Phase.LOBBY:
            return (Leaf(LeafKind.LOBBY),)
        case Phase.UNDER_WAY:
            return (Leaf(LeafKind.FLEET),)
        case Phase.DISCUSSING:
            return _each_group(view, LeafKind.SITUATION, LeafKind.VOICES)
        case Phase.VOTING | Phase.LOCKED:
            return _each_group(view, LeafKind.VOTE)
        case Phase.REVEALED:
            return _each_group(view, LeafKind.VOTES)
        case Phase.SAILING:
            return (Leaf(LeafKind.SAILING),)
        case Phase.RESULT:
            return _results(view.crews)
        case Phase.DEBRIEF:
            return _debrief(view)


def leaf_of(view: ProjectorView) -> Leaf:
    """The leaf that the wall is turned to; the last one, if there are fewer."""
    leaves = leaves_of(view)
    return leaves[min(view.leaf, len(leaves) - 1)]


def wall_json(view: ProjectorView, **more: object) -> str:
    """The view with its leaf, as it is sent."""
    shown = {"view": view, "leaf": leaf_of(view), "leaves": len(leaves_of(view)), **more}
    return json.dumps(
        shown,
        ensure_ascii=False,
        separators=(",", ":"),
        default=lambda part: fields_of(part, SENT_TO_WALLS),
    )


def _each_group(view: ProjectorView, *kinds: LeafKind) -> tuple[Leaf, ...]:
    """These leaves for each group of crews at the same watch."""
    groups = [tuple(crew.number for crew in crews) for _watch, crews in groups_of(view.crews)]
    return tuple(Leaf(kind, crews) for crews in groups for kind in kinds)


def _results(crews: Sequence[CrewView]) -> tuple[Leaf, ...]:
    """What came of the orders, what came back, and which voyages have ended."""
    told = [crew for crew in crews if crew.result]
    back = [crew.number for crew in told if crew.result and crew.result.returned]
    ended = [crew.number for crew in told if crew.end]
    return (
        *_dealt(LeafKind.RESULTS, [crew.number for crew in told], ABREAST),
        *_dealt(LeafKind.RETURNED, back, ABREAST),
        *_dealt(LeafKind.ENDINGS, ended, ENDS_ABREAST),
    )


def _dealt(kind: LeafKind, crews: Sequence[int], most: int) -> list[Leaf]:
    """Leaves with so many crews each, as evenly as can be."""
    leaves = -(-len(crews) // most)
    each = -(-len(crews) // max(1, leaves))
    return [Leaf(kind, tuple(crews[at : at + each])) for at in range(0, len(crews), max(1, each))]


def _debrief(view: ProjectorView) -> tuple[Leaf, ...]:
    if view.page is Page.MONDAY and view.lines:
        return (Leaf(LeafKind.WORDS), Leaf(LeafKind.LINES))
    if view.page in TALK:
        return (Leaf(LeafKind.WORDS),)
    charts = 2 if view.page is Page.BELIEVED else 1
    return tuple(Leaf(LeafKind.CHART, chart=number) for number in range(charts))
