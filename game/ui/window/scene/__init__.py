"""The scene: sky, sea, port and ship, drawn from a `Sea` and a time; all of it is a gauge."""
