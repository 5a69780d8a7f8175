"""Which voyage to sail next: one about what this one lacked most, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from game.debrief.believed_and_true import NEAR, widest
from game.debrief.debrief import Debrief
from game.i18n import _
from game.scenario.model.scenario import Theme
from game.ship.attention_cost import Kind

FEW = 0.25
"""Who gave no larger share of orders of a kind has hardly tried it."""
OTHERS = (Theme.EMPOWERMENT, Theme.LEARNING, Theme.COMPLEMENTARY, Theme.ALIGNMENT)
"""What comes next where nothing was lacking."""
Lack = tuple[Theme, str]
"""What a voyage should be about, and the sentence that says why."""


class Shelved(Protocol):
    """A scenario that can be sailed."""

    @property
    def id(self) -> str: ...
    @property
    def teaches(self) -> Theme: ...


S = TypeVar("S", bound=Shelved)


def next_voyage(debrief: Debrief, shelf: Sequence[S]) -> tuple[S, str] | None:
    """The first other scenario on the shelf that is about what was lacking, and why it is."""
    for teaches, why in lacks(debrief):
        for entry in shelf:
            if entry.teaches is teaches and entry.id != debrief.scenario:
                return entry, why
    return None


def lacks(debrief: Debrief) -> list[Lack]:
    """What this voyage lacked, the plainest first; the last of them hold for any voyage."""
    given = [watch.kind for watch in debrief.watches]
    shared = given.count(Kind.BOTH)
    led, managed = (given.count(kind) + shared for kind in (Kind.COURSE, Kind.SAILS))
    blind = [each for each in debrief.sightings if each.gap >= NEAR and not each.fixed]
    found: list[Lack] = []
    if led <= FEW * len(given):
        why = _("You led in {led} of {watches} watches.", led=led, watches=len(given))
        found.append((Theme.COMPLEMENTARY, why))
    if managed <= FEW * len(given):
        held = {"managed": managed, "watches": len(given)}
        why = _("You managed in {managed} of {watches} watches.", **held)
        found.append((Theme.COMPLEMENTARY, why))
    if far := widest(blind):
        told = {"watch": far.number, "gap": far.gap}
        why = _(
            "In watch {watch} you sailed on by guess, {gap:.0f}° from where you believed.", **told
        )
        found.append((Theme.ALIGNMENT, why))
    if not debrief.shared_share:
        found.append((Theme.DEVELOPMENT, _("You taught nobody, and shared no order.")))
    elif Kind.TEACH not in given:
        found.append((Theme.DEVELOPMENT, _("You gave no watch to teaching.")))
    why = _("You have met this sea; the next one asks for something else.")
    return [*found, *((theme, why) for theme in OTHERS)]
