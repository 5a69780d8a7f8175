"""The projector: what a room sees of its session, and what the facilitator's keys do to it."""

from __future__ import annotations

from pathlib import Path
from unittest import mock

import pytest

from game.session.commands import Button, Join, Say, Vote
from game.session.host_view import ButtonsView
from game.session.live_session import LiveSession, resume_live_session
from game.session.session import PAGES, Phase
from game.storage.journal import JournalBroken
from game.storage.logbook import read_log
from game.testing import Clock, a_document, a_loaded_scenario, a_watch, an_order
from game.ui.web.qr import qr_dots
from game.ui.window.projector.state import Invitation
from game.ui.window.settings import Settings
from game.ui.window.sound_cues import Cue, cues_of
from tests.session.drill import VOTED_PHASES
from tests.ui.window.wall import CODE, Wall, a_wall, to, two_watches

SCREENS = {
    Phase.LOBBY: "LobbyScreen",
    Phase.DISCUSSING: "DiscussScreen",
    Phase.VOTING: "CountHandsScreen",
    Phase.LOCKED: "VoteScreen",
    Phase.REVEALED: "VoteResultScreen",
    Phase.SAILING: "SailingScreen",
    Phase.RESULT: "ShipResultScreen",
    Phase.DEBRIEF: "DebriefPageScreen",
}
IN_A_CONVOY = {**SCREENS, Phase.SAILING: "ConvoySailingScreen", Phase.RESULT: "ConvoyResultScreen"}


@pytest.mark.parametrize("phase", VOTED_PHASES)
@pytest.mark.parametrize(("crews", "screens"), [(1, SCREENS), (3, IN_A_CONVOY)], ids=["1", "3"])
def test_every_phase_has_its_screen_and_a_resumed_room_comes_back_to_it(
    tmp_path: Path, phase: Phase, crews: int, screens: dict[Phase, str]
) -> None:
    """After a crash as before it."""
    with a_wall(tmp_path, crews, two_watches()) as wall:
        to(wall, phase)
        assert wall.at == screens[phase]
        wall.room.journal.close()
    room = resume_live_session(tmp_path / "journal.sqlite", Clock())
    with a_wall(tmp_path, room=room) as again:
        assert again.at == screens[phase]
        assert again.room.session.phase is phase


def test_a_whole_session_with_nothing_but_next(wall: Wall) -> None:
    """Two watches, every page of the debrief, and at last where the report lies."""
    for _ in range(2):
        to(wall, Phase.RESULT)
        wall.leaf()
    seen = [wall.room.projector_view().page]
    while wall.room.projector_view().page is not PAGES[-1]:
        wall.leaf()
        seen.append(wall.room.projector_view().page)
    wall.key("space")
    wall.turn()

    assert seen == list(PAGES)
    assert wall.exports == 1
    assert wall.folder.name in wall.said
    assert len(read_log(wall.folder / "albatross.jsonl").entries) == 2
    assert (wall.folder / "report.html").exists()


def test_the_debrief_opens_with_the_voyage_once_more(wall: Wall) -> None:
    """For one ship that has sailed; the next key moves nothing in the session."""
    to(wall, Phase.RESULT)
    wall.key("d")
    step = wall.room.session.step
    assert wall.at == "TimeLapseScreen"
    wall.key("pagedown")

    assert wall.at == "DebriefPageScreen"
    assert wall.room.session.step == step


def test_a_convoys_debrief_opens_with_all_its_ships(tmp_path: Path) -> None:
    """By their names, and the ghosts beside them."""
    with a_wall(tmp_path, 3, two_watches()) as wall:
        to(wall, Phase.RESULT)
        wall.key("d")
        lapse = wall.screen.lapse

        assert lapse is not None
        assert lapse.crews == tuple(crew.name for crew in wall.room.session.crews)
        assert len(lapse.tracks) == 5


@pytest.mark.parametrize("crews", [1, 3])
def test_a_watch_and_what_came_of_it_are_heard_in_the_room(tmp_path: Path, crews: int) -> None:
    """A bell as it begins, and an answer to the order."""
    with a_wall(tmp_path, crews, two_watches()) as wall:
        to(wall, Phase.DISCUSSING)
        watch = wall.screen
        to(wall, Phase.RESULT)

        assert cues_of(None, watch) == (Cue.BELL,)
        assert cues_of(watch, wall.screen)[0] is Cue.ORDER


def test_a_line_for_monday_is_in_the_report_before_the_room_is_closed(tmp_path: Path) -> None:
    """Whoever copies the folder from the last page has every line; nothing is written in vain."""
    with a_wall(tmp_path, loaded=two_watches(), phones=True) as wall:
        wall.room.do(Join("a" * 32, "Ann", 1))
        to(wall, Phase.DEBRIEF)
        wall.turn()
        assert wall.exports == 1
        wall.room.do(Say("a" * 32, "ask the quiet one first", 1))
        for _ in range(3):
            wall.turn()

        assert wall.exports == 2
        assert "ask the quiet one first" in (tmp_path / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("phones", [False, True], ids=["hands", "phones"])
def test_nothing_secret_is_on_the_wall(tmp_path: Path, phones: bool) -> None:
    """No note in any phase, no name of a person, and before the reveal no word of any vote."""
    with a_wall(tmp_path, 2, two_watches(), phones=phones) as wall:
        wall.room.do(Join("a" * 32, "Ann Lee", 1), Join("b" * 32, "Bob", 2))
        told = {}
        for phase in VOTED_PHASES[:-1]:
            to(wall, phase)
            if phones and phase is Phase.VOTING:
                wall.room.do(*(Vote(seat * 32, 1, "reef", 1) for seat in "ab"))
                wall.turn()
            told[phase] = wall.said
        wall.key("d", "pagedown")  # past the voyage once more
        told[Phase.DEBRIEF] = wall.said

    for said in told.values():
        assert "WHISPER" not in said
        assert "Ann" not in said
        assert wall.room.session.seats["a" * 32].id not in said
    for phase in (Phase.DISCUSSING, Phase.VOTING, Phase.LOCKED):
        assert "How you voted" not in told[phase]
    if phones:
        assert all(CODE in said for said in told.values())
        assert "2 of 2" in told[Phase.VOTING]


def test_the_dark_is_black(wall: Wall) -> None:
    """Every pixel."""
    wall.key("b")
    surface = wall.display.surface
    corners = ((0, 0), (5, surface.get_height() - 5), surface.get_rect().center)

    assert {tuple(surface.get_at(at))[:3] for at in corners} == {(0, 0, 0)}


def test_crews_that_have_parted_are_told_apart(tmp_path: Path) -> None:
    """Each group of ships has its own page, with its own orders."""
    fork = a_watch(
        steer=an_order("course", goto="watch_3"),
        reef=an_order("sails"),
    )
    other = {**a_watch(), "situation": "Another sea."}
    loaded = a_loaded_scenario(a_document(fork, a_watch(), other))
    with a_wall(tmp_path, 2, loaded) as wall:
        to(wall, Phase.VOTING)
        wall.key("5", "down", "down", "down", "5", "r", "pagedown")
        to(wall, Phase.DISCUSSING)
        pages = [wall.said]
        for _ in range(3):
            wall.key("pagedown")
            pages.append(wall.said)

    assert any("Albatross Another sea." in page for page in pages)
    assert any("Bittern The sea is there." in page for page in pages)


def test_what_the_host_page_does_is_on_the_wall_with_the_next_frame(wall: Wall) -> None:
    """The window only looks: whoever moved the room."""
    wall.room.press(Button.NEXT)
    wall.turn()

    assert wall.at == "DiscussScreen"


def test_nothing_is_drawn_anew_for_nothing(wall: Wall) -> None:
    """A room that stands still costs a look a frame."""
    to(wall, Phase.DISCUSSING)

    with mock.patch.object(type(wall.screen), "draw") as drawn:
        wall.turn()
        wall.turn()

    assert not drawn.called


def test_a_still_sea_stays_still(tmp_path: Path) -> None:
    """With reduced motion the reveal and the lanes are there at once."""
    with a_wall(tmp_path, 2, two_watches(), likes=Settings(motion=False)) as wall:
        to(wall, Phase.SAILING)
        first = wall.display.surface.copy()
        wall.settle()

        assert first.get_buffer().raw == wall.display.surface.get_buffer().raw


def test_the_hands_view_knows_nothing_but_hands(wall: Wall) -> None:
    """What the foot says comes from the session, and no note with it."""
    assert wall.room.buttons_view() == ButtonsView(
        next="Begin: read the situation out",
        hands=(Button.NEXT, Button.PAUSE, Button.BLANK, Button.DEBRIEF, Button.DOOR),
    )


def test_a_full_disk_is_said_and_changes_nothing(
    wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What could not be written down has not happened."""

    def full(_room: LiveSession, *_: object) -> None:
        raise JournalBroken(str(wall.folder), "the disk is full")

    monkeypatch.setattr(type(wall.room), "do", full)
    wall.key("pagedown")

    assert wall.at == "TroubleScreen"
    assert "the disk is full" in wall.said
    assert wall.room.session.phase is Phase.LOBBY


@pytest.mark.parametrize("phase", [Phase.LOBBY, Phase.VOTING, Phase.DEBRIEF])
def test_what_phones_suffer_from_stands_on_the_wall_until_it_is_over(
    tmp_path: Path, phase: Phase
) -> None:
    """On every screen, whole, with the next frame, and without a hand."""
    with a_wall(tmp_path, loaded=two_watches(), phones=True) as wall:
        to(wall, phase)
        wall.trouble = "Phones get no answer. If this stays, close the room and go on with: resume"
        wall.turn()
        assert wall.trouble in wall.said
        wall.trouble = ""
        wall.turn()
        assert "no answer" not in wall.said


def test_phones_are_sent_to_another_address_while_the_wall_stands(tmp_path: Path) -> None:
    """The QR code and the address under it change with the next frame."""
    with a_wall(tmp_path, loaded=two_watches(), phones=True) as wall:
        url = "http://10.42.0.1:8470/"
        wall.invitation = Invitation(url, CODE, qr_dots(f"{url}#{CODE}"))
        wall.turn()

        assert "10.42.0.1:8470" in wall.said
