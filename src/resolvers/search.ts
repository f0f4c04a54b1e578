import { Failure } from '../base/failure';

/** Nobody types more; each word is looked for in every text of the catalog. */
const MAX_LENGTH = 200;

/** What a search looks into, most telling first. */
export interface SearchTexts {
  readonly name: string;
  readonly label: string;
  readonly question?: string | null;
  readonly rest: readonly (string | null)[];
}

/** In small letters, with spaces for what separates the words of names. */
const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s_.]+/g, ' ')
    .trim();

/**
 * How well texts fit the words of a search: 0 where the words are the whole name, then 1 for the name, 2 the label, 3 the question,
 * 4 the rest; null when some word occurs nowhere. A word that stands in a later text only makes the whole a match of that text.
 * @throws Failure when the search is longer than anything that is typed.
 */
export function ranking(search: string): (texts: SearchTexts) => number | null {
  if (search.length > MAX_LENGTH) {
    throw new Failure('REQUEST.LIMIT', `The search has more than ${MAX_LENGTH} characters.`, {
      path: 'filter.search',
      hint: 'search for some words of a name, a label or a question',
    });
  }
  const whole = fold(search);
  const words = whole.split(' ');
  return ({ name, label, question, rest }) => {
    if (whole === fold(name)) return 0;
    const texts = [name, label, question ?? '', rest.filter((text) => text !== null).join(' ')].map(fold);
    const ranks = words.map((word) => texts.findIndex((text) => text.includes(word)));
    return ranks.includes(-1) ? null : Math.max(...ranks) + 1;
  };
}
