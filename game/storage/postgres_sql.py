"""What the store of many rooms asks of PostgreSQL, in its own language.

An event's number is unique in its room: of two processes that write the same one, one is refused.
"""

from __future__ import annotations

TABLES = """
SELECT pg_advisory_xact_lock(8470);
CREATE SCHEMA IF NOT EXISTS even_keel;
CREATE TABLE IF NOT EXISTS even_keel.room (
    code text PRIMARY KEY,
    seal text NOT NULL,
    charter text NOT NULL,
    opened timestamptz NOT NULL DEFAULT now(),
    closed timestamptz
);
CREATE TABLE IF NOT EXISTS even_keel.event (
    room text NOT NULL REFERENCES even_keel.room ON DELETE CASCADE,
    number integer NOT NULL,
    at float8 NOT NULL,
    command text NOT NULL,
    PRIMARY KEY (room, number)
);
CREATE UNLOGGED TABLE IF NOT EXISTS even_keel.aboard (
    room text NOT NULL REFERENCES even_keel.room ON DELETE CASCADE,
    worker text NOT NULL,
    seats text[] NOT NULL,
    seen timestamptz NOT NULL,
    PRIMARY KEY (room, worker)
);
"""
APPEND = """
WITH written AS (
    INSERT INTO even_keel.event (room, number, at, command)
    SELECT %(room)s, %(after)s + nth, at, command
    FROM unnest(%(at)s::float8[], %(commands)s::text[]) WITH ORDINALITY AS new (at, command, nth)
    WHERE EXISTS (SELECT FROM even_keel.room WHERE code = %(room)s AND closed IS NULL)
    RETURNING number
)
SELECT pg_notify('even_keel', %(room)s || ' ' || max(number)) FROM written HAVING count(*) > 0
"""
ABOARD = """
INSERT INTO even_keel.aboard (room, worker, seats, seen)
SELECT code, %(worker)s, string_to_array(seats, ' '), now()
FROM unnest(%(rooms)s::text[], %(seats)s::text[]) AS here (code, seats) JOIN even_keel.room
USING (code)
ON CONFLICT (room, worker) DO UPDATE SET seats = EXCLUDED.seats, seen = EXCLUDED.seen
"""
NEWS = """
SELECT code,
    coalesce((SELECT max(number) FROM even_keel.event WHERE room = code), 0),
    ARRAY(
        SELECT unnest(seats) FROM even_keel.aboard
        WHERE room = code AND worker <> %(worker)s AND seen > now() - interval '10 seconds'
    )
FROM even_keel.room WHERE code = ANY(%(rooms)s) AND closed IS NULL
"""
CLOSE_OLD = """
UPDATE even_keel.room SET closed = now()
WHERE closed IS NULL AND opened < now() - %(idle)s * interval '1 hour'
AND coalesce((charter::json ->> 'until')::float8, 0) < extract(epoch FROM now())
AND NOT EXISTS (
    SELECT FROM even_keel.event
    WHERE room = code AND at > extract(epoch FROM now()) - 3600 * %(idle)s
)
"""
FORGET = "DELETE FROM even_keel.room WHERE closed < now() - %s * interval '1 day'"
FORGET_WORKERS = "DELETE FROM even_keel.aboard WHERE seen < now() - interval '1 hour'"
ADD = """
INSERT INTO even_keel.room (code, seal, charter) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING
"""
FIND = "SELECT seal, charter FROM even_keel.room WHERE code = %s AND (closed IS NULL OR %s)"
SHUT = "UPDATE even_keel.room SET closed = now() WHERE code = %s AND closed IS NULL"
RECORDS = """
SELECT at, command FROM even_keel.event WHERE room = %s AND number > %s ORDER BY number
"""
