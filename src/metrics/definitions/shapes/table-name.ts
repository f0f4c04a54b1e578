const PART = /(?:"(?:[^"\0]|"")+"|[\p{L}\p{N}_$-]+)/u.source;
const TABLE = new RegExp(`^${PART}(?:\\.${PART}){0,2}$`, 'u');

/**
 * The parts of a declared table, `shop.orders` → `['shop', 'orders']`; null when it is none. At most three parts
 * (database, schema, table); a part in double quotes may hold anything, `""` being one quote.
 */
export function parseTableName(table: string): readonly string[] | null {
  if (table.length > 500 || !TABLE.test(table)) return null;
  return Array.from(table.matchAll(new RegExp(PART, 'gu')), ([part]) =>
    part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part,
  );
}
