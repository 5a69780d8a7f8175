// Words: where a sentence is marked, the server has put the room's language in its place.

// A sentence with what it holds.
export const _ = (text, held = {}) => text.replace(/\{(\w+)\}/g, (whole, name) => held[name] ?? whole);

// A capital first.
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
