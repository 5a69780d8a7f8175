"""How an order spends the captain's attention."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic

from game.i18n import N_, _
from game.ship.numbers import ONE, N, Numbers


class Kind(StrEnum):
    """What an order is for."""

    COURSE = N_("course")
    SAILS = N_("sails")
    BOTH = N_("both")
    TEACH = N_("teach")

    @property
    def word(self) -> str:
        """What a player calls it."""
        return _(self.value)


class Effort(StrEnum):
    """How much of the watch an order takes."""

    FULL = "full"
    HALF = "half"


@dataclass(frozen=True, slots=True)
class Attention(Generic[N]):
    """Shares of one watch, each 0 to 1, together at most 1.

    fixes: whether someone looks where she is without steering for it; who leads looks anyway.
    """

    leading: N
    managing: N
    teaching: N
    fixes: Any = False


SPLIT, SKILLED_SPLIT, SKILLED = 0.38, 0.42, 65.0
FIX = 0.15
"""What a look at where she is takes from an order that manages or teaches."""


def attention_of(
    kind: Kind, effort: Effort, seamanship: N, by: Numbers[Any] = ONE, *, fix: bool = False
) -> Attention[N]:
    """The attention that an order of this kind spends; doing both costs less to a skilled crew."""
    share: Any = 1.0 if effort is Effort.FULL else 0.5
    none: Any = 0.0
    left = share - FIX if fix else share
    match kind:
        case Kind.COURSE:
            return Attention(share, none, none)
        case Kind.SAILS:
            return Attention(none, left, none, fix)
        case Kind.TEACH:
            return Attention(none, none, left, fix)
        case Kind.BOTH:
            split = share * by.where(seamanship >= SKILLED, SKILLED_SPLIT, SPLIT)
            return Attention(split, split, none)
