const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** False for a text that no database keeps as it is: with a NUL, or with one half of a character (a lone surrogate). */
export const isPlainText = (text: string): boolean => !text.includes('\0') && !HALF.test(text);

/** Characters of a foreign text that a message repeats. */
const MAX_SHOWN = 60;

/** A text from outside as messages repeat it: as it is, or its beginning and `…`. */
export function shorten(text: string): string {
  if (text.length <= MAX_SHOWN) return text;
  return `${text.slice(0, MAX_SHOWN).replace(/[\ud800-\udbff]$/, '')}…`;
}
