"""The verb rooms: open, list and close rooms of a server."""

from __future__ import annotations

import http.client
import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import typer

from game.cli.find_scenario import find_scenario
from game.cli.host.options import PORT, AtPace, Regatta
from game.cli.io import print_out
from game.cli.language import In, apply_language
from game.cli.options import Named, Seed
from game.cli.scenario_language import require_language, scenario_in_spoken_language
from game.cli.support.open_store import ServerSilent, Token
from game.session.session import Pace


def rooms(  # noqa: PLR0913, PLR0917 - a verb has as many options as people need
    scenario: Named = "",
    at: Annotated[str, typer.Option(help="The server's address.")] = f"http://127.0.0.1:{PORT}/",
    number: Annotated[int, typer.Option(min=1, max=500, help="So many rooms.")] = 1,
    crews: Annotated[int, typer.Option(min=1, max=6, help="Ships in each.")] = 1,
    seats: Annotated[int, typer.Option(min=1, max=1000, help="Phones in each.")] = 300,
    regatta: Regatta = False,
    pace: AtPace = Pace.WATCH,
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Stays open through this day.")
    ] = None,
    seed: Seed = None,
    close: Annotated[str, typer.Option(help="Close the room with this code instead.")] = "",
    token: Token = "",
    language: In = None,
) -> None:
    """Open rooms on a server: a line each, with code, address for phones, yours, and the wall's."""
    if close:
        _ask(at, "DELETE", f"rooms/{close}", token)
        print_out(f"{close} is closed")
    elif scenario:
        wish = _wish(scenario, language) | {"seed": seed, "crews": crews, "seats": seats}
        wish |= {"pace": pace.value if regatta else "", "until": _end_of(until)}
        for _ in range(number):
            print_out(_room_in(at, _ask(at, "POST", "rooms", token, json.dumps(wish))))
    else:
        raise typer.BadParameter("name a scenario, or a room with --close")


def _end_of(day: datetime | None) -> float:
    """The end of a day, here, in seconds since 1970; 0 for none."""
    return (day + timedelta(days=1)).astimezone().timestamp() if day else 0.0


def _wish(scenario: str, language: str | None) -> dict[str, Any]:
    """A scenario for a room, in this language; without one, in the server's."""
    apply_language(language)
    loaded = (
        scenario_in_spoken_language(find_scenario(scenario))
        if language
        else find_scenario(scenario)
    )
    require_language(language, [loaded])
    return {
        "file": Path(loaded.file).name,
        "text": loaded.text,
        "language": loaded.scenario.language if language else "",
        "translation": loaded.translation,
    }


def _room_in(at: str, said: str) -> str:
    """The line about a room that a server has opened."""
    try:
        room = json.loads(said)
        return f"{room['code']}  {room['phones']}  {room['host']}  {room['wall']}"
    except (ValueError, KeyError, TypeError) as wrong:
        raise ServerSilent(at, "something else than Even Keel answers there") from wrong


def _ask(at: str, method: str, path: str, token: str, body: str = "") -> str:
    """What a server answers to whoever has its token."""
    line: Any = None
    try:
        where = urlsplit(at)
        is_safe = where.scheme == "https"
        kind = http.client.HTTPSConnection if is_safe else http.client.HTTPConnection
        line = kind(where.netloc, timeout=30)
        line.request(
            method,
            f"{where.path.rstrip('/')}/{path}",
            body.encode() or None,
            {"Authorization": f"Bearer {token}"},
        )
        reply = line.getresponse()
        said: str = reply.read().decode(errors="replace")
    except (OSError, http.client.HTTPException) as wrong:
        raise ServerSilent(at, f"it does not answer: {wrong}") from wrong
    except ValueError as wrong:  # no such address or token can be written down in a request
        raise ServerSilent(at, f"it cannot be asked: {wrong}") from wrong
    finally:
        if line:
            line.close()
    if reply.status >= 300:
        raise ServerSilent(at, said or f"it says {reply.status}")
    return said
