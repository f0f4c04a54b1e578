import type { TextRange } from './syntax';

/** Something in a text that no SQL of ours may hold, found before any grammar reads it. */
export interface Unreadable {
  readonly what: 'nul' | 'half' | 'blank' | 'comment' | 'spelling' | 'semicolon';
  readonly range: TextRange;
}

/**
 * Quoted texts and names are stepped over as one piece; all that follows is looked for outside of them. A quote that is never
 * closed reaches to the end of the text, and the grammar will say so.
 */
const PIECES =
  /(?<quoted>'(?:[^']|'')*'?|"(?:[^"]|"")*"?)|(?<comment>--|\/\*)|(?<spelling>\b(?:[ebxn]|u&)(?=')|\bu&(?=")|\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$)|(?<semicolon>;)|(?<blank>(?![ \t\r\n\f\v])[\p{Z}\p{C}])/giu;

const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const KINDS = ['comment', 'spelling', 'semicolon', 'blank'] as const;

/** What it is, as the end of a sentence. PostgreSQL's grammar has a reading of its own for each that a person may not expect. */
export const UNREADABLE: Readonly<Record<Unreadable['what'], string>> = {
  // The grammar takes it for the end of the text.
  nul: 'a NUL character',
  // It has no UTF-8, so it would become another character.
  half: 'one half of a character',
  // PostgreSQL takes U+00A0 for a letter, DuckDB for a space.
  blank: 'a character that looks like a space, or like nothing, but is neither',
  comment: 'a comment',
  // Escapes in E'…' and U&'…' can write what nobody sees.
  spelling: 'a text that does not simply stand in single quotes',
  semicolon: 'a semicolon',
};

/** The first thing of that kind, or null. Linear in the text. */
export function findUnreadable(text: string): Unreadable | null {
  const nul = text.indexOf('\0');
  if (nul >= 0) return { what: 'nul', range: { from: nul, to: nul + 1 } };
  const half = text.search(HALF);
  if (half >= 0) return { what: 'half', range: { from: half, to: half + 1 } };
  for (const { index, groups = {} } of text.matchAll(PIECES)) {
    const what = KINDS.find((kind) => groups[kind] !== undefined);
    if (what) return { what, range: { from: index, to: index + groups[what]!.length } };
  }
  return null;
}

const NESTING = /'(?:[^']|'')*'?|"(?:[^"]|"")*"?|([-+*/<>=~!@#%^&|`?:([]|\bnot\b)/gi;

/** How deep the tree of a text can be at most: every level needs one of these signs. Lists of values need none. */
export function nestingBound(text: string): number {
  let bound = 0;
  for (const match of text.matchAll(NESTING)) if (match[1] !== undefined) bound += 1;
  return bound;
}
