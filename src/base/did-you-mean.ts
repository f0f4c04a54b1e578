import { distance } from 'fastest-levenshtein';

/** Names longer than this are nobody's typing mistake; comparing them would only cost time. */
const MAX_NAME_LENGTH = 200;

/** How far a name may be from what was written; a 3-letter word one letter off is still a guess, so the limit grows slowly. */
function tolerance(length: number): number {
  if (length <= 3) return 1;
  if (length <= 7) return 2;
  return length <= 11 ? 3 : 4;
}

/** `orders__channel` and `Orders.Channel` are the same name to a reader. */
const fold = (name: string): string => name.toLowerCase().replaceAll('__', '.');

const lastSegment = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** The edit distance when it is within what a slip of the finger explains, else null. */
function slip(a: string, b: string): number | null {
  const limit = tolerance(a.length);
  if (Math.abs(a.length - b.length) > limit) return null;
  const found = distance(a, b);
  return found <= limit && found < Math.max(a.length, b.length) ? found : null;
}

function commonPrefixLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

const wordsOf = (name: string): readonly string[] => {
  const words = name.split(/[._\s-]+/).filter((word) => word !== '');
  return words.some((word) => word.length >= 3) ? words : [];
};

/** `revenue` and `revenue_net` are words of `net_revenue`. */
function sharesWords(words: readonly string[], candidate: string): boolean {
  if (words.length === 0 || !words.every((word) => candidate.includes(word))) return false;
  const theirs = candidate.split(/[._]/);
  return words.every((word) => theirs.includes(word));
}

/** How unlike two folded names are, 0 = equal; null = too unlike to be worth a reader's time. */
function unlikeness(name: string, words: readonly string[], candidate: string): number | null {
  const scores: number[] = [];
  const whole = slip(name, candidate);
  if (whole !== null) scores.push(whole);
  if (candidate.includes('.')) {
    const last = lastSegment(candidate);
    const sameDepth = name.includes('.');
    const lastSlip = slip(lastSegment(name), last);
    // A bare name is nearly a full match; another dataset's equal column comes after every slip of the finger.
    if (lastSlip !== null && !sameDepth) scores.push(lastSlip + 0.5);
    else if (lastSlip === 0) scores.push(4.5);
  }
  if (sharesWords(words, candidate)) scores.push(4.75);
  return scores.length === 0 ? null : Math.min(...scores);
}

/** Comparisons that may still be made; without end outside of `withBoundedSearch`. */
let allowance = Number.POSITIVE_INFINITY;

/**
 * Runs work that may look for near matches again and again: after so many comparisons there are no more of them. A catalog of
 * thousands of typing mistakes is not read any better for all its hints, and finding each costs as much as the catalog is large.
 *
 * @param work must not wait for anything: what runs in between would be bounded too.
 */
export function withBoundedSearch<T>(comparisons: number, work: () => T): T {
  const before = allowance;
  allowance = comparisons;
  try {
    return work();
  } finally {
    allowance = before;
  }
}

interface Match {
  readonly candidate: string;
  readonly score: number;
  readonly prefix: number;
}

const isBetter = (a: Match, b: Match): boolean =>
  (a.score - b.score || b.prefix - a.prefix || (a.candidate < b.candidate ? -1 : 1)) < 0;

/**
 * The candidates that a writer of `name` most likely meant, best first, at most `max`.
 *
 * Upper and lower case are one; a bare `regoin` finds `customers.region`; of equally near names the one with the longer
 * common beginning comes first, then the order of the alphabet. Linear in the number of candidates.
 */
export function nearest(name: string, candidates: Iterable<string>, max = 3): string[] {
  if (name === '' || name.length > MAX_NAME_LENGTH) return [];
  const folded = fold(name);
  const words = wordsOf(folded);
  const best: Match[] = [];
  for (const candidate of candidates) {
    if (--allowance < 0) break;
    const other = fold(candidate);
    const score = unlikeness(folded, words, other);
    if (score === null || best.some((match) => match.candidate === candidate)) continue;
    const match = { candidate, score, prefix: commonPrefixLength(folded, other) };
    const place = best.findIndex((known) => isBetter(match, known));
    best.splice(place === -1 ? best.length : place, 0, match);
    best.length = Math.min(best.length, max);
  }
  return best.map((match) => match.candidate);
}
