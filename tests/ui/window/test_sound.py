from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from time import monotonic

import pytest
from pygame import mixer

from game.scenario.model.scene import Hour, Sky
from game.ui.window import sound
from game.ui.window.sound import AFTER, Sound, drivers, sound_levels
from game.ui.window.sound_cues import Cue
from game.voyage.sea import IN_HARBOUR, Backdrop
from tests.sounds.files import FOLDER
from tests.sounds.synthesis import RATE

LOOPS = sorted(sound_levels(IN_HARBOUR))
FAIR = replace(IN_HARBOUR, backdrop=Backdrop(Sky.CLEAR, Hour.DAY), wind=1.0, heel=1.0)
GALE = replace(IN_HARBOUR, backdrop=Backdrop(Sky.RAIN, Hour.DAY, gale=True), wind=1.7, heel=1.6)

LONG = 10**8
"""Milliseconds in which no test hears the end of a fade."""


def playing() -> dict[int, float]:
    """The channels in use and how loud each is set."""
    channels = {number: mixer.Channel(number) for number in range(mixer.get_num_channels())}
    return {n: channel.get_volume() for n, channel in channels.items() if channel.get_busy()}


def volumes() -> list[float]:
    """How loud the sounds are that play."""
    sounds = [mixer.Channel(number).get_sound() for number in playing()]
    return [each.get_volume() for each in sounds if each]


def use_all(heard: Sound) -> None:
    """Everything that can be asked of it."""
    heard.answer([Cue.BELL], 0.0)
    heard.frame(FAIR, 0.0)
    heard.volume(1.0)
    heard.close()


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A device that plays to nobody."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    yield
    mixer.quit()


@pytest.fixture
def no_device(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without a card and without a sound server."""
    monkeypatch.delenv("SDL_AUDIODRIVER")
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setattr(sound, "CARDS", tmp_path)


def test_the_sea_sounds_as_it_looks() -> None:
    """More wind is louder, fog is hushed, and only a loaded ship creaks."""
    fair, gale = sound_levels(FAIR), sound_levels(GALE)

    assert all(gale[name] > fair[name] for name in LOOPS if name != "theme")
    assert fair["gale"] == 0
    assert sound_levels(replace(FAIR, backdrop=Backdrop(Sky.FOG, Hour.DAY)))["wind"] < fair["wind"]
    assert sound_levels(replace(FAIR, heel=0.3))["creak"] == 0
    assert max(sound_levels(replace(GALE, wind=9.0, heel=9.0)).values()) == 1


def test_opening_the_window_opens_no_device() -> None:
    """The first sea does, after the first frame."""
    heard = Sound(FOLDER, 0.5)
    heard.volume(1.0)
    before = mixer.get_init()
    heard.frame(FAIR, 0.0)

    assert before is None
    assert mixer.get_init() == (RATE, -16, 1)


def test_every_loop_plays_at_the_level_of_the_sea(monkeypatch: pytest.MonkeyPatch) -> None:
    """One channel a loop, and as loud as `levels` has it."""
    monkeypatch.setattr(sound, "FADE", 0)
    Sound(FOLDER, 0.5).frame(GALE, 0.0)

    assert sorted(playing().values()) == pytest.approx(
        sorted(sound_levels(GALE).values()), abs=0.01
    )


def test_the_same_sea_at_every_frame_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture drawn on the way to another is the same sea for the ear."""
    monkeypatch.setattr(sound, "FADE", LONG)
    heard = Sound(FOLDER, 0.5)
    heard.frame(FAIR, 0.0)
    before = playing()
    for _ in range(100):
        heard.frame(replace(FAIR, wind=1.01), 0.0)

    assert playing() == before


def test_a_new_sea_fades_in_over_the_old_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a while both are heard; loops that stay as they are go on."""
    monkeypatch.setattr(sound, "FADE", 0)
    heard = Sound(FOLDER, 0.5)
    heard.frame(FAIR, 0.0)
    monkeypatch.setattr(sound, "FADE", LONG)
    heard.frame(replace(FAIR, backdrop=Backdrop(Sky.FOG, Hour.DAY)), 0.0)

    assert len(playing()) == len(LOOPS) + 1


def test_the_old_sea_is_gone_when_the_new_one_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """No loop is left playing twice."""
    monkeypatch.setattr(sound, "FADE", 0)
    heard = Sound(FOLDER, 0.5)
    heard.frame(FAIR, 0.0)
    heard.frame(GALE, 0.0)
    late = monotonic() + 5
    while len(playing()) > len(LOOPS) and monotonic() < late:
        pass  # the device's own thread ends the old ones, with the next samples that it wants

    assert len(playing()) == len(LOOPS)


def test_a_sea_that_was_never_heard_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    """A captain in a hurry is at the third sea before the first one is audible."""
    monkeypatch.setattr(sound, "FADE", LONG)
    heard = Sound(FOLDER, 0.5)
    for sea in (FAIR, GALE, FAIR):
        heard.frame(sea, 0.0)

    assert len(playing()) == len(LOOPS)


def test_where_too_much_plays_the_new_sea_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is heard goes on, and the newest follows when there is room."""
    monkeypatch.setattr(sound, "CHANNELS", len(LOOPS))
    monkeypatch.setattr(sound, "FADE", 0)
    heard = Sound(FOLDER, 0.5)
    heard.frame(FAIR, 0.0)
    before = playing()
    heard.frame(GALE, 0.0)
    crowded = playing()
    mixer.set_num_channels(32)
    heard.frame(GALE, 0.0)

    loops = sorted(level for level in sound_levels(GALE).values() if level)
    loudest = sorted(playing().values())[-len(loops) :]
    assert crowded == before
    assert loudest == pytest.approx(loops, abs=0.01)


def test_an_answer_is_heard_in_its_order() -> None:
    """The pipe at once, what breaks a little later; and nothing of it once another comes."""
    heard = Sound(FOLDER, 0.5)
    heard.answer([Cue.DAMAGE, Cue.ORDER], 10.0)
    counts = []
    for seconds in (10.0, 10.0 + AFTER[Cue.DAMAGE]):
        heard.frame(FAIR, seconds)
        counts.append(len(playing()) - len(LOOPS))
    heard.answer([Cue.DAMAGE, Cue.ORDER], 20.0)
    heard.frame(FAIR, 20.0)
    heard.answer([], 20.1)
    heard.frame(FAIR, 30.0)

    assert counts == [1, 2]
    assert len(playing()) - len(LOOPS) == 3


def test_the_theme_waits_for_the_bells_ashore(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then it fades in over a sea that is half as loud, and away again."""
    monkeypatch.setattr(sound, "FADE", 0)
    heard, levels = Sound(FOLDER, 0.5), []
    heard.answer([Cue.LANDFALL], 0.0)
    heard.frame(FAIR, 0.0, has_theme=True)
    levels.append(sorted(playing().values()))
    mixer.stop()
    heard.frame(FAIR, 6.0, has_theme=True)
    levels.append(sorted(playing().values()))

    sea, under = sound_levels(FAIR), sound_levels(FAIR, has_theme=True)
    assert levels[0] == pytest.approx(sorted([*sea.values(), 1.0]), abs=0.01)
    heard_anew = [under[name] for name in under if under[name] != sea[name]]
    assert levels[1] == pytest.approx(sorted(heard_anew), abs=0.01)
    assert (sea["theme"], under["theme"]) == (0.0, 1.0)


def test_every_cue_has_a_sound() -> None:
    """By its name; what nobody asks for yet, too."""
    assert {path.stem for path in FOLDER.iterdir()} == {*LOOPS, *Cue}


def test_the_volume_holds_for_all_that_plays() -> None:
    """As it was set out with, and as it is turned."""
    heard = Sound(FOLDER, 0.5)
    heard.frame(FAIR, 0.0)
    at_first = volumes()
    heard.volume(0.25)

    assert at_first == pytest.approx([0.5] * len(LOOPS), abs=0.01)
    assert volumes() == pytest.approx([0.25] * len(LOOPS), abs=0.01)


def test_silence_opens_nothing_until_it_is_turned_up() -> None:
    """Then the sea that lies there is heard at once."""
    heard = Sound(FOLDER, 0.0)
    heard.answer([Cue.BELL], 0.0)
    heard.frame(FAIR, 0.0)
    before = mixer.get_init()
    heard.volume(0.5)

    assert before is None
    assert len(playing()) == len(LOOPS)


def test_close_gives_the_device_back_for_good() -> None:
    """Twice is once, and a late sea does not open it again."""
    heard = Sound(FOLDER, 0.5)
    heard.frame(FAIR, 0.0)
    heard.close()
    heard.close()
    heard.frame(GALE, 0.0)

    assert mixer.get_init() is None


def test_a_damaged_file_is_not_heard_and_the_others_are(tmp_path: Path) -> None:
    """A designer at work hears the rest."""
    copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    (tmp_path / "wind.wav").write_bytes(b"not a sound")
    Sound(tmp_path, 0.5).frame(FAIR, 0.0)

    assert len(playing()) == len(LOOPS) - 1


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere SDL is quiet by itself")
@pytest.mark.usefixtures("no_device")
def test_without_a_device_there_is_silence(capfd: pytest.CaptureFixture[str]) -> None:
    """Also on the terminal, where ALSA would tell all about it."""
    use_all(Sound(FOLDER, 0.5))

    assert mixer.get_init() is None
    assert capfd.readouterr() == ("", "")


def test_a_driver_that_is_not_there_is_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the user named."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "gramophone")
    use_all(Sound(FOLDER, 0.5))

    assert mixer.get_init() is None


def test_a_pygame_without_a_mixer_is_silence() -> None:
    """Some are built that way; pygame puts something in its place that can do nothing."""
    said = """if True:
        import sys
        sys.modules["pygame.mixer"] = None
        from tests.ui.window.test_sound import FOLDER, Sound, mixer, use_all
        assert not mixer
        use_all(Sound(FOLDER, 0.5))
    """
    command = [sys.executable, "-c", said]
    ran = subprocess.run(
        command, cwd=FOLDER.parents[1], check=False, capture_output=True, text=True
    )

    assert ran.returncode == 0, ran.stderr


def test_only_drivers_that_somebody_listens_to_are_asked(tmp_path: Path) -> None:
    """A server by its socket or by name, a card by its device; what the user says goes."""
    run, cards = tmp_path / "run", tmp_path / "snd"
    env = {"XDG_RUNTIME_DIR": str(run)}
    nobody = drivers(env, cards)
    for device in (run / "pulse" / "native", run / "pipewire-0", cards / "pcmC0D0p"):
        device.parent.mkdir(parents=True, exist_ok=True)
        device.touch()

    assert nobody == drivers({}, run) == []
    assert drivers({"PULSE_SERVER": "unix:/there"}, run) == ["pulseaudio"]
    assert drivers({}, cards) == ["alsa"]
    assert drivers(env, cards) == ["pulseaudio", "pipewire", "alsa"]
    assert drivers({**env, "SDL_AUDIODRIVER": "jack"}, cards) == ["jack"]
