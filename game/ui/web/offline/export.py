"""The export: a scenario or several as a folder of static files, which sails in any browser."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from game.i18n import _, own_language
from game.reports.html import page_templates
from game.scenario.loading.files import bundled_folder
from game.scenario.model.loaded import LoadedScenario
from game.scenario.model.plain import as_plain
from game.ui.web.offline.core import core_zip, wheels
from game.ui.web.offline.runtime import FOLDER
from game.ui.web.web_app import CUTS, PAGES, translate_page

OWN_PAGES = Path(__file__).parent / "pages"
MARK = "even-keel.json"
"""The file by which a folder is known as one of ours."""
SHARED = ("captain.js", "deck.js", "draw.js", "phone.js", "sea.js", "turns.js", "words.js")
CAPTAIN = ("ask.js", "charts.js", "debrief.js", "emblem.js", "own_debrief.js")
LOOKS = ("charts.css", "icon.svg", "light.css", "style.css")
OWN = ("python.js", "shore.js", "start.js", "stores.js", "wire.js")
CODE_LENGTH = 5
"""Letters of the code by which a page knows which voyage is meant, as of a room's."""
Files = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Exported:
    """A folder that was written. files, size: how many, and their bytes."""

    folder: Path
    files: int
    size: int


def export_folder(
    library: Sequence[LoadedScenario], seas: int, runtime: Mapping[str, bytes], out: Path
) -> Exported:
    """Write the folder, whole or not at all. seas: people sail in those of the seeds up to this.

    Raises:
        OSError: if it cannot be written, or there is a folder that is none of ours.
    """
    if out.exists() and not (out / MARK).is_file() and any(out.iterdir()):
        raise FileExistsError(0, _("this folder holds something else: name another"), str(out))
    files = folder_files(library, seas, runtime)
    draft = out.with_name(f".{out.name}.{os.getpid()}.new")
    try:
        for name, data in files.items():
            path = draft / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        if out.exists():
            shutil.rmtree(out)
        draft.rename(out)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return Exported(out, len(files), sum(map(len, files.values())))


def folder_files(
    library: Sequence[LoadedScenario], seas: int, runtime: Mapping[str, bytes]
) -> Files:
    """Every file by its path. What may change stands in a folder that is named for what is in it,
    so that no cache can show an old page beside a new one.
    """
    inside = _inside(library)
    started_with = {f"{FOLDER}/{name}": data for name, data in runtime.items()}
    stamp = sha256(b"".join(name.encode() + data for name, data in sorted(inside.items())))
    stamped = {f"{stamp.hexdigest()[:12]}/{name}": data for name, data in inside.items()}
    root = f"{stamp.hexdigest()[:12]}/"
    fetched = [
        [name, len(data)]
        for name, data in {**stamped, **started_with}.items()
        if not name.endswith("NOTICE.txt")
    ]
    listed = {"stamp": root, "files": fetched}
    service = translate_page(OWN_PAGES / "service.js").replace(b"STAMP", root.encode())
    return {
        **stamped,
        **started_with,
        f"{root}files.json": json.dumps(listed).encode(),
        "index.html": _first_page(library, seas, root),
        "service.js": service,
        MARK: json.dumps({"even-keel": root}).encode(),
    }


def code_of(loaded: LoadedScenario) -> str:
    """The code of a scenario: the same text has the same one in every export."""
    told = f"{loaded.text}\n{loaded.told_in}"
    return sha256(told.encode()).hexdigest()[:CODE_LENGTH].upper()


def plain_loaded(loaded: LoadedScenario) -> dict[str, Any]:
    """A scenario as it travels: what its file says, and what that means."""
    return {
        "scenario": as_plain(loaded.scenario),
        "text": loaded.text,
        "file": Path(loaded.file).name,
        "translation": loaded.translation,
    }


def _inside(library: Sequence[LoadedScenario]) -> Files:
    fonts = bundled_folder("assets") / "fonts"
    names = [f"AtkinsonHyperlegibleNext-{cut}.ttf" for cut in CUTS]
    packed = wheels()
    return {
        **{
            f"pages/{name}": translate_page(PAGES / name)
            for name in (*SHARED, *LOOKS, *(f"captain/{name}" for name in CAPTAIN))
        },
        **{f"pages/{name}": translate_page(OWN_PAGES / name) for name in OWN},
        "worker.js": translate_page(OWN_PAGES / "worker.js"),
        **{f"fonts/{name}": (fonts / name).read_bytes() for name in names},
        **{f"voyages/{code_of(one)}.json": _json(plain_loaded(one)) for one in library},
        "core.zip": core_zip(),
        "wheels.json": _json(list(packed)),
        **packed,
    }


def _first_page(library: Sequence[LoadedScenario], seas: int, root: str) -> bytes:
    voyages = [
        {
            "code": code_of(one),
            "title": one.scenario.title,
            "summary": one.scenario.summary,
            "minutes": one.scenario.minutes_solo,
        }
        for one in library
    ]
    page = page_templates(OWN_PAGES, PAGES).get_template("index.html")
    held = {"language": own_language(), "root": root, "runtime": FOLDER}
    return page.render(voyages=voyages, seas=seas, **held).encode()


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
