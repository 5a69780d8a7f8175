"""Who speaks for the sails, one for each voyage."""

from __future__ import annotations

from tests.art.faces import GOLD, WHITE, Person

SCARF = "M36 79 C44 86 56 86 64 79 L67 86 C57 94 43 94 33 86 Z"
BRACES = "M38 82 L42 81 V99 L38 98 Z M62 82 L58 81 V99 L62 98 Z"

BOSUNS = (
    Person(
        name="white_cap",
        speaks_for="sails",
        skin="#f0bfa4",
        shade="#d39278",
        brow="#6f5a44",
        coat="#c07a00",
        jaw="long",
        behind=(("M28 38 C26 46 28 54 31 58 L69 58 C72 54 74 46 72 38 Z", "#7d6a54"),),
        atop=(
            ("M24 28 C22 8 78 8 76 28 C66 32 34 32 24 28 Z", WHITE),
            ("M28 28 C40 31 60 31 72 28 V36 H28 Z", "#22343f"),
            ("M28 35 C40 33 60 33 72 35 C66 43 34 43 28 35 Z", "#14202a"),
            ("M46 31 a4 4 0 1 0 8 0 a4 4 0 1 0 -8 0 Z", GOLD),
        ),
        worn=(
            ("M37 74 L49 85 L45 91 L35 82 Z M63 74 L51 85 L55 91 L65 82 Z", WHITE),
            ("M46 86 H54 V99 H46 Z", "#22343f"),
        ),
    ),
    Person(
        name="red_beard",
        speaks_for="sails",
        skin="#eebb98",
        shade="#d08f6c",
        brow="#9c4020",
        coat="#a86a10",
        lips="#7a2418",
        moustache="#c65a2c",
        beard=(
            (
                "M28 50 C26 76 38 90 50 92 C62 90 74 76 72 50 C70 58 66 62 60 63 H40 C34 62 30"
                " 58 28 50 Z",
                "#b24c24",
            ),
        ),
        atop=(
            ("M28 38 C25 8 75 8 72 38 Z", "#e69f00"),
            ("M27 32 C40 28 60 28 73 32 V41 C60 37 40 37 27 41 Z", "#b97400"),
            ("M43 10 a7 7 0 1 0 14 0 a7 7 0 1 0 -14 0 Z", "#f2e3c2"),
        ),
    ),
    Person(
        name="grey_crop",
        speaks_for="sails",
        skin="#b9845a",
        shade="#93623c",
        brow="#6f6c66",
        coat="#d98a00",
        jaw="square",
        lines="M31 58 L35 57 M31 62 L35 60 M69 58 L65 57 M69 62 L65 60",
        behind=(("M27 40 C25 50 27 58 30 62 L70 62 C73 58 75 50 73 40 Z", "#b4b3ac"),),
        atop=(
            ("M28 46 C27 36 30 30 36 30 L34 38 Z M72 46 C73 36 70 30 64 30 L66 38 Z", "#c9c8c0"),
            ("M22 33 C24 12 76 10 80 30 C70 27 44 28 22 33 Z", "#7a4a1c"),
            (
                "M22 33 C44 27 70 26 80 30 C84 33 88 36 86 38 C70 32 46 33 26 38 C22 38 20 35 22"
                " 33 Z",
                "#5a3512",
            ),
        ),
        worn=(
            ("M34 82 L50 94 L66 82 L70 86 L50 100 L30 86 Z", "#b06c00"),
            ("M48 92 H52 V99 H48 Z", "#5a3512"),
        ),
    ),
    Person(
        name="side_whiskers",
        speaks_for="sails",
        skin="#e2b79c",
        shade="#bb8768",
        brow="#7d7a74",
        coat="#8a5410",
        jaw="long",
        lines="M38 64 Q36 68 38 72 M62 64 Q64 68 62 72",
        beard=(
            (
                "M29 44 C23 58 25 74 39 79 C35 70 36 58 34 46 Z M71 44 C77 58 75 74 61 79 C65 70"
                " 64 58 66 46 Z",
                "#c9c6bd",
            ),
        ),
        atop=(
            ("M31 33 C30 6 70 6 69 33 Z", "#2d241c"),
            ("M31 26 H69 V34 H31 Z", "#e69f00"),
            (
                "M16 33 C26 37 38 33 50 33 C62 33 74 37 84 33 C78 42 62 39 50 39 C38 39 22 42 16"
                " 33 Z",
                "#2d241c",
            ),
        ),
        worn=(
            ("M36 78 L50 84 L64 78 L62 92 L50 86 L38 92 Z", WHITE),
            ("M46 84 h8 v6 h-8 Z", "#7a2e22"),
        ),
    ),
    Person(
        name="round_face",
        speaks_for="sails",
        skin="#96643f",
        shade="#744828",
        brow="#1c120c",
        coat="#d98a00",
        jaw="round",
        lips="#4a1f18",
        beard=(
            ("M29 50 C26 12 74 12 71 50 Z", "#96643f"),
            (
                "M40 27 C42 24 46 22 50 22 C54 22 56 23 55 24.5 C51 25 46 27 43 29 C41 30 39"
                " 29 40 27 Z",
                "#b07d55",
            ),
        ),
        atop=(
            (
                "M37 66.5 C42 60 47 60.5 50 62.5 C53 60.5 58 60 63 66.5 C58 67.5 53"
                " 67 50 66 C47 67 42 67.5 37 66.5 Z",
                "#1c120c",
            ),
            ("M26 60 a3 3 0 1 0 6 0 a3 3 0 1 0 -6 0 Z", GOLD),
        ),
        worn=(
            ("M37 80 L50 99 L63 80 C58 86 42 86 37 80 Z", "#f2e3c2"),
            ("M37 80 L33 82 L47 99 L50 99 Z M63 80 L67 82 L53 99 L50 99 Z", "#9c6200"),
        ),
    ),
    Person(
        name="red_bandana",
        speaks_for="sails",
        skin="#5e3d2b",
        shade="#432818",
        brow="#c4beb2",
        coat="#d98a00",
        jaw="square",
        lips="#2a1410",
        beard=(
            (
                "M31 58 C31 74 40 82 50 82 C60 82 69 74 69 58 C64 64 58 64 50 64 C42 64 36 64 31"
                " 58 Z",
                "#a39c90",
            ),
        ),
        atop=(
            ("M28 42 C25 12 75 12 72 42 C62 34 38 34 28 42 Z", "#c0452e"),
            ("M70 38 L84 34 L79 42 L86 48 L72 44 Z", "#9c3322"),
            (
                "M36 28 h4 v4 h-4 Z M48 22 h4 v4 h-4 Z M60 28 h4 v4 h-4 Z M44 31 h4 v3 h-4 Z"
                " M55 31 h4 v3 h-4 Z"
                " M38 20 h4 v4 h-4 Z M58 20 h4 v4 h-4 Z",
                "#f2e3c2",
            ),
            ("M69 60 a3 3 0 1 0 6 0 a3 3 0 1 0 -6 0 Z", GOLD),
        ),
        worn=(("M34 82 L50 92 L66 82 L50 99 Z", "#f2e3c2"), (BRACES, "#7a4a0c")),
    ),
    Person(
        name="souwester",
        speaks_for="sails",
        skin="#d0926c",
        shade="#a86847",
        brow="#f2e9d6",
        coat="#d98a00",
        moustache="#f2ead8",
        beard=(
            (
                "M29 52 C26 78 38 88 50 92 C62 88 74 78 71 52 C69 60 65 63 60 64 H40 C35 63 31"
                " 60 29 52 Z",
                "#d8d0c0",
            ),
        ),
        atop=(
            ("M30 36 C28 8 72 8 70 36 Z", "#f0b020"),
            (
                "M8 46 C20 42 26 34 30 28 C42 33 58 33 70 28 C74 34 80 42 92 46 C80 50 66 39 50"
                " 39 C34 39 20 50 8 46 Z",
                "#e69f00",
            ),
            ("M30 28 C42 33 58 33 70 28 L71 32 C58 37 42 37 29 32 Z", "#9c6200"),
        ),
        worn=((SCARF, "#7a2e22"), ("M44 94 H56 V99 H44 Z", "#9c6200")),
    ),
    Person(
        name="walrus_moustache",
        speaks_for="sails",
        skin="#f0c6ac",
        shade="#d39a7e",
        brow="#5a3a20",
        coat="#b97400",
        jaw="square",
        moustache="#6f4626",
        behind=(("M28 40 C26 50 28 56 31 60 L69 60 C72 56 74 50 72 40 Z", "#5a3a20"),),
        atop=(
            ("M22 30 C20 10 80 10 78 30 C66 25 34 25 22 30 Z", "#2d3b44"),
            ("M27 27 C40 23 60 23 73 27 V36 C60 31 40 31 27 36 Z", "#d98a00"),
            ("M27 36 C40 31 60 31 73 36 C66 43 34 43 27 36 Z", "#1a252c"),
        ),
        worn=(("M34 80 L50 88 L66 80 L68 86 L50 96 L32 86 Z", "#2d3b44"),),
    ),
)
