/** A piece of text as a terminal shows it, and how many cells it takes. */
export interface VisiblePiece {
  readonly text: string;
  readonly width: number;
}

/** Characters that draw nothing, move the cursor, or turn the direction of what follows. */
const HIDDEN =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/u;

/** Blocks that East Asian terminals draw two cells wide, besides what Unicode calls emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;

const COMBINING_ONLY = /^\p{M}+$/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A control character as a picture of one cell (`␛`), any other hidden character by its number. */
function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

function pieceOf(cluster: string): VisiblePiece {
  if (!HIDDEN.test(cluster)) {
    // A mark without a letter would climb onto the frame's own characters.
    if (COMBINING_ONLY.test(cluster)) return { text: `\u25cc${cluster}`, width: 1 };
    return { text: cluster, width: WIDE.test(cluster) ? 2 : 1 };
  }
  const pieces = Array.from(cluster, (character) =>
    HIDDEN.test(character)
      ? { text: picture(character), width: picture(character).length }
      : { text: character, width: 1 },
  );
  return {
    text: pieces.map((piece) => piece.text).join(''),
    width: pieces.reduce((sum, piece) => sum + piece.width, 0),
  };
}

/** What a reader sees of `text`, one piece per user-perceived character, with the UTF-16 length of its source. */
export function visiblePieces(text: string): (VisiblePiece & { readonly length: number })[] {
  return Array.from(segmenter.segment(text), ({ segment }) => ({
    ...pieceOf(segment),
    length: segment.length,
  }));
}

/**
 * Text that a terminal prints as one line without obeying it: control characters, line breaks and characters that turn the
 * writing direction become visible signs.
 */
export function visibleText(text: string): string {
  return HIDDEN.test(text)
    ? visiblePieces(text)
        .map((piece) => piece.text)
        .join('')
    : text;
}

/** The same for a text of several lines, whose line ends and tabs stay: a terminal does nothing else with them. */
export const visibleLines = (text: string): string =>
  text
    .split(/([\n\t])/)
    .map(visibleUnlessBlank)
    .join('');

const visibleUnlessBlank = (piece: string): string =>
  piece === '\n' || piece === '\t' ? piece : visibleText(piece);

const HIDDEN_ANYWHERE = new RegExp(HIDDEN.source, 'gu');

/** JSON over several lines, with hidden characters as escapes: the same value to a program, harmless in a terminal. */
export const visibleJson = (value: unknown): string => visibleJsonText(JSON.stringify(value, null, 2));

/** JSON text with hidden characters as escapes. */
export const visibleJsonText = (json: string): string =>
  json.replace(HIDDEN_ANYWHERE, (character) => (character === '\n' ? character : escapesOf(character)));

const escapesOf = (character: string): string =>
  Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
