"""The verbs for many rooms, as an organiser runs them before a conference."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from game.session.commands import Button, Join, Say
from tests.cli.test_cli import ROOT, a_file, run
from tests.cli.test_own_languages import TOLD, in_spanish
from tests.cli.test_room_verbs import ended
from tests.database import needs_database
from tests.ui.web.service import TOKEN, Hall, Service, a_service

A_STORE = ("--store", "postgresql://keel@127.0.0.1:1/none")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["serve"], "many rooms need --store"),
        (["serve", "--store", "sqlite:///rooms"], "--store is postgresql://"),
        (["serve", *A_STORE, "--token", "short"], "at least 16 characters"),
        (["serve", *A_STORE, "--bind", "192.0.2.77"], "192.0.2.77:8470 cannot be used"),
        (["papers", "CDFGH", "--out", "x", *A_STORE], "the store: connection failed"),
        (["rooms"], "name a scenario, or a room with --close"),
        (["rooms", "nowhere"], "no scenario is called 'nowhere'"),
        (["rooms", "maiden-passage", "--at", "http://127.0.0.1:1/"], "it does not answer"),
        (["rooms", "maiden-passage", "--at", "http://[::1"], "it cannot be asked: Invalid IPv6"),
        (["rooms", "maiden-passage", "--at", "http://here:port/"], "nonnumeric port"),
        (["rooms", "maiden-passage", "--at", f"http://{'é' * 99}/"], "it cannot be asked"),
        (["rooms", "maiden-passage", "--token", "a\nb"], "it cannot be asked"),
        (["serve", *A_STORE, "--url", "http://[::1"], "--url is https://host/"),
    ],
    ids=[
        *("no store", "another store", "short token", "another's address"),
        *("no papers", "nothing", "unknown", "nobody there"),
        *("half an address", "no port", "too long", "two lines", "no name"),
    ],
)
def test_a_mistake_is_a_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    said: str,
) -> None:
    """Exit code 2, no traceback."""
    assert ended(monkeypatch, tmp_path, *words) == 2

    told = capsys.readouterr().err
    assert said in " ".join(told.replace("│", " ").split())
    assert "Traceback" not in told


def test_a_store_that_does_not_answer_is_a_sentence(tmp_path: Path) -> None:
    """Once the place to be called at is held; that is let go as the process ends."""
    done = run("serve", *A_STORE, "--bind", "127.0.0.1", "--port", "0", home=tmp_path)

    assert done.returncode == 2
    assert "the store: connection failed" in done.stderr
    assert "Traceback" not in done.stderr


class Stranger(BaseHTTPRequestHandler):
    """Some other server, which says yes to anything."""

    def do_POST(self) -> None:
        """Yes."""
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<p>Welcome")


def test_another_server_at_the_address_is_told(tmp_path: Path) -> None:
    """The port was another program's."""
    with HTTPServer(("127.0.0.1", 0), Stranger) as server:
        Thread(target=server.handle_request, daemon=True).start()
        at = f"http://127.0.0.1:{server.server_port}/"
        done = run("rooms", "maiden-passage", "--at", at, home=tmp_path)

    assert done.returncode == 2
    assert "something else than Even Keel answers there" in done.stderr


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    """And the other verbs need nothing of it."""
    hidden = "import sys; sys.modules['psycopg'] = None; from game.cli import main; main()"
    words = [sys.executable, "-c", hidden, "serve", *A_STORE]
    env = {**os.environ, "EVEN_KEEL_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=env)

    assert done.returncode == 2
    assert "pip install 'even-keel[server]'" in done.stderr
    words[3:] = ["scenarios"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 0


@needs_database
def test_rooms_are_opened_used_closed_and_reported(tmp_path: Path) -> None:
    """From an author's own file and translation; what people wrote is in the room's papers."""
    with a_service(tmp_path, workers=1) as service:
        at = ("--at", f"http://{service.host}/", "--token", TOKEN)
        file = in_spanish(a_file(tmp_path, watches=2))
        asked = ("--number", "2", "--language", "es", *at)
        opened = run("rooms", file, *asked, home=tmp_path)
        assert opened.returncode == 0, opened.stderr
        first, second = (line.split() for line in opened.stdout.splitlines())
        assert first[1] == f"http://{service.host}/r/{first[0]}"
        assert first[2].startswith(f"{first[1]}/host#")
        assert first[0] != second[0]

        _say_something(service, first[0])
        closed = run("rooms", "--close", first[0], *at, home=tmp_path)
        again = run("rooms", "--close", first[0], *at, home=tmp_path)
        store = ("--store", service.database.url)
        out = tmp_path / "papers"
        papers = run("papers", first[0].lower(), "--out", str(out), *store, home=tmp_path)
        none = run("papers", "CDFGH", "--out", str(out), *store, home=tmp_path)

    assert (closed.returncode, again.returncode) == (0, 2)
    assert papers.returncode == 0, papers.stderr
    assert "take a fix" in (out / "monday.csv").read_text(encoding="utf-8-sig")
    assert {"report.html", "report.json", "albatross.jsonl"} <= {p.name for p in out.iterdir()}
    assert json.loads((out / "report.json").read_text(encoding="utf-8"))["title"] == TOLD
    assert "there is no room CDFGH" in none.stderr


def _say_something(service: Service, code: str) -> None:
    room = service.room(Hall(service.host, code, ""))
    room.do(Join("ann", "Ann", 0))
    room.press(Button.NEXT)
    room.press(Button.DEBRIEF)
    assert room.do(Say("ann", "take a fix", 1)) == [None]


@needs_database
def test_a_token_of_its_own_is_told_once_and_links_have_the_public_address(tmp_path: Path) -> None:
    """Behind something that speaks https: its name is the one that rooms are called by."""
    words = ("--url", "https://keel.example.org", "--token", "")
    with a_service(tmp_path, *words, workers=1) as service:
        (line,) = (line for line in service.said if line.startswith("Token:"))
        own = {"Authorization": f"Bearer {line.split()[1]}", "Host": "keel.example.org"}
        projector = service.open(None, 300, **own)
        page = f"/r/{projector.code}/host"
        key = service.ask(
            "POST",
            f"{page}/key",
            projector.key,
            Host="keel.example.org",
            Origin="https://keel.example.org",
        )
        plain = service.ask(
            "POST",
            f"{page}/key",
            projector.key,
            Host="keel.example.org",
            Origin="http://keel.example.org",
        )

    assert service.said[0].split()[1] == "https://keel.example.org/"
    assert key[0] == 204
    assert plain[0] == 403
