"""A verb run in this process: what a process of its own says and does, without its start."""

from __future__ import annotations

import subprocess
import sys
from contextlib import chdir
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from game.cli import main
from tests.languages import speaking


def run_here(*words: str, home: Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Even Keel with these words and this input, as a pipe runs it; a test of its own starts one.

    Whatever each verb says, one run of it at least is in a process, by `tests.cli.test_cli.run`.
    """
    heard, out, err = (TextIOWrapper(BytesIO(said), "utf-8") for said in (typed.encode(), b"", b""))
    with pytest.MonkeyPatch.context() as patch, chdir(home), speaking("en"):
        patch.setenv("EVEN_KEEL_HOME", str(home))
        patch.setenv("TERM", "xterm")
        patch.setattr(sys, "argv", ["even-keel", *words])
        for name, stream in (("stdin", heard), ("stdout", out), ("stderr", err)):
            patch.setattr(sys, name, stream)
        with pytest.raises(SystemExit) as ended:
            main()
    said, complained = (stream.detach().getvalue().decode() for stream in (out, err))
    code = ended.value.code
    assert isinstance(code, int)
    return subprocess.CompletedProcess(list(words), code, said, complained)
