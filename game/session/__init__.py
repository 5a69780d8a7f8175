"""Group play: one room, one ship or a convoy; a pure reducer, its views and its journal."""
