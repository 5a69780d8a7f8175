"""Who speaks for the course, one for each voyage."""

from __future__ import annotations

from tests.art.faces import GOLD, WHITE, Person

STOCK = "M40 78 L50 90 L60 78 L64 82 L55 97 L45 97 L36 82 Z"
"""A neckcloth between the lapels."""

NAVIGATORS = (
    Person(
        name="straw_hat",
        speaks_for="course",
        skin="#74492f",
        shade="#553220",
        brow="#1c1512",
        coat="#2f7fae",
        lips="#3a1c16",
        behind=(
            (
                "M20 56 a10 10 0 1 0 20 0 a10 10 0 1 0 -20 0 Z M60 56 a10 10 0 1 0 20 0"
                " a10 10 0 1 0 -20 0 Z M21 69 a9 9 0 1 0 18 0 a9 9 0 1 0 -18 0 Z"
                " M61 69 a9 9 0 1 0 18 0 a9 9 0 1 0 -18 0 Z",
                "#1c1512",
            ),
        ),
        atop=(
            ("M31 34 C31 8 69 8 69 34 Z", "#e8cd85"),
            ("M31 28 C44 31 56 31 69 28 V35 H31 Z", "#2f86b8"),
            (
                "M8 38 C20 28 34 31 50 31 C66 31 80 28 92 38 C78 43 64 40 50 40 C36 40 22 43 8"
                " 38 Z",
                "#d9b75f",
            ),
        ),
        worn=((STOCK, "#f2e3c2"),),
    ),
    Person(
        name="blonde_braid",
        speaks_for="course",
        skin="#f2c8a6",
        shade="#d99f7a",
        brow="#a8782a",
        coat="#1f6f9e",
        behind=(("M27 46 C24 60 26 72 34 78 L66 78 C74 72 76 60 73 46 Z", "#c9952f"),),
        atop=(
            ("M29 44 C27 14 73 14 71 44 C66 36 58 34 50 34 C42 34 34 36 29 44 Z", "#e3b24a"),
            (
                "M29 42 C28 36 29 32 30 30 C42 25 58 25 70 30 C71 32 72 36 71 42 C60 34 40 34 29"
                " 42 Z",
                "#56b4e9",
            ),
        ),
        worn=(
            ("M36 80 C42 88 58 88 64 80 L66 86 C58 94 42 94 34 86 Z", "#f2e3c2"),
            (
                "M64 64 c8 0 10 6 6 9 c7 1 8 7 3 9 c4 2 3 5 0 7 l-6 0 c-4 -3 -4 -5 0 -7"
                " c-5 -3 -5 -7 0 -9"
                " c-4 -3 -6 -7 -3 -9 Z",
                "#e3b24a",
            ),
            ("M67 85 h7 v3 h-7 Z", "#56b4e9"),
        ),
    ),
    Person(
        name="old_spectacles",
        speaks_for="course",
        skin="#eec2a6",
        shade="#cf967a",
        brow="#f3efe4",
        coat="#2b5f86",
        jaw="long",
        glasses=True,
        lines="M34 62 Q37 65 36 69 M66 62 Q63 65 64 69 M42 35 Q50 33 58 35",
        behind=(
            (
                "M26 42 C20 48 20 62 28 70 C32 66 32 52 32 44 Z M74 42 C80 48 80 62 72 70 C68 66"
                " 68 52 68 44 Z",
                "#f3efe4",
            ),
        ),
        atop=(
            (
                "M14 36 C26 32 32 16 50 14 C68 16 74 32 86 36 C76 44 62 38 50 38 C38 38 24 44 14"
                " 36 Z",
                "#33495a",
            ),
            (
                "M14 36 C24 42 38 35 50 35 C62 35 76 42 86 36 L84 40 C74 44 62 38 50 38 C38 38"
                " 26 44 16 40 Z",
                "#8fa3ad",
            ),
        ),
        worn=((STOCK, WHITE),),
    ),
    Person(
        name="dark_bun",
        speaks_for="course",
        skin="#cf9f6f",
        shade="#a87648",
        brow="#2a1c18",
        coat="#123f66",
        behind=(
            ("M40 16 a10 10 0 1 0 20 0 a10 10 0 1 0 -20 0 Z", "#2a1c18"),
            ("M27 48 C26 58 28 66 32 70 L68 70 C72 66 74 58 73 48 Z", "#2a1c18"),
        ),
        atop=(
            ("M28 52 C25 18 75 18 72 52 C69 40 60 34 50 31 C40 34 31 40 28 52 Z", "#3a2822"),
            ("M41 22 H59 V26 H41 Z", "#56b4e9"),
            ("M66 44 L86 30 L88 33 L68 47 Z", "#e8b93c"),
            ("M86 30 L91 28 L88 33 Z", "#f2e3c2"),
        ),
        worn=(("M36 78 C42 86 58 86 64 78 L66 90 L50 84 L34 90 Z", "#f2e3c2"),),
    ),
    Person(
        name="silver_hair",
        speaks_for="course",
        skin="#f0cbb3",
        shade="#cf9f86",
        brow="#9aa0a4",
        coat="#2f7fae",
        lines="M33 60 Q35 63 34 66 M67 60 Q65 63 66 66",
        behind=(("M26 44 C18 62 20 76 26 83 L74 83 C80 76 82 62 74 44 Z", "#cfd4d6"),),
        atop=(
            (
                "M29 50 C26 34 34 32 44 33 C36 38 33 44 32 56 Z M71 50 C74 34 66 32 56 33 C64 38"
                " 67 44 68 56 Z",
                "#e2e6e6",
            ),
            ("M24 30 C22 10 78 10 76 30 C66 26 34 26 24 30 Z", "#0f2b44"),
            ("M27 28 C40 24 60 24 73 28 V36 C60 32 40 32 27 36 Z", "#56b4e9"),
            ("M28 36 C40 31 60 31 72 36 C66 43 34 43 28 36 Z", "#0b1f33"),
        ),
        worn=((STOCK, "#f2e3c2"),),
    ),
    Person(
        name="young_mate",
        speaks_for="course",
        skin="#f4cdae",
        shade="#e0a884",
        brow="#8f3d1c",
        coat="#3f93c4",
        behind=(("M26 44 C20 62 24 78 32 80 L68 80 C76 78 80 62 74 44 Z", "#9c4420"),),
        atop=(
            (
                "M35 58 h2 v2 h-2 Z M39 60 h2 v2 h-2 Z M36 62 h2 v2 h-2 Z M61 58 h2 v2 h-2 Z"
                " M64 60 h2 v2 h-2 Z"
                " M60 62 h2 v2 h-2 Z",
                "#b9714c",
            ),
            (
                "M28 54 C26 34 34 28 50 28 C66 28 74 34 72 54 C70 44 66 40 62 37 C52 40 40 40 34"
                " 40 C31 44 30 48 28 54 Z",
                "#b9551f",
            ),
            (
                "M22 33 C20 12 66 6 82 22 C86 30 80 34 72 33 C56 30 40 30 28 36 C24 36 22 35 22"
                " 33 Z",
                "#17486e",
            ),
            ("M26 37 C40 29 58 29 73 34 L72 38 C58 34 40 34 28 40 Z", "#56b4e9"),
        ),
        worn=(("M36 80 L50 92 L64 80 L68 84 L50 99 L32 84 Z", "#f7f7f2"),),
    ),
    Person(
        name="teal_scarf",
        speaks_for="course",
        skin="#c99468",
        shade="#a26f46",
        brow="#2a1812",
        coat="#1d4f78",
        ears=False,
        behind=(
            ("M23 50 C20 12 80 12 77 50 C80 70 74 84 64 90 H36 C26 84 20 70 23 50 Z", "#178a80"),
        ),
        atop=(
            (
                "M29 54 C27 36 34 29 50 29 C66 29 73 36 71 54 C74 22 64 16 50 16 C36 16 26 22 29"
                " 54 Z",
                "#25aa9c",
            ),
            (
                "M29 50 C28 70 38 80 50 80 C62 80 72 70 71 50 C76 70 70 88 50 90 C30 88 24 70 29"
                " 50 Z",
                "#25aa9c",
            ),
            ("M30 66 C36 80 46 82 56 80 L70 92 L56 96 C42 92 32 82 30 66 Z", "#178a80"),
        ),
        worn=(("M60 88 L74 82 L82 88 L70 96 Z", "#25aa9c"),),
    ),
    Person(
        name="tricorne",
        speaks_for="course",
        skin="#c98d66",
        shade="#a36a46",
        brow="#2a1812",
        coat="#2f7fae",
        behind=(("M26 42 C20 60 22 78 28 88 L72 88 C78 78 80 60 74 42 Z", "#3a2418"),),
        atop=(
            (
                "M30 40 C28 50 29 58 31 64 C27 58 26 48 27 40 Z M70 40 C72 50 71 58 69 64 C73 58"
                " 74 48 73 40 Z",
                "#4a2f20",
            ),
            (
                "M10 38 C22 30 34 22 50 10 C66 22 78 30 90 38 C76 46 62 40 50 39 C38 40 24 46 10"
                " 38 Z",
                "#0b1f33",
            ),
            (
                "M10 38 C22 30 34 22 50 10 C66 22 78 30 90 38 L86 38 C76 32 64 24 50 14 C36 24"
                " 24 32 14 38 Z",
                GOLD,
            ),
            ("M45 29 a5 5 0 1 0 10 0 a5 5 0 1 0 -10 0 Z", "#56b4e9"),
        ),
        worn=((STOCK, "#f2e3c2"),),
    ),
)
