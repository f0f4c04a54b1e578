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

/** Of a whole message: what it is about stands at its beginning, what is wrong often at its end. */
const MAX_BEGINNING = 400;
const MAX_END = 600;

/** A message that may repeat a text from outside, whole: as it is, or its beginning, `…` and its end. */
export function withoutMiddle(message: string): string {
  if (message.length <= MAX_BEGINNING + MAX_END) return message;
  const beginning = message.slice(0, MAX_BEGINNING).replace(/[\ud800-\udbff]$/, '');
  return `${beginning} … ${message.slice(-MAX_END).replace(/^[\udc00-\udfff]/, '')}`;
}
