"""Pages: what they hold, what they ask for, who may see which, and how they are kept apart."""

from __future__ import annotations

import http.client
import json
import re
from pathlib import Path

import pytest

from game.i18n import _
from game.scenario.loading.files import bundled_folder
from game.session.commands import Button
from game.testing import a_document, a_loaded_scenario, a_watch
from game.ui.languages import LANGUAGES
from game.ui.web.web_app import IN_SCRIPTS, PAGES, translate_page
from tests.languages import OTHERS, speaking
from tests.ui.web.calls import answer, ask, call, join
from tests.ui.web.running_room import Harbour, a_harbour

FILES = [file for file in PAGES.rglob("*.*") if file.is_file()]
SERVED = [f"/pages/{file.relative_to(PAGES)}" for file in FILES if file.suffix != ".html"]
FONTS = re.findall(r"url\(\.\.(/fonts/[^)]+)\)", (PAGES / "style.css").read_text(encoding="utf-8"))
HOSTS = {"/pages/host.js", "/pages/fleet.js", "/pages/place.js"}
WALLS = {path for path in SERVED if path.startswith(("/pages/wall/", "/pages/host/"))}
LOADED = ["/", *(path for path in SERVED if path not in HOSTS | WALLS), *FONTS]
INKS = ("text", "dim", "course", "sails", "wrong", "better")
SECONDS = 15
"""So long a busy machine may take to answer."""
SVG = "http://www.w3.org/2000/svg"
"""A name that browsers know drawings by; nothing is fetched from there."""
SECRET = "xyzzy-for-the-facilitator-alone"  # noqa: S105 - what the tests look for


NASTY = "<img src=x onerror=alert(1)>\u202e\x07"


async def test_a_script_in_a_name_is_text_and_direction_marks_are_gone(tmp_path: Path) -> None:
    """Pages show names as text alone; here they are as they leave the server."""
    with a_harbour(tmp_path) as harbour:
        async with call(harbour) as socket, harbour.page() as page:
            heard = await answer(socket, join=join(harbour, name=NASTY))
            await page.until(lambda: bool(page.view["people"]))

    assert heard["you"]["name"] == "<img src=x onerror=alert"
    assert page.view["people"][0]["name"] == "<img src=x onerror=alert"


def test_pages_write_text_and_never_markup() -> None:
    """No page has a way to turn data into HTML, and none has a script or style in itself."""
    for file in PAGES.rglob("*.js"):
        text = file.read_text(encoding="utf-8").replace(SVG, "")
        for way in (
            "innerHTML",
            "outerHTML",
            "insertAdjacent",
            "document.write",
            "eval(",
            "http:/",
        ):
            assert way not in text, (file.name, way)
    for name in ("phone.html", "host.html", "wall.html"):
        text = translate_page(PAGES / name).decode()
        assert "style=" not in text
        assert "http" not in text
        assert "<style" not in text
        assert text.count("<script") == text.count('<script type="module" src="/pages/') == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_phone_loads_is_small(language: str, tmp_path: Path) -> None:
    """At most 90 KB as it comes packed, all of it, fonts too, in every language."""
    with speaking(language), a_harbour(tmp_path) as harbour:
        assert sum(packed(harbour, path) for path in LOADED) <= 90 * 1024


def packed(harbour: Harbour, path: str) -> int:
    """How many bytes a browser gets."""
    line = http.client.HTTPConnection(harbour.host, timeout=SECONDS)
    line.request("GET", path, headers={"Accept-Encoding": "gzip, br"})
    reply = line.getresponse()
    body = reply.read()
    line.close()

    assert reply.headers["content-encoding"] == "gzip"
    return len(body)


def test_a_page_is_packed_for_whoever_unpacks_it(tmp_path: Path) -> None:
    """And for nobody else, as proxies and old programs ask."""
    with a_harbour(tmp_path) as harbour:
        for accepts, packs in (
            ("br, GZIP;q=0.5", "gzip"),
            ("gzip;q=0", None),
            ("gzip ; q=0.000, br", None),
            ("xgzipx", None),
            ("identity", None),
        ):
            line = http.client.HTTPConnection(harbour.host, timeout=SECONDS)
            line.request("HEAD", "/", headers={"Accept-Encoding": accepts})
            reply = line.getresponse()
            line.close()

            assert reply.headers["content-encoding"] == packs, accepts


def test_the_pages_are_written_in_the_letters_of_the_window(tmp_path: Path) -> None:
    """From this room alone, kept for a day, so that an evening asks for them once."""
    with a_harbour(tmp_path) as harbour:
        for path in FONTS:
            line = http.client.HTTPConnection(harbour.host, timeout=SECONDS)
            line.request("GET", path)
            reply = line.getresponse()
            font = reply.read()
            line.close()

            assert font == (bundled_folder("assets") / path.removeprefix("/")).read_bytes()
            assert reply.headers["content-type"] == "font/ttf"
            assert reply.headers["cache-control"] == "max-age=86400"


def test_english_pages_are_served_as_they_are_written() -> None:
    """Scripts to the byte; of a page no mark is left."""
    for file in FILES:
        if file.suffix == ".html":
            assert not re.search("[{}]", translate_page(file).decode())
        else:
            assert translate_page(file) == file.read_bytes()


@pytest.mark.parametrize("language", OTHERS)
def test_pages_are_served_in_the_language_of_the_room(language: str, tmp_path: Path) -> None:
    """Every sentence that is marked, in valid strings, and nothing is asked for besides."""
    with speaking(language):
        with a_harbour(tmp_path) as harbour:
            page = ask(harbour, "GET", "/")[1][1]
            script = ask(harbour, "GET", "/pages/phone.js")[1][1]
        marked = [json.loads(each[1]) for each in IN_SCRIPTS.finditer(script)]
        written = (PAGES / "phone.js").read_text(encoding="utf-8")
        english = [json.loads(each[1]) for each in IN_SCRIPTS.finditer(written)]
        told = [_(each) for each in english]

    assert f'<html lang="{language}">' in page
    assert "Part of this page" not in page
    assert "{{" not in page
    assert marked == told
    assert all(one != other for one, other in zip(marked, english, strict=True))


def test_every_page_tells_the_browser_to_ask_nobody_else(tmp_path: Path) -> None:
    """And not to guess what a file is, and to say nowhere where it came from."""
    with a_harbour(tmp_path) as harbour:
        for path in ("/", "/host", *SERVED):
            status, (headers, _) = ask(harbour, "GET", path)

            assert status == 200
            assert headers["content-security-policy"].startswith("default-src 'self';")
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["referrer-policy"] == "no-referrer"
            assert "server" not in headers


def luminance(colour: str) -> float:
    """How light a colour is, as WCAG has it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("file", ["style.css", "light.css"], ids=["dark", "light"])
def test_every_ink_can_be_read_on_every_paper(file: str) -> None:
    """Text at least 7:1, edges at least 3:1, in both themes."""
    css = (PAGES / file).read_text(encoding="utf-8")
    (block,) = re.findall(r":root[^{]*\{([^}]*)\}", css)
    light = {name: luminance(hue) for name, hue in re.findall(r"--(\w+): #(\w{6})", block)}

    for ink, least in [("edge", 3.0), *((ink, 7.0) for ink in INKS)]:
        for paper in ("paper", "raised", "chosen"):
            low, high = sorted((light[ink], light[paper]))
            assert (high + 0.05) / (low + 0.05) >= least, (ink, paper)


async def test_no_get_changes_anything(tmp_path: Path) -> None:
    """Link previewers and curious browsers fetch whatever they see."""
    with a_harbour(tmp_path) as harbour:
        before = harbour.room.session
        key, code = harbour.door.key, harbour.door.code
        for method in ("GET", "HEAD", "OPTIONS"):
            for path in ("/", f"/?code={code}", "/host", f"/host?key={key}", "/host/key", "/phone"):
                _, (headers, _) = ask(harbour, method, path)
                assert "set-cookie" not in headers
        assert ask(harbour, "GET", "/host/key")[0] == 405
        assert harbour.room.session is before


async def test_the_key_opens_only_from_its_own_page_and_only_whole(tmp_path: Path) -> None:
    """Then it lives in a cookie that no script and no other site can read."""
    with a_harbour(tmp_path) as harbour:
        own, key = f"http://{harbour.host}", harbour.door.key
        assert ask(harbour, "POST", "/host/key", key, Origin="http://evil.example")[0] == 403
        assert ask(harbour, "POST", "/host/key", key)[0] == 403
        assert ask(harbour, "POST", "/host/key", key[:-1], Origin=own)[0] == 403
        assert ask(harbour, "POST", "/host/key", "x" * 101, Origin=own)[0] == 413
        status, (headers, _) = ask(
            harbour, "POST", "/host/key", f"{key[:9]}-{key[9:]}\n", Origin=own
        )

    assert status == 204
    assert {part.strip().lower() for part in headers["set-cookie"].split(";")} == {
        *(f"{harbour.door.cookie}={key}", "httponly", "samesite=strict", "path=/host"),
        "max-age=86400",
    }


async def test_the_key_and_the_notes_leave_for_no_phone_and_no_projector(tmp_path: Path) -> None:
    """In every phase, in every message; and the key not even for the host page or the journal."""
    watches = (a_watch() | {"notes": SECRET},) * 2
    with a_harbour(tmp_path, loaded=a_loaded_scenario(a_document(*watches))) as harbour:
        heard, hosts = [], []
        async with harbour.phones(1) as (phone,), harbour.page() as page:
            while page.view["phase"] != "debrief":
                if page.view["phase"] == "voting":
                    await phone.vote("steer")
                await page.press(Button.NEXT)
                await phone.until(lambda: phone.deck["phase"] == page.view["phase"])
                heard.append(json.dumps(phone.view) + repr(harbour.room.projector_view()))
                hosts.append(json.dumps(page.view))
        journal = Path(harbour.room.journal.name).read_bytes()

    assert any(SECRET in view for view in hosts)
    assert not any(SECRET in view for view in heard)
    assert not any(harbour.door.key in view for view in (*heard, *hosts))
    assert harbour.door.key.encode() not in journal
    assert phone.token.encode() not in journal


def test_no_path_leads_out_of_the_pages(tmp_path: Path) -> None:
    """Pages are read once; there is no way from a request to the disk."""
    paths = (
        "/pages/../door.py",
        "/pages/..%2fdoor.py",
        "/pages/%2e%2e/door.py",
        "/pages//etc/passwd",
        "/pages/....//door.py",
        "/pages/",
        "/../../../../etc/passwd",
        "/pages/phone.js%00.html",
        "/pages/..\\door.py",
        "/art/../door.json",
        "/art/..%2f..%2fLICENCES.md",
        "/art/",
    )
    with a_harbour(tmp_path) as harbour:
        assert {path: ask(harbour, "GET", path)[0] for path in paths} == dict.fromkeys(paths, 404)
