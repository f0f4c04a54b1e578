/** `net_revenue` → `Net revenue`: the label of a definition that gives none. */
export function labelOf(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `shop."Order Lines"` → `['shop', 'Order Lines']`. */
export function tableParts(table: string): readonly string[] {
  const parts: string[] = [];
  for (const match of table.matchAll(/"((?:[^"]|"")*)"|([^".]+)/g))
    parts.push(match[1] !== undefined ? match[1].replaceAll('""', '"') : match[2]!);
  return parts;
}
