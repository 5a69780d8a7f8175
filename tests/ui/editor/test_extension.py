"""The extension for Visual Studio Code: its main file, a stub of the editor, the real server."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest

from game.scenario.loading.files import bundled_folder
from tests.ui.editor.client import ROOT

FOLDER = bundled_folder("assets") / "editors" / "vscode"
NODE = shutil.which("node") or ""


@pytest.mark.skipif(not NODE, reason="no node here")
def test_it_starts_the_server_and_offers_what_it_says() -> None:
    """Each command that it contributes exists, and sails from the watch that the cursor is in."""
    stub = ROOT / "tests" / "ui" / "editor" / "stub_editor.js"
    ran = subprocess.run(
        [NODE, str(stub), str(FOLDER / "extension.js"), sys.executable, str(ROOT / "main.py")],
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    said = json.loads(ran.stdout)
    offered = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))["contributes"]

    assert said["commands"] == sorted(one["command"] for one in offered["commands"])
    assert said["terminals"] == ["watch fog.yaml --at dawn", "playtest fog.yaml"]
