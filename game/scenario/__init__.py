"""Scenarios: their YAML format, the loader with positions, conditions, checks, the library."""
