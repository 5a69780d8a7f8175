"""A voyage as a folder of static files: the same engine, the same logbook, and no server."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from game.scenario.loading.library import find
from game.scenario.model.plain import as_plain, scenario_from_plain
from game.ui.web.offline.core import core_zip, wheels
from game.ui.web.offline.export import code_of, export_folder, plain_loaded
from game.ui.web.offline.runtime import FILES, RuntimeNotFound, runtime_files
from game.voyage.helm import begin_voyage
from tests.transcripts import SCENARIOS
from tests.ui.web.browser import PHONE, a_browser

STARTED = "2026-12-01T04:00:00+00:00"
AT_RANDOM = """
import json, sys
from game.ui.web.offline.voyage import begin
voyage = begin("en", sys.stdin.read(), json.dumps({"seed": 7, "started": "STARTED"}))
number = 0
while True:
    deck = json.loads(json.loads(voyage.hear('{"check": {}}'))["answers"][0])["deck"]
    if deck["end"]:
        break
    number += 1
    orders = [order["id"] for order in deck["watch"]["orders"] if not order["locked"]]
    order = {"watch": deck["watch"]["number"], "order": orders[number * number % len(orders)]}
    voyage.hear(json.dumps({"order": order, "id": number}))
heavy = {"numpy", "pydantic", "yaml", "typer", "pygame", "matplotlib", "jinja2", "starlette"}
assert not heavy & set(sys.modules)
sys.stdout.buffer.write(voyage.logbook().encode())
""".replace("STARTED", STARTED)
"""Sails in the core as it is packed, and prints the logbook."""


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_scenario_travels_as_plain_data(scenario: str) -> None:
    """Nothing of it is lost, and nothing has to be parsed."""
    loaded = find(scenario)

    assert scenario_from_plain(json.loads(json.dumps(as_plain(loaded.scenario)))) == loaded.scenario


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the core and its two libraries, and nothing else."""
    folder = tmp_path_factory.mktemp("core")
    for packed in (core_zip(), *wheels().values()):
        zipfile.ZipFile(BytesIO(packed)).extractall(folder)
    return folder


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_packed_core_sails_alone_and_writes_the_logbook_of_a_helm(
    scenario: str, core: Path, tmp_path: Path
) -> None:
    """Without numpy, YAML or pydantic; byte for byte what `play` writes for the same orders."""
    loaded = find(scenario)
    alone = f"import sys; sys.path.insert(0, {str(core)!r})\n{AT_RANDOM}"
    sailed = subprocess.run(
        [sys.executable, "-I", "-S", "-c", alone],
        input=json.dumps(plain_loaded(loaded)).encode(),
        capture_output=True,
        check=True,
    ).stdout

    assert sailed == _as_played(sailed, scenario, tmp_path)


def test_another_folder_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")

    with pytest.raises(FileExistsError, match="something else"):
        export_folder([find("drift")], 12, {}, tmp_path)

    assert (tmp_path / "thesis.txt").read_text() == "years of work"


def test_another_runtime_than_the_one_it_was_tried_with_is_refused(tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / name).write_bytes(b"something else")

    with pytest.raises(RuntimeNotFound, match="not as it was published"):
        runtime_files(tmp_path, tmp_path)


def test_a_voyage_in_a_browser_sails_offline_and_is_read_at_home(tmp_path: Path) -> None:
    """First start, network cut, refresh, a second window; the logbook is that of `play`."""
    try:
        runtime = runtime_files(None, tmp_path)
    except RuntimeNotFound as missing:
        pytest.skip(missing.message())
    loaded, folder = find("maiden-passage"), tmp_path / "site"
    export_folder([loaded], 1, runtime, folder)
    wrong: list[str] = []
    with a_browser() as browser, _served(folder) as address:
        context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
        context.set_default_timeout(60_000)
        context.on("console", lambda message: wrong.append(message.text))
        context.on("weberror", lambda fault: wrong.append(str(fault.error)))
        hosts = set[str]()
        context.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
        page = context.new_page()
        page.goto(address)
        expect(page.get_by_text(loaded.scenario.summary)).to_be_visible()
        page.get_by_role("button", name="Cast off").click()
        page.get_by_role("button", name="Skip this").press("Enter")
        _give_an_order(page)
        context.set_offline(True)
        page.reload()
        expect(page.get_by_role("button", name="On to watch 2")).to_be_visible(timeout=60_000)
        page = _second_window(context, page, f"{address}#{code_of(loaded)}")
        page.keyboard.press("Enter")  # on to the next watch: the button has the focus
        while not page.locator("#end").is_visible():
            _give_an_order(page)
            page.keyboard.press("Enter")
        with page.expect_download() as download:
            page.get_by_role("button", name="Save the logbook").press("Enter")
        expect(page.get_by_role("heading", name="Every captain")).to_be_visible(timeout=90_000)
        log = Path(download.value.path()).read_bytes()

    assert log == _as_played(log, "maiden-passage", tmp_path)
    assert hosts == {urlsplit(address).netloc}
    assert not [line for line in wrong if "ERR_INTERNET_DISCONNECTED" not in line]


def _give_an_order(page: Page) -> None:
    """By keyboard: the first order that is open, confirmed, and what came of it is looked at."""
    page.locator("#orders .order:not([disabled])").first.press("Enter")
    page.locator("#give").press("Enter")
    page.locator("#go-on").focus(timeout=60_000)


def _second_window(context: BrowserContext, first: Page, address: str) -> Page:
    """It has the voyage at the same watch; the first one says where it went."""
    second = context.new_page()
    second.goto(address)
    second.locator("#go-on").focus(timeout=60_000)
    expect(first.get_by_role("status").first).to_contain_text("open in another window")
    return second


def _as_played(log: bytes, scenario: str, folder: Path) -> bytes:
    """The logbook of the same seed, moment and orders as `play` writes it."""
    header, *lines = map(json.loads, log.splitlines())
    path = folder / "played.jsonl"
    started = datetime.fromisoformat(header["started"])
    helm = begin_voyage(find(scenario), header["seed"], path, started)
    for line in lines:
        helm.give(line["order"])
    assert helm.is_over
    return path.read_bytes()


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """The folder on a plain web server; its address."""
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_told: None})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
