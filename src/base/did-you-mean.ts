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

/** `revenue` and `revenue_net` are words of `net_revenue`. */
function sharesWords(name: string, candidate: string): boolean {
  const words = name.split(/[._\s-]+/).filter((word) => word !== '');
  const theirs = new Set(candidate.split(/[._]/));
  return words.some((word) => word.length >= 3) && words.every((word) => theirs.has(word));
}

/** How unlike two folded names are, 0 = equal; null = too unlike to be worth a reader's time. */
function unlikeness(name: string, candidate: string): number | null {
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
  if (sharesWords(name, candidate)) scores.push(4.75);
  return scores.length === 0 ? null : Math.min(...scores);
}

/**
 * The candidates that a writer of `name` most likely meant, best first, at most `max`.
 *
 * Upper and lower case are one; a bare `regoin` finds `customers.region`; of equally near names the one with the longer
 * common beginning comes first, then the order of the alphabet. Linear in the number of candidates.
 */
export function nearest(name: string, candidates: Iterable<string>, max = 3): string[] {
  if (name === '' || name.length > MAX_NAME_LENGTH) return [];
  const folded = fold(name);
  const found: { candidate: string; score: number; prefix: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const other = fold(candidate);
    const score = unlikeness(folded, other);
    if (score !== null) found.push({ candidate, score, prefix: commonPrefixLength(folded, other) });
  }
  found.sort((a, b) => a.score - b.score || b.prefix - a.prefix || (a.candidate < b.candidate ? -1 : 1));
  return found.slice(0, max).map((entry) => entry.candidate);
}
