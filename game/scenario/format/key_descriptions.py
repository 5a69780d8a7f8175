"""The sentence below each key of the format, read from the source only when a schema is made.

Pydantic could read them as well, but it would do so whenever a file is checked.
"""

from __future__ import annotations

import ast
from inspect import cleandoc, getsource
from itertools import pairwise


def key_descriptions_of(part: type) -> dict[str, str]:
    """What stands below each key of a part of the format, by the key's name."""
    (written,) = ast.parse(getsource(part)).body
    found = {}
    for key, below in pairwise(ast.iter_child_nodes(written)):
        match key, below:
            case ast.AnnAssign(target=ast.Name(name)), ast.Expr(ast.Constant(str(sentence))):
                found[name] = cleandoc(sentence)
            case _:
                pass
    return found
