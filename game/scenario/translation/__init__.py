"""Translations of a scenario, and keeping them up to date."""
