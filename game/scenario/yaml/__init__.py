"""YAML as a tree with positions, and why it cannot be read. Only this room knows PyYAML."""
