"""Encodings: any terminal and any pipe; what it cannot hold is replaced, and no verb breaks."""
# ruff: noqa: RUF001 - signs that look like others are what this is about

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import typer

from game.cli.encoding import NEAR, nearest_sign, open_streams
from game.cli.verbs import command_line
from game.findings import EvenKeelError
from game.scenario.loading.files import bundled_folder
from game.testing import NOON, a_document, a_loaded_scenario, a_watch, an_order, as_text
from game.voyage.helm import begin_voyage
from tests.cli.test_cli import ROOT

NARROW = ("cp1252", "ascii")
TITLE = "Łucja – “Żak” … → 😀 ü"
CODES = re.compile(rb"\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\N\{")
"""How Python writes what an encoding cannot hold, if it is not told otherwise."""
Say = Callable[..., bytes]


@pytest.mark.parametrize(
    ("signs", "told"),
    [
        pytest.param("–—‑", "---", id="dashes"),
        pytest.param("“a” ‘b’ „c“ «d»", '"a" \'b\' "c" "d"', id="quotes"),
        pytest.param("a…", "a...", id="dots"),
        pytest.param("→ ← ↪", "-> <- ->", id="arrows"),
        pytest.param("Łódź Żak ß œ", "Lodz Zak ss oe", id="letters"),
        pytest.param("ne\u0301 1\u00a0539 ex\u00adtra ½", "ne 1 539 extra 1/2", id="unseen"),
        pytest.param("│─└█▌▒░⠿", "|-+##:..", id="drawn"),
        pytest.param("😀 日 Ж \udce9", "? ? ? ?", id="nothing near"),
    ],
)
def test_a_sign_that_looks_like_it_stands_for_it(signs: str, told: str) -> None:
    """In ASCII, which every output holds."""
    assert "".join(map(nearest_sign, signs)) == told


@pytest.mark.parametrize("encoding", NARROW)
def test_all_that_the_game_says_can_be_written(encoding: str) -> None:
    """Its catalogues, and its scenarios in every language, without a code and without a gap."""
    open_streams()
    files = [*bundled_folder("assets").rglob("*.po"), *bundled_folder("scenarios").rglob("*.yaml")]
    text = "".join(path.read_text(encoding="utf-8") for path in files)
    told = text.encode(encoding, NEAR).decode(encoding)

    assert told.count("\\") == text.count("\\")
    assert told.count("?") == text.count("?")


@pytest.fixture(params=NARROW)
def say(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Say:
    """Runs a verb on an output of this encoding; answers with what came out."""
    watch = a_watch(steer=an_order("course", label=TITLE), trim=an_order("sails"))
    text = as_text(a_document(watch, watch, title=TITLE, summary=TITLE))
    (tmp_path / "é – ł.yaml").write_text(text, encoding="utf-8")
    wrong = text.replace('"kind": "course"', f'"kind": "{TITLE}"')
    (tmp_path / "ł.yaml").write_text(wrong, encoding="utf-8")
    log = begin_voyage(a_loaded_scenario(json.loads(text)), 1, tmp_path / "ł.jsonl", NOON)
    while not log.is_over:
        log.give("steer")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EVEN_KEEL_HOME", str(tmp_path))

    def run(*words: str) -> bytes:
        heard = BytesIO()
        with monkeypatch.context() as narrow:
            for name in ("stdout", "stderr"):
                stream = TextIOWrapper(heard, str(request.param), write_through=True)
                narrow.setattr(sys, name, stream)
            narrow.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"n\xe9\x81\n1\nq\n"), "utf-8"))
            open_streams()
            try:
                command_line()(list(words), standalone_mode=False)
            except (typer.Exit, EvenKeelError) as ended:
                sys.stderr.write(str(ended))
            return heard.getvalue()

    return run


@pytest.mark.parametrize(
    "words",
    [
        "check {bad}",
        "check {bad} --format github",
        "demo {own} --language fr",
        "play {own} --plain --seed 1 --language de",
        "replay ł.jsonl",
        "debrief ł.jsonl --language fr",
        "scenarios --language fr",
        "explain T004",
        "graph {own}",
        "graph {own} --format dot",
        "stats {own}",
        "census {own} --language de",
        "fmt {own}",
        "translate {own} pl",
        "rename {own} steer żagiel",
        "guide {own} --out é–ł.html",
        "new Łódź",
        "--help",
    ],
)
def test_no_verb_breaks_over_a_narrow_output(say: Say, words: str) -> None:
    """Nor does it show a code to a person."""
    said = say(*_split(words))

    assert said
    assert not CODES.search(said)


@pytest.mark.parametrize(
    "words",
    [
        "check {bad} --format json",
        "check {bad} --format sarif",
        "demo {own} --json",
        "scenarios --json --language de",
        "replay ł.jsonl --json",
        "census {own} --json",
        "schema",
    ],
)
def test_json_stays_json(say: Say, words: str) -> None:
    """As every program reads it: UTF-8, of which ASCII is a part."""
    assert json.loads(say(*_split(words)).decode())


def test_a_drawing_stays_a_drawing(say: Say) -> None:
    """With every letter in it."""
    drawn = ET.fromstring(say("graph", "é – ł.yaml", "--format", "svg"))  # noqa: S314 - our own

    assert any("Łucja" in (text or "") for text in drawn.itertext())


def _split(words: str) -> list[str]:
    return [word.format(own="é – ł.yaml", bad="ł.yaml") for word in words.split()]


def piped(home: Path, script: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Even Keel, as `$KEEL`, in a shell's script."""
    game = f'KEEL="{sys.executable} {ROOT / "main.py"}"'
    return subprocess.run(
        ["bash", "-c", f"{game}; {script}"],  # noqa: S607 - as people have it
        capture_output=True,
        check=False,
        cwd=home,
        env={**os.environ, "EVEN_KEEL_HOME": str(home), **env},
    )


@pytest.mark.parametrize(
    "env",
    [
        pytest.param({"PYTHONIOENCODING": "cp1252"}, id="a pipe of Windows"),
        pytest.param({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, id="C"),
    ],
)
def test_a_voyage_is_sailed_in_any_encoding(tmp_path: Path, env: dict[str, str]) -> None:
    """With answers that are in no encoding at all."""
    (tmp_path / "nébel.yaml").write_text(
        as_text(a_document(title=TITLE, summary="“Über” – ł")), encoding="utf-8"
    )
    done = piped(
        tmp_path, r"printf 'n\xe9\x81\0\n1\nq\n' | $KEEL play nébel.yaml --plain --seed 1", **env
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert b"ucja - " in done.stdout.replace(b"\x96", b"-")
    assert b"The voyage is in your logbook." in done.stdout


@pytest.mark.parametrize(
    ("script", "code"),
    [
        pytest.param("$KEEL scenarios >&-", b"0", id="no output"),
        pytest.param("$KEEL schema <&- >&- 2>&-", b"0", id="nothing at all"),
        pytest.param("$KEEL schema >/dev/full", b"2", id="a full disk"),
        pytest.param("$KEEL check nowhere 2>/dev/full", b"2", id="complaints to a full disk"),
        pytest.param("$KEEL check nowhere 2>&1 | true; (exit ${PIPESTATUS[0]})", b"2", id="gone"),
        pytest.param("$KEEL schema | true; (exit ${PIPESTATUS[0]})", b"1", id="no reader"),
    ],
)
def test_nobody_may_be_listening(tmp_path: Path, script: str, code: bytes) -> None:
    """Then there is nothing to say, and no traceback about it."""
    done = piped(tmp_path, f"{script}; printf ' %s' $?")

    assert done.stdout.endswith(b" " + code)
    assert not re.search(rb"Traceback|Exception ignored|itself broke", done.stderr)
    assert not (tmp_path / "even-keel-fault.txt").exists()
