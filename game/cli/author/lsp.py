"""The verb lsp: a language server, which an editor starts and talks to."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import ClassVar

from game.findings import EvenKeelError


@dataclass
class NoLanguageServer(EvenKeelError):
    """The part that talks to editors is not installed."""

    exit_code: ClassVar[int] = 2

    def message(self) -> str:
        return "the language server is not installed: pip install 'even-keel[lsp]'"


def lsp() -> None:
    """Serve an editor: findings, completion, odds while a scenario is written.

    How to use it from an editor is told in docs/editors.md.
    """
    if find_spec("pygls") is None:
        raise NoLanguageServer
    from game.ui.editor.server import run_server

    run_server()
