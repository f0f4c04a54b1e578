/** How many answers a function keeps: the bounds and zones of the questions of the day, and no more. */
const MAX_KEPT = 1_000;
/** Longer texts come from nobody who asks twice. */
const MAX_LENGTH = 200;

/** The same pure function of texts, with its last answers kept: for what costs more than looking it up. */
export function remembering<A extends readonly string[], T>(compute: (...texts: A) => T): (...texts: A) => T {
  const known = new Map<string, T>();
  return (...texts) => {
    const key = texts.join('\0');
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = compute(...texts);
    if (known.size >= MAX_KEPT) known.clear();
    if (key.length <= MAX_LENGTH) known.set(key, answer);
    return answer;
  };
}
