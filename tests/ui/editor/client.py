"""A real editor's half of the conversation, over the standard streams of a real server."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

ROOT = Path(__file__).parents[3]
PATIENCE = 20.0
"""Seconds after which an answer is none."""


class Editor:
    """An editor with one file open. told: what is wrong with it, by the version that it is of."""

    def __init__(self, client: LanguageClient, path: Path) -> None:
        self.client, self.uri, self.version = client, path.as_uri(), 1
        self.text = path.read_text(encoding="utf-8")
        self.told: dict[int | None, list[lsp.Diagnostic]] = {}
        self.heard = asyncio.Event()

    async def findings(self, version: int) -> list[lsp.Diagnostic]:
        """What is said of a version, once it is."""
        while version not in self.told:
            self.heard.clear()
            await asyncio.wait_for(self.heard.wait(), PATIENCE)
        return self.told[version]

    def write(self, text: str) -> int:
        """The whole file anew; the version that it is then."""
        self.text, self.version = text, self.version + 1
        whole = lsp.TextDocumentContentChangeWholeDocument(text)
        named = lsp.VersionedTextDocumentIdentifier(self.version, self.uri)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(named, [whole]))
        return self.version

    def at(self, before: str, kind: type[Any] = lsp.TextDocumentPositionParams, **more: Any) -> Any:
        """Parameters for the place behind a piece of the text."""
        head = self.text[: self.text.index(before) + len(before)]
        at = lsp.Position(head.count("\n"), len(head.rpartition("\n")[2]))
        return kind(text_document=lsp.TextDocumentIdentifier(self.uri), position=at, **more)

    @property
    def named(self) -> lsp.TextDocumentIdentifier:
        return lsp.TextDocumentIdentifier(self.uri)


@asynccontextmanager
async def editing(path: Path) -> AsyncIterator[Editor]:
    """A file open in an editor that talks to a server of its own."""
    client = LanguageClient("an-editor", "1")
    editor = Editor(client, path)

    def hear(params: lsp.PublishDiagnosticsParams) -> None:
        editor.told[params.version] = list(params.diagnostics)
        editor.heard.set()

    client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(hear)
    await client.start_io(sys.executable, str(ROOT / "main.py"), "lsp")
    answered = await client.initialize_async(
        lsp.InitializeParams(capabilities=lsp.ClientCapabilities(), root_uri=path.parent.as_uri())
    )
    assert answered.capabilities.rename_provider
    client.initialized(lsp.InitializedParams())
    item = lsp.TextDocumentItem(editor.uri, "yaml", 1, editor.text)
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
    try:
        yield editor
    finally:
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()
