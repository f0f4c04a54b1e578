/** Schemas that databases keep for themselves. */
const SCHEMAS = /^(?:information_schema|pg_catalog|pg_toast|pg_temp.*|system|temp)$/;

/** Tables that tell of settings, files, users and other queries. */
const TABLES = /^(?:pg|duckdb|sqlite|pragma)_/;

/** True for a table that a database has of itself: its settings, paths and users are nobody's numbers. */
export function isSystemTable(parts: readonly string[]): boolean {
  const names = parts.map((part) => part.toLowerCase());
  return TABLES.test(names.at(-1) ?? '') || names.slice(0, -1).some((name) => SCHEMAS.test(name));
}
