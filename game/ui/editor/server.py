"""The language server: pygls hears what the editor asks, and every answer is made elsewhere."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer

from game import __version__
from game.findings import EvenKeelError
from game.scenario.analysis.id_uses import Use
from game.scenario.repair.certain_edits import edits_for, repaired
from game.ui.editor.analysis import Analysis, Desk, check_for
from game.ui.editor.completion import completions
from game.ui.editor.hover import hover_at
from game.ui.editor.navigation import definition_of, references_of, renamed, use_at, use_place
from game.ui.editor.outline import hints, lenses, symbols
from game.ui.editor.protocol import NAME, column_of, diagnostic_of, path_of, range_of

PAUSE = 0.03
"""Seconds that a burst of typing may go on before its end is looked at."""
T = TypeVar("T")


def run_server() -> None:
    """Serve one editor over standard input and output, until it ends."""
    new_server().start_io()


def new_server() -> LanguageServer:
    """A server with a desk of its own."""
    server = LanguageServer(NAME, __version__)
    desk = Desk()
    _hear_changes(server, desk)
    _answer_places(server, desk)
    _answer_renames(server, desk)
    _answer_files(server, desk)
    return server


def _known(server: LanguageServer, desk: Desk, uri: str) -> Analysis:
    """A file as the editor has it now."""
    return desk.look(path_of(uri), server.workspace.get_text_document(uri).source)


def _hear_changes(server: LanguageServer, desk: Desk) -> None:
    """What is wrong is told after each change, of the newest text and of no other."""

    def tell(uri: str) -> None:
        document = server.workspace.get_text_document(uri)
        known = desk.look(path_of(uri), document.source)
        found = [diagnostic_of(one, known.text) for one in known.findings]
        server.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(uri=uri, diagnostics=found, version=document.version)
        )

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        tell(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        await asyncio.sleep(PAUSE)
        documents = server.workspace.text_documents
        if uri in documents and documents[uri].version == params.text_document.version:
            tell(uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(_params: lsp.DidSaveTextDocumentParams) -> None:
        for uri in list(server.workspace.text_documents):  # a translation is judged by its original
            desk.opened.pop(path_of(uri), None)
            tell(uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        desk.opened.pop(path_of(uri), None)
        server.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(uri=uri, diagnostics=[])
        )


def _answer_places(server: LanguageServer, desk: Desk) -> None:
    """Questions about a place in a file."""

    def asked(params: Any, answer: Callable[[Analysis, int, int], T]) -> T:
        known = _known(server, desk, params.text_document.uri)
        at = params.position
        return answer(known, at.line, column_of(known.text, at))

    @server.feature(
        lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=[":", " ", "[", "{"])
    )
    def complete(params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
        return asked(params, completions)

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hover(params: lsp.HoverParams) -> lsp.Hover | None:
        said = asked(params, hover_at)
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, said)) if said else None

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def define(params: lsp.DefinitionParams) -> list[lsp.Location]:
        return asked(params, lambda *at: definition_of(desk, *at))

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    def refer(params: lsp.ReferenceParams) -> list[lsp.Location]:
        return asked(params, lambda *at: references_of(desk, *at))


def _answer_renames(server: LanguageServer, desk: Desk) -> None:
    """An id under another name."""

    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(params: lsp.PrepareRenameParams) -> lsp.Range | None:
        known = _known(server, desk, params.text_document.uri)
        use = _use(known, params)
        return range_of(known.text, use_place(use)) if use else None

    @server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    def rename(params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        known = _known(server, desk, params.text_document.uri)
        use = _use(known, params)
        try:
            return renamed(desk, known, use, params.new_name) if use else None
        except EvenKeelError as wrong:
            raise JsonRpcInvalidParams(str(wrong)) from wrong


def _use(known: Analysis, params: lsp.PrepareRenameParams | lsp.RenameParams) -> Use | None:
    at = params.position
    return use_at(known, at.line, column_of(known.text, at))


def _answer_files(server: LanguageServer, desk: Desk) -> None:
    """Questions about a whole file."""

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outline(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        return symbols(_known(server, desk, params.text_document.uri))

    @server.feature(lsp.TEXT_DOCUMENT_INLAY_HINT)
    def hint(params: lsp.InlayHintParams) -> list[lsp.InlayHint]:
        found = hints(_known(server, desk, params.text_document.uri))
        lines = range(params.range.start.line, params.range.end.line + 1)
        return [one for one in found if one.position.line in lines]

    @server.feature(lsp.TEXT_DOCUMENT_CODE_LENS)
    async def lens(params: lsp.CodeLensParams) -> list[lsp.CodeLens]:
        known = _known(server, desk, params.text_document.uri)
        return await asyncio.to_thread(lenses, known)

    @server.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION,
        lsp.CodeActionOptions(
            code_action_kinds=[lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.SourceFixAll]
        ),
    )
    def act(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = params.text_document.uri
        known = _known(server, desk, uri)
        lines = range(params.range.start.line + 1, params.range.end.line + 2)
        wanted = set(params.context.only or [lsp.CodeActionKind.QuickFix])
        actions = []
        if lsp.CodeActionKind.QuickFix in wanted:
            actions += _quick_fixes(uri, known, lines)
        if wanted & {lsp.CodeActionKind.SourceFixAll, lsp.CodeActionKind.Source}:
            actions += _fix_all(uri, known)
        return actions


def _quick_fixes(uri: str, known: Analysis, lines: range) -> list[lsp.CodeAction]:
    """One edit for each finding on these lines whose way out is certain."""
    near = [found for found in known.findings if found.at.line in lines]
    return [
        lsp.CodeAction(
            title=f"Write {edit.new}",
            kind=lsp.CodeActionKind.QuickFix,
            diagnostics=[diagnostic_of(edit.finding, known.text)],
            is_preferred=True,
            edit=lsp.WorkspaceEdit(
                changes={uri: [lsp.TextEdit(range_of(known.text, edit.at), edit.new)]}
            ),
        )
        for edit in edits_for(known.text.encode(), near, check_for(known.path))
    ]


def _fix_all(uri: str, known: Analysis) -> list[lsp.CodeAction]:
    """All that is certain, as `check --fix` does it."""
    data, done = repaired(known.text.encode(), check_for(known.path))
    if not done:
        return []
    last = len(known.text.split("\n"))
    whole = lsp.Range(lsp.Position(0, 0), lsp.Position(last, 0))
    edit = lsp.WorkspaceEdit(changes={uri: [lsp.TextEdit(whole, data.decode())]})
    kind = lsp.CodeActionKind.SourceFixAll
    return [lsp.CodeAction(title="Do all that is certain", kind=kind, edit=edit)]
