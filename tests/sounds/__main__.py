"""`python -m tests.sounds`: makes the sounds of the game anew, the same bytes every time."""

from tests.sounds.files import FOLDER, write

if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    write(FOLDER)
