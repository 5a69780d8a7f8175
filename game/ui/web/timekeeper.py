"""The timer of a regatta: once it has run out, the mate gives what is missing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from math import ceil
from time import monotonic

from game.session.commands import Button, Command, MoreTime, Press
from game.session.live_session import LiveSession
from game.session.projector_view import seconds_left
from game.session.regatta import missing

GLANCE = 0.1
"""Seconds between two looks at the timer."""
JUMP = 5.0
"""Seconds by which a clock is set, and does not merely go wrong."""

LOG = logging.getLogger("even_keel.phones")


async def keep_time(room: LiveSession, do: Callable[[Command], Awaitable[object]]) -> None:
    """Have the mate give missing orders once the timer has run out; to be called again and again.

    A clock that is set, or a laptop that has slept, takes nobody's time away.
    """
    began, at = monotonic(), room.now()
    await asyncio.sleep(GLANCE)
    skipped = room.now() - at - (monotonic() - began)
    session = room.session
    is_up = session.paused is None and seconds_left(session, room.now()) == 0
    if not (session.watch_is_open and is_up and missing(session)):
        return
    left = seconds_left(session, at)
    if skipped > JUMP and left:
        await do(MoreTime(ceil(left), session.step))
    else:
        await do(Press(Button.MATE, session.step))


async def forever(work: Callable[[], Awaitable[None]]) -> None:
    """Do it again and again; a fault is ours, is noted, and must not silence the room."""
    while True:
        try:
            await work()
        except Exception:
            LOG.exception("the phones' server broke in its work")
