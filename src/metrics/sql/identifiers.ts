/** A name as a quoted identifier: whatever it holds, it stays one name. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A table's parts (`['shop', 'orders']`) as a quoted, dotted name. */
export function quoteTable(parts: readonly string[]): string {
  return parts.map(quoteIdentifier).join('.');
}
