export const without = <T>(items: readonly T[], place: number): readonly T[] =>
  items.filter((_, i) => i !== place);

/** Every list with one item left out. */
export const shorter = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  items.map((_, i) => without(items, i));

/** Every list with one half left out, then with one item left out: large tables shrink fast. */
export function fewer<T>(items: readonly T[]): readonly (readonly T[])[] {
  const half = Math.ceil(items.length / 2);
  return items.length < 4 ? shorter(items) : [items.slice(0, half), items.slice(half), ...shorter(items)];
}

export const withoutKey = <T extends object>(from: T, key: keyof T): T =>
  Object.fromEntries(Object.entries(from).filter(([name]) => name !== key)) as T;
