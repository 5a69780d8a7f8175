"""The language server as an editor hears it: a real client over stdio."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from game.scenario.loading.files import bundled_folder
from tests.ui.editor.client import Editor, editing
from tests.verbs import run_here

START = lsp.Position(0, 0)
WHOLE = lsp.Range(START, lsp.Position(9_999, 0))


@pytest.fixture
def fog(tmp_path: Path) -> Path:
    """A copy of a shipped scenario, with its translations and transcripts."""
    assert run_here("new", "fog", "--from", "maiden-passage", home=tmp_path).returncode == 0
    return tmp_path / "fog.yaml"


def labels(items: Sequence[lsp.CompletionItem] | lsp.CompletionList | None) -> list[str]:
    assert items is not None
    assert not isinstance(items, lsp.CompletionList)
    return [item.label for item in items]


async def test_findings_follow_what_is_typed(fog: Path) -> None:
    """Of the newest text and of no other; each with its code, and the way out."""
    async with editing(fog) as editor:
        assert await editor.findings(1) == []
        last = 1
        for letters in ("cours", "cour", "cou"):
            last = editor.write(fog.read_text().replace("kind: course", f"kind: {letters}", 1))
        (found,) = await editor.findings(last)
        mended = editor.write(fog.read_text())

        assert await editor.findings(mended) == []

    assert (found.code, found.severity) == ("S003", lsp.DiagnosticSeverity.Error)
    assert "did you mean 'course'?" in found.message
    line = (
        fog.read_text().replace("kind: course", "kind: cou", 1).split("\n")[found.range.start.line]
    )
    assert line[found.range.start.character : found.range.end.character] == "cou"


async def offered(editor: Editor, before: str) -> list[str]:
    params = editor.at(before, lsp.CompletionParams)
    return labels(await editor.client.text_document_completion_async(params))


async def test_what_can_be_typed_is_offered(fog: Path) -> None:
    """Keys, values, ids and whole conditions, also in a file that cannot be read yet."""
    half = "\n    orders:\n      halfway:\n        kind: \n        practice: \n        when: [cr\n"
    half += "        goto: \n        so\n"
    async with editing(fog) as editor:
        await editor.findings(1)
        editor.write(fog.read_text().replace("\n    orders:\n", half, 1))

        assert (await offered(editor, "halfway:\n        kind: "))[:2] == ["course", "sails"]
        assert "vision" in await offered(editor, "        practice: ")
        phrases = await offered(editor, "when: [cr")
        watches = await offered(editor, "        goto: ")
        keys = await offered(editor, "        so")

    assert "crew is at least …" in phrases
    assert any(phrase.startswith("visited ") for phrase in phrases)
    assert any(phrase.startswith("gave ") for phrase in phrases)
    assert "harbour" in watches
    assert {"label", "outcomes", "strengthened_by"} <= set(keys)


async def test_an_id_is_found_and_renamed_in_every_file(fog: Path) -> None:
    """From its use to its place, and in transcripts and translations alike; a bad name is not."""
    async with editing(fog) as editor:
        await editor.findings(1)
        word = next(
            line for line in editor.text.split("\n") if line.startswith("  ") and "orders" in line
        )
        assert word
        watch = editor.text.split("watches:\n")[1].split(":")[0].strip()
        at = f"\n  {watch}"
        places = await editor.client.text_document_references_async(
            editor.at(at, lsp.ReferenceParams, context=lsp.ReferenceContext(True))
        )
        there = await editor.client.text_document_definition_async(
            editor.at(at, lsp.DefinitionParams)
        )
        edit = await editor.client.text_document_rename_async(
            editor.at(at, lsp.RenameParams, new_name="first_light")
        )
        with pytest.raises(Exception, match="cannot be an id"):
            await editor.client.text_document_rename_async(
                editor.at(at, lsp.RenameParams, new_name="no")
            )

    assert places is not None
    names = {Path(place.uri).name for place in places}
    assert {"fog.yaml", "fog.de.yaml", "fog.fr.yaml"} <= names
    assert isinstance(there, list)
    assert len(there) == 1
    assert edit is not None
    assert edit.changes is not None
    assert {Path(uri).name for uri in edit.changes} == names


async def test_the_editor_shows_what_is_measured(fog: Path) -> None:
    """Symbols, words and minutes, odds above the orders, and what a key means."""
    async with editing(fog) as editor:
        await editor.findings(1)
        client, named = editor.client, editor.named
        outline = await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(named))
        beside = await client.text_document_inlay_hint_async(lsp.InlayHintParams(named, WHOLE))
        above = await client.text_document_code_lens_async(lsp.CodeLensParams(named))
        key = await client.text_document_hover_async(editor.at("voyage", lsp.HoverParams))
        kind = await client.text_document_hover_async(editor.at("    weathe", lsp.HoverParams))

    assert outline is not None
    assert any(isinstance(one, lsp.DocumentSymbol) and one.children for one in outline)
    assert any("measured: " in str(hint.label) for hint in beside or ())
    told = [lens.command.title for lens in above or () if lens.command]
    assert any("% come here" in title for title in told)
    assert any("arrive after it" in title for title in told)
    assert key is not None
    assert "How far it is to port" in str(key.contents)
    assert kind is not None
    assert "A name, or" in str(kind.contents)


async def test_what_is_certain_is_one_press(fog: Path) -> None:
    """The same edits as those of `check --fix`; what is no certainty is not offered."""
    wrong = fog.read_text().replace("kind: course", "kind: cuorse", 1)
    fog.write_text(wrong)
    async with editing(fog) as editor:
        found = await editor.findings(1)
        context = lsp.CodeActionContext(found)
        actions = await editor.client.text_document_code_action_async(
            lsp.CodeActionParams(editor.named, found[0].range, context)
        )
        every = lsp.CodeActionContext(found, only=[lsp.CodeActionKind.SourceFixAll])
        whole = await editor.client.text_document_code_action_async(
            lsp.CodeActionParams(editor.named, WHOLE, every)
        )
    fixed = run_here("check", "--fix", "fog.yaml", home=fog.parent)

    assert [action.title for action in actions or ()] == ["Write course"]
    assert fixed.returncode == 0
    assert whole is not None
    (action,) = whole
    assert isinstance(action, lsp.CodeAction)
    assert action.edit is not None
    assert action.edit.changes is not None
    assert action.edit.changes[editor.uri][0].new_text == fog.read_text()


async def test_a_translation_and_a_transcript_are_judged_too(fog: Path) -> None:
    """By the scenario that they belong to."""
    told = fog.parent / "translations" / "fog.de.yaml"
    told.write_text(told.read_text().replace("  title:\n", "  titel:\n", 1))
    async with editing(told) as editor:
        codes = {one.code for one in await editor.findings(1)}
    held = fog.with_name("fog.test.yaml")
    held.write_text(held.read_text().replace("seed: ", "sed: ", 1))
    async with editing(held) as editor:
        also = {one.code for one in await editor.findings(1)}

    assert "T001" in codes
    assert "S001" in also


def test_the_shipped_schema_is_what_completion_reads() -> None:
    """So an editor without a server and one with it offer the same."""
    from game.ui.editor.schema_places import keys_at, values_at

    assert (bundled_folder("assets") / "scenario.schema.json").is_file()
    assert "situation" in keys_at(("watches", "any"))
    assert values_at(("watches", "any", "orders", "one", "fix")) == ["true", "false"]
