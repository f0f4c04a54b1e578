import { Lexer } from 'yaml';

/** A comment at its place in the text. */
export interface PlacedComment {
  readonly text: string;
  readonly from: number;
  /** Nothing but blanks stands before it on its line. */
  readonly ownLine: boolean;
  /** Blanks before it, when it has a line of its own. */
  readonly column: number;
  /** A blank line stands before its line. */
  readonly blank: boolean;
}

/** Signs that the lexer puts between lexemes, and that no file may hold: document start, end of a flow, start of a scalar. */
const SIGNS: ReadonlySet<string> = new Set(['\x02', '\x18', '\x1f']);
const START_OF_SCALAR = '\x1f';

/** Every comment of a text, in order; a `#` inside a text is none. Linear. */
export function commentsOf(text: string): readonly PlacedComment[] {
  const found: PlacedComment[] = [];
  let offset = 0;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (SIGNS.has(lexeme)) {
      isScalar = lexeme === START_OF_SCALAR;
      continue;
    }
    if (lexeme.startsWith('#') && !isScalar) found.push(placed(text, offset, lexeme));
    isScalar = false;
    offset += lexeme.length;
  }
  return found;
}

function placed(text: string, from: number, comment: string): PlacedComment {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  return {
    text: comment.trimEnd(),
    from,
    ownLine: /^[ \t]*$/.test(text.slice(lineStart, from)),
    column: from - lineStart,
    blank: isAfterBlankLine(text, from),
  };
}

/** Whether the line before the one of `offset` has nothing in it. */
export function isAfterBlankLine(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  if (lineStart === 0) return false;
  const before = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart);
  return before.trim() === '';
}
