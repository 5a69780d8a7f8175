"""Write the generated pictures into assets/art."""

from __future__ import annotations

from tests.art.files import FOLDER, write

if __name__ == "__main__":
    write(FOLDER)
