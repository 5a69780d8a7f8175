"""The scene: sky, sea, port and ship, drawn from a `Sea` and a time. Everything on it is a gauge."""
