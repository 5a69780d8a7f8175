"""What a start imports: no more than what was asked for needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from inspect import getdoc
from pathlib import Path

import pytest

from game.cli.verbs import VERBS, function_of
from tests.cli.test_cli import ROOT, a_file


def modules_of(*runs: list[str], home: Path) -> list[set[str]]:
    """What Python has imported by the end of each of these runs, in one process."""
    program = (
        "import json, sys\n"
        "from game.cli import main\n"
        "for words in json.loads(sys.argv[1]):\n"
        "    sys.argv = ['even-keel', *words]\n"
        "    try: main()\n"
        "    except SystemExit as ended: assert not ended.code, words\n"
        "    print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, json.dumps(runs)],
        capture_output=True,
        text=True,
        check=True,
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return [set(line.split()) for line in done.stderr.splitlines()]


def test_light_verbs_import_nothing_heavy(tmp_path: Path) -> None:
    """So that they answer at once."""
    a_file(tmp_path)
    heavy = {"pygame", "numpy", "matplotlib", "jinja2", "textual", "transitions"}
    heavy |= {"starlette", "uvicorn", "websockets", "psutil", "sqlite3", "asyncio", "http"}
    light = [
        *(["--help"], ["check", "mine.yaml"], ["explain", "F007"], ["scenarios"]),
        *(["new", "fog"], ["schema"]),
        *(["fmt", "mine.yaml"], ["stats", "mine.yaml"], ["rename", "mine.yaml", "watch_1", "dawn"]),
    ]
    read = modules_of(*light, home=tmp_path)

    assert [(words, heavy & modules) for words, modules in zip(light, read, strict=True)] == [
        (words, set()) for words in light
    ]


def test_a_verb_that_is_named_is_read_alone(tmp_path: Path) -> None:
    """Whoever checks a file need not wait for what holds a session."""
    a_file(tmp_path)

    version, helped, checked = modules_of(
        ["--version"], ["--help"], ["check", "mine.yaml"], home=tmp_path
    )
    verbs = {f"game.cli.{verb.folder}.{name}" for name, verb in VERBS.items()}

    assert not version & {"typer", "rich", "pydantic"}
    assert not helped & {"pydantic", *verbs}
    assert checked & verbs == {"game.cli.author.check"}


@pytest.mark.parametrize("name", VERBS)
def test_the_list_of_verbs_says_what_each_says_of_itself(name: str) -> None:
    """So that a verb need not be imported to be listed."""
    assert VERBS[name].help == getdoc(function_of(name))
