"""Seats: who is in the room, in which crew, under which name, and their lines for Monday."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from dataclasses import replace

from game.i18n import N_, _
from game.layout.characters import JOINERS, is_blank
from game.session.commands import Assign, Join, LetGo, Say
from game.session.session import Seat, Session
from game.voyage.voyage import Refused

NAME, LINE = 24, 200
"""The most characters of a name, and of a line for Monday."""
TAKEN_ANEW = 4
"""So many seats were ever taken for each that there is, and nobody new comes in."""
FULL = N_("the room is full: watch the screen")
OVERTAKEN = N_("something has changed meanwhile: look, and choose again")
"""To a choice that was made without knowing of a later one."""


def join(session: Session, command: Join) -> Session | Refused:
    """A new seat, in the crew asked for or the smallest; one that is known is the same again."""
    if seat := session.seats.get(command.seat):
        return session.with_seat(replace(seat, gone=False)) if seat.gone else session
    if refused := no_seat(session):
        return refused
    if command.crew and session.crew(command.crew) is None:
        return Refused(_("there is no such crew"))
    crew = command.crew or _smallest(session)
    return session.with_seat(Seat(command.seat, clean_name(command.name, NAME), crew))


def no_seat(session: Session) -> Refused | None:
    """Why nobody new is let in; seats that were let go and taken anew have an end, too."""
    if session.is_shut:
        return Refused(_("the door is closed: ask at the front"))
    is_full = len(session.aboard) >= session.most or len(session.seats) >= TAKEN_ANEW * session.most
    return Refused(_(FULL)) if is_full else None


def move_to_crew(session: Session, command: Assign) -> Session | Refused:
    """A seat in another crew; what it chose in the old one no longer counts."""
    seat = session.seats.get(command.seat)
    if seat is None or session.crew(command.crew) is None:
        return Refused(_("there is no such seat, or no such crew"))
    if seat.crew == command.crew:
        return session
    if session.pace:
        return Refused(_("in a regatta each has a ship of their own"))
    moved = session.with_seat(replace(seat, crew=command.crew))
    decision = session.open
    if decision is None:
        return moved
    ballots = {id: ballot for id, ballot in decision.ballots.items() if id != seat.id}
    advice = {id: ballot for id, ballot in decision.advice.items() if id != seat.id}
    # whatever is on its way was chosen for the old ship, too
    withdrawn = {**decision.withdrawn, seat.id: decision.voted(seat.id) + 1}
    return moved.with_decision(
        replace(decision, ballots=ballots, advice=advice, withdrawn=withdrawn)
    )


def release_seat(session: Session, command: LetGo) -> Session | Refused:
    seat = session.seats.get(command.seat)
    if seat is None:
        return Refused(_("there is no such seat"))
    return session if seat.gone else session.with_seat(replace(seat, gone=True))


def record_monday_line(session: Session, seat: Seat, command: Say) -> Session | Refused:
    """A seat's line for Monday; a later one takes its place, a repeat changes nothing.

    As with votes, a yes means that this line is the one that is kept.
    """
    line = clean_name(command.line, LINE)
    if command.client <= seat.client and line == seat.line:
        return session
    if not session.looks_back(session.crews[seat.crew - 1]):
        return Refused(_("that comes in the debrief"))
    if command.client <= seat.client:
        return Refused(_(OVERTAKEN))
    return session.with_seat(replace(seat, line=line, client=command.client, gone=False))


def idle_seats(session: Session, here: Collection[str]) -> list[Seat]:
    """Whom nobody need wait for: who is away, or has left the ship of a regatta to the mate."""
    return [
        seat
        for seat in session.seats.values()
        if not seat.gone
        and (seat.id not in here or (session.pace and session.crews[seat.crew - 1].by_captain))
    ]


def clean_name(text: str, most: int) -> str:
    """Text as composed characters, without control or direction marks, on one line."""
    kept = (
        char
        for char in unicodedata.normalize("NFC", " ".join(text.split()))
        if char in JOINERS or not unicodedata.category(char).startswith("C")
    )
    name = "".join(kept)[:most].strip()
    return "" if is_blank(name) else name


def _smallest(session: Session) -> int:
    """The crew with the fewest seats, of those at sea if any is."""
    aboard = [seat.crew for seat in session.aboard]
    crews = session.at_sea or session.crews
    return min(crews, key=lambda crew: (aboard.count(crew.number), crew.number)).number
