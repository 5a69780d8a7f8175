"""The verb library: what is on the shelf, from where, and which version."""

from __future__ import annotations

from typing import Any

from game import __version__
from game.cli.io import print_data, print_out, scenarios_folder
from game.cli.language import In, apply_language
from game.cli.options import AsJson
from game.cli.scenario_language import list_spoken_shelf
from game.i18n import _


def library(as_json: AsJson = False, language: In = None) -> None:
    """Tell what is on the shelf, from where, and which version; and what is broken there."""
    apply_language(language)
    broken: list[str] = []
    rows: list[dict[str, Any]] = [
        {
            "id": entry.id,
            "version": entry.version,
            "title": entry.title,
            "author": entry.author,
            "license": entry.license,
            "file": entry.file,
        }
        for entry in list_spoken_shelf(broken.append)
    ]
    if as_json:
        print_data({"folder": str(scenarios_folder()), "scenarios": rows, "broken": broken})
        return
    shipped, own = ([row for row in rows if bool(row["file"]) is mine] for mine in (False, True))
    print_out(_("With Even Keel {version}:", version=__version__))
    for row in shipped:
        print_out(f"  {row['id']} {row['version']}: {row['title']}")
    print_out(_("Yours, in {folder}:", folder=scenarios_folder()))
    for row in own:
        print_out(f"  {row['id']} {row['version']}: {row['title']}")
        about = ", ".join(filter(None, (row["author"], row["license"])))
        print_out(f"    {about or _('no author and no licence named')}; {row['file']}")
    for sentence in broken or ([] if own else [_("nothing yet: even-keel add FILE.keel")]):
        print_out(f"  {sentence}")
