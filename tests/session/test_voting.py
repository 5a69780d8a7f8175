"""Votes: by phones, by hands, mixed; majority, minority, ties; one ship and a convoy."""

from __future__ import annotations

from pathlib import Path

from game.session.commands import Button
from game.session.seats import OVERTAKEN
from game.session.session import Ballot, How, Phase
from game.testing import a_document, a_loaded_scenario, a_watch, an_order
from tests.session.drill import Drill


def test_each_seat_counts_once_and_may_change_its_mind(drill: Drill) -> None:
    """The last choice before the lock stands."""
    drill.join("ann", "bob")
    drill.open_vote()
    for order in ("steer", "reef", "share"):
        assert not drill.vote("ann", order)
    drill.vote("bob", "reef")
    assert drill.ship.voted == 2

    drill.press(Button.REVEAL)
    assert {v.id: v.votes for v in drill.ship.votes} == {
        "steer": 0,
        "reef": 1,
        "share": 1,
        "drill": 0,
    }


def test_a_repeat_is_acknowledged_and_counted_once(drill: Drill) -> None:
    """Also after the lock, however often its phone asks; another choice is too late then."""
    drill.join("ann")
    drill.open_vote()
    decision = drill.open.id
    for _ in range(5):
        assert not drill.vote("ann", "reef", client=1)
    drill.press(Button.LOCK)

    assert not drill.vote("ann", "reef", decision, client=1)
    assert drill.vote("ann", "steer", decision, client=2) == "this vote is closed"
    assert drill.open.ballots == {"ann": Ballot(1, "reef", 1)}


def test_a_choice_that_did_not_know_of_a_later_one_is_not_acknowledged(drill: Drill) -> None:
    """Another window was quicker, or the page was loaded again: a yes would not be true."""
    drill.join("ann")
    drill.open_vote()
    assert not drill.vote("ann", "steer", client=1)
    assert not drill.vote("ann", "reef", client=2)

    assert drill.vote("ann", "steer", client=1) == OVERTAKEN
    assert drill.vote("ann", "share", client=2) == OVERTAKEN
    assert not drill.vote("ann", "reef", client=1)
    assert drill.seat("ann").vote == "reef"


def test_a_phone_counts_on_from_whatever_its_journal_was_written_with(drill: Drill) -> None:
    """Journals of before have moments for numbers, each decision those of its phone's clock."""
    drill.join("ann")
    drill.open_vote()
    assert not drill.vote("ann", "steer", client=1_795_000_000_000)
    assert drill.seat("ann").voted == 1_795_000_000_000
    assert not drill.vote("ann", "reef", client=1_795_000_000_001)
    drill.press(Button.REVEAL, Button.NEXT)
    drill.open_vote()
    assert drill.seat("ann").voted == 0
    assert not drill.vote("ann", "steer", client=1_794_000_000_000)

    assert drill.seat("ann").vote == "steer"


def test_votes_stay_secret_until_they_are_revealed(drill: Drill) -> None:
    """How many, but not for what."""
    drill.join("ann")
    drill.open_vote()
    drill.vote("ann", "reef")
    for _ in (Phase.VOTING, Phase.LOCKED):
        assert (drill.ship.voted, drill.ship.votes) == (1, ())
        drill.press(Button.NEXT)

    assert drill.phase is Phase.REVEALED
    assert drill.ship.votes


def test_hands_and_phones_add_up(drill: Drill) -> None:
    """Counts are typed in place of what was typed before."""
    drill.join("ann")
    drill.open_vote()
    drill.vote("ann", "steer")
    drill.count("steer", 40)
    drill.count("steer", 4)
    drill.count("reef", 3)
    drill.press(Button.REVEAL, Button.NEXT)

    assert {v.id: v.votes for v in drill.ship.votes if v.votes} == {"steer": 5, "reef": 3}
    assert drill.ship.order == "Do the course thing"


def test_no_more_hands_are_counted_than_a_hall_holds(drill: Drill) -> None:
    """A slip of the keys: the wall has room for four figures."""
    drill.open_vote()
    drill.count("steer", 9_999)
    drill.count("reef", 10_000)
    drill.count("share", 40_404_040)
    drill.press(Button.REVEAL)

    assert [vote.votes for vote in drill.ship.votes] == [9_999, 9_999, 9_999, 0]


def test_the_facilitator_may_follow_the_minority(drill: Drill) -> None:
    """Those who were outvoted for once get their way."""
    drill.open_vote()
    drill.count("steer", 8)
    drill.count("reef", 2)
    drill.count("drill", 3)
    drill.press(Button.REVEAL, Button.MINORITY)

    assert drill.session.crews[0].voyage.gave == ("reef",)
    assert drill.ship.how is How.MINORITY


def test_where_all_agree_there_is_no_minority(drill: Drill) -> None:
    """Said, not guessed."""
    drill.open_vote()
    drill.count("steer", 8)

    assert "no minority" in drill.press(Button.REVEAL, Button.MINORITY)
    assert drill.phase is Phase.REVEALED


def test_a_crew_in_a_tie_is_not_told_that_it_is_of_one_mind(drill: Drill) -> None:
    """Whichever side is to be followed: there are two."""
    drill.open_vote()
    drill.count("steer", 4)
    drill.count("reef", 4)

    assert "in a tie" in drill.press(Button.REVEAL, Button.MINORITY)
    assert "in a tie" in drill.press(Button.MAJORITY)


def test_a_tie_is_the_facilitators_to_break(drill: Drill) -> None:
    """Neither next nor chance breaks it."""
    drill.open_vote()
    drill.count("steer", 2)
    drill.count("reef", 2)
    assert drill.press(Button.REVEAL, Button.NEXT) == "Albatross is in a tie: decide for her"
    assert drill.ship.undecided

    assert not drill.decide("reef")
    assert (drill.phase, drill.ship.how) == (Phase.SAILING, How.DECIDED)


def test_without_a_vote_the_facilitator_decides(drill: Drill) -> None:
    """Even against all votes, but only after they are revealed."""
    drill.open_vote()
    assert drill.decide("reef") == "reveal the votes first"
    assert "has not voted" in drill.press(Button.REVEAL, Button.NEXT)

    drill.decide("reef")
    assert drill.session.crews[0].voyage.gave == ("reef",)


def test_a_locked_order_can_be_neither_voted_for_nor_counted_nor_decided(
    tmp_path: Path, restarts: bool
) -> None:
    """The reason is the author's own."""
    shut = an_order("sails", when=["crew is at least 99"], locked="The crew is too tired.")
    loaded = a_loaded_scenario(a_document(a_watch(steer=an_order("course"), reef=shut)))
    drill = Drill(tmp_path, loaded=loaded, restarts=restarts)
    drill.join("ann")
    drill.open_vote()

    assert drill.vote("ann", "reef") == "The crew is too tired."
    assert drill.count("reef", 4) == "The crew is too tired."
    drill.press(Button.REVEAL)
    assert drill.decide("reef") == "The crew is too tired."
    assert drill.decide("nonsense") == "there is no such order in this watch"


def test_a_convoy_sails_the_same_sea_by_its_own_orders(convoy: Drill) -> None:
    """Same weather, a ship each; nobody sails before all can."""
    convoy.join("ann", "bob", "cec")
    convoy.open_vote()
    convoy.vote("ann", "steer")
    convoy.vote("bob", "reef")
    assert not convoy.press(Button.REVEAL, Button.NEXT)
    assert convoy.phase is Phase.REVEALED
    assert [crew.undecided for crew in convoy.seen.crews] == [False, False, True]
    convoy.decide("share", crew=3)

    assert [crew.voyage.gave for crew in convoy.session.crews] == [
        ("steer",),
        ("reef",),
        ("share",),
    ]
    winds = {crew.result.sea.wind for crew in convoy.seen.crews if crew.result}
    assert len(winds) == 1


def test_an_absent_crew_is_sailed_by_the_adaptive_captain_if_the_facilitator_says_so(
    convoy: Drill,
) -> None:
    """Votes wait ashore meanwhile, and count again once she is handed back."""
    convoy.join("ann", "bob", crew=1)
    convoy.join("cec", crew=2)
    convoy.open_vote()
    convoy.vote("ann", "steer")
    convoy.delegate(2)
    convoy.delegate(3)
    assert "adaptive captain" in convoy.vote("cec", "steer")
    assert not convoy.press(Button.REVEAL, Button.NEXT)

    assert [crew.how for crew in convoy.seen.crews] == [How.MAJORITY, How.CAPTAIN, How.CAPTAIN]
    convoy.delegate(2, on=False)
    convoy.open_vote()
    assert not convoy.vote("cec", "steer")


def test_the_convoy_goes_on_when_one_ship_is_done(tmp_path: Path, restarts: bool) -> None:
    """Her crew advises; the others vote."""
    home = an_order("sails", goto="harbour")
    loaded = a_loaded_scenario(a_document(*(a_watch(stay=an_order("course"), home=home),) * 3))
    drill = Drill(tmp_path, 2, loaded, restarts=restarts)
    drill.join("ann", "bob")
    drill.open_vote()
    drill.vote("ann", "home")
    drill.vote("bob", "stay")
    drill.press(Button.REVEAL, Button.NEXT)
    assert drill.seen.crews[0].end is None  # the room must not know while she is still sailing
    drill.press(Button.NEXT)
    assert drill.seen.crews[0].end

    drill.open_vote()
    assert not drill.vote("ann", "home")
    assert not drill.vote("bob", "home")
    drill.press(Button.REVEAL, Button.NEXT, Button.NEXT)
    assert drill.room.host_view().next == "To the debrief"
    drill.press(Button.NEXT)
    assert drill.phase is Phase.DEBRIEF


def test_an_order_given_before_the_vote_was_locked_again_is_given_anew(convoy: Drill) -> None:
    """Hands may have been counted again meanwhile."""
    convoy.open_vote()
    for crew, order in ((1, "steer"), (2, "steer"), (2, "reef"), (3, "steer")):
        convoy.count(order, 2, crew)
    convoy.press(Button.REVEAL, Button.NEXT)
    convoy.press(Button.BACK)
    convoy.count("reef", 9, 1)
    convoy.press(Button.NEXT)

    assert not convoy.open.given
    convoy.press(Button.NEXT)
    assert convoy.open.given[1].order == "reef"
