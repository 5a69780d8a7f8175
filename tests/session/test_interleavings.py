"""A seat's windows, and whatever the network does to what they send: a yes is a yes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.session.apply import apply
from game.session.commands import Assign, Button, Command, Join, Press, Say, TimedCommand, Vote
from game.session.new_session import new_session
from game.session.phone_view import SeatView, seat_view
from game.session.session import Phase, Session
from game.testing import NOON, a_document, a_loaded_scenario, a_watch
from game.voyage.flow import Flow
from game.voyage.voyage import Refused

FLOW = Flow(a_loaded_scenario(a_document(*(a_watch(),) * 2)).scenario)
ORDERS = ("steer", "reef", "share")
ANN = "ann"

windows, messages = st.integers(0, 1), st.integers(0, 3)
happenings = st.lists(
    st.one_of(
        *(st.tuples(st.just("choose"), windows, st.sampled_from(ORDERS)),) * 3,
        *(st.tuples(st.just("arrive"), messages, st.booleans()),) * 3,
        st.tuples(st.just("load"), windows),
        st.tuples(st.just("press"), st.sampled_from((*Button, *(Button.NEXT, Button.OPEN) * 6))),
        st.tuples(st.just("assign"), st.sampled_from((1, 2))),
    ),
    max_size=40,
)


def with_ann(hand: Button) -> Session:
    """Two crews, Ann in the first, and this was pressed while they talked."""
    session = new_session(FLOW.scenario, 7, 2, 3, NOON.timestamp())
    for command in (Join(ANN, "Ann", 1), Press(Button.NEXT, 0), Press(hand, 1)):
        after = apply(FLOW, session, TimedCommand(session.now, command))
        assert isinstance(after, Session)
        session = after
    return session


@dataclass
class Seat:
    """One seat's windows. sent: what is on its way, from which window; it may arrive at any time,
    in any order, several times or never. old: votes of before it changed crews.
    """

    session: Session
    sent: list[tuple[int, Vote | Say]] = field(default_factory=list)
    old: list[Vote | Say] = field(default_factory=list)
    known: list[SeatView] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.known = [self.counted] * 2

    @property
    def counted(self) -> SeatView:
        """What the room counts."""
        return seat_view(self.session, ANN)

    def choose(self, window: int, order: str) -> None:
        """A window sends a choice, or a line, with the number after the last that it knows of."""
        known = self.known[window]
        if self.session.phase is Phase.DEBRIEF:
            self.sent.append((window, Say(ANN, order, known.said + 1)))
        else:
            self.sent.append((window, Vote(ANN, known.decision, order, known.voted + 1)))

    def arrive(self, number: int, again: bool) -> None:
        """Something arrives, and its window hears what is counted; perhaps it comes once more."""
        if number >= len(self.sent):
            return
        window, asked = self.sent[number] if again else self.sent.pop(number)
        before = self.counted
        refused = self.do(asked)
        after = self.known[window] = self.counted
        is_vote = isinstance(asked, Vote)
        if refused or asked.client <= (before.voted if is_vote else before.said):
            assert after == before, "what is older than what counts changes nothing"
        if isinstance(asked, Say) and not refused:
            assert after.line == asked.line
        if isinstance(asked, Vote) and not refused and asked.decision == after.decision:
            assert after.vote == asked.order
            assert not any(asked is one for one in self.old)

    def load(self, window: int) -> None:
        """A window is loaded again, or shown what is new."""
        self.known[window] = self.counted

    def press(self, hand: Button) -> None:
        """The facilitator presses."""
        self.do(Press(hand, self.session.step))

    def assign(self, crew: int) -> None:
        """The facilitator has the seat change crews: no choice for the old one counts any more."""
        at_hand = self.session.open.id if self.session.open else 0
        if crew != self.counted.crew and at_hand:
            self.old += [vote for _, vote in self.sent if _is_of(vote, at_hand)]
        before = self.counted
        self.do(Assign(ANN, crew))
        if crew != before.crew and self.counted.decision == at_hand:
            assert not self.counted.vote

    def do(self, command: Command) -> bool:
        """Whether it was refused."""
        after = apply(FLOW, self.session, TimedCommand(self.session.now, command))
        if isinstance(after, Refused):
            return True
        self.session = after
        return False


def _is_of(asked: Vote | Say, decision: int) -> bool:
    return isinstance(asked, Vote) and asked.decision == decision


@pytest.mark.parametrize("hand", [Button.NEXT, Button.DEBRIEF], ids=["votes", "lines for Monday"])
@given(happened=happenings)
@settings(max_examples=200, deadline=None)
def test_what_a_window_is_told_is_in_is_what_counts(
    hand: Button, happened: list[tuple[Any, ...]]
) -> None:
    """However many windows choose, and whatever arrives when."""
    seat = Seat(with_ann(hand))
    for what, *how in happened:
        getattr(seat, what)(*how)
