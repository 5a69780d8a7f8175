"""The scenario: its YAML format, the loader with positions, conditions, checks, the catalogue."""
