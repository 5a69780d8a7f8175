"""Faults that are really caused: full and read-only disks, kills, two games at once."""
