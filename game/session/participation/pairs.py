"""Pairs: from a watch on captains talk two by two before each gives the order of their own ship.

A pair is a talk and not a ship: so nobody loses the own one, and no one steers another's.
"""

from __future__ import annotations

from dataclasses import replace

from game.i18n import _
from game.session.participation.records import Pairs
from game.session.session import Session
from game.voyage.voyage import Refused


def press_pairs(session: Session) -> Session | Refused:
    """Neighbours by number, of those at sea; they stay together to the end of the run."""
    if not session.watch_is_open:
        return Refused(_("pairs are for watches that open together"))
    if session.pairs:
        return Refused(_("they talk in pairs already"))
    numbers = [crew.number for crew in session.at_sea]
    if len(numbers) < 2:
        return Refused(_("there are not two ships at sea"))
    return replace(session, pairs=Pairs(_since(session), tuple(_groups(numbers))))


def _since(session: Session) -> int:
    """The open watch, if nobody has given an order in it; else the next one."""
    began = any(len(crew.voyage.gave) >= session.watch for crew in session.at_sea)
    return session.watch + 1 if began else session.watch


def _groups(numbers: list[int]) -> list[tuple[int, ...]]:
    pairs = [tuple(numbers[at : at + 2]) for at in range(0, len(numbers), 2)]
    if len(pairs[-1]) == 1:
        [alone] = pairs.pop()
        pairs[-1] = (*pairs[-1], alone)
    return pairs
