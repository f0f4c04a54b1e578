/**
 * The items whose texts hold `words`, ignoring case; without words all of them in their order. Texts come most telling first:
 * an item found by its name stands before one found by its description.
 */
export function search<T>(
  items: readonly T[],
  words: string | null | undefined,
  textsOf: (item: T) => readonly (string | null)[],
): T[] {
  const wanted = words?.trim().toLowerCase() ?? '';
  if (wanted === '') return [...items];
  const ranked = items.map((item) => ({ item, rank: rankOf(textsOf(item), wanted) }));
  const found = ranked.filter(({ rank }) => rank >= 0);
  return found.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}

const rankOf = (texts: readonly (string | null)[], wanted: string): number =>
  texts.findIndex((text) => text?.toLowerCase().includes(wanted));
