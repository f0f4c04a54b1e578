import { Converter } from './convert';
import { findUnreadable, UNREADABLE, type Unreadable } from './lexical';
import { asList, asNode, asNumber, type PgNode, parseSql } from './postgres-tree';
import type { FormulaProblem, Parsed } from './syntax';
import { utf16Offsets } from './token-range';

const PREFIX = 'select ';
const MAX_LENGTH = 20_000;

const fail = (
  code: FormulaProblem['code'],
  message: string,
  from: number,
  to: number,
  hint?: string,
): Parsed => ({
  ok: false,
  problem: { code, message, range: { from, to: Math.max(to, from + 1) }, ...(hint ? { hint } : {}) },
});

/** The clauses of a SELECT that a formula may not have; `targetList` is the formula itself. */
const ALLOWED_CLAUSES = new Set(['targetList', 'limitOption', 'op', 'groupDistinct']);

function onlyTarget(tree: PgNode): PgNode | null {
  const statements = asList(tree['stmts']);
  const select = asNode(asNode(statements[0]?.['stmt'])['SelectStmt']);
  const targets = asList(select['targetList']);
  if (statements.length !== 1 || targets.length !== 1) return null;
  if (Object.keys(select).some((key) => !ALLOWED_CLAUSES.has(key))) return null;
  const target = asNode(targets[0]!['ResTarget']);
  return target['name'] === undefined && target['indirection'] === undefined ? target : null;
}

function syntaxProblem(error: unknown, text: string): Parsed {
  const details = asNode(asNode(error)['sqlDetails']);
  if (error instanceof RangeError || !details['message'])
    return fail('FORMULA.TOO_LARGE', 'The formula is nested too deeply.', 0, text.length);
  // The parser counts characters (code points), we count UTF-16 units.
  const before =
    [...`${PREFIX}${text}`].slice(0, asNumber(details['cursorPosition'])).join('').length - PREFIX.length;
  const from = Math.min(Math.max(0, before), text.length);
  const word = /^(\w+|\S)/.exec(text.slice(from))?.[0] ?? '';
  const message =
    word === '' ? 'The formula ends too early.' : `The formula cannot be read from "${word}" on.`;
  return fail(
    'FORMULA.SYNTAX',
    message,
    from,
    from + word.length,
    missingParenthesis(text) ?? reservedWord(text, from, word),
  );
}

/** A dataset may have a name that is a word of SQL; quoted it is a name again. */
function reservedWord(text: string, from: number, word: string): string | undefined {
  return /^[a-z_]\w*$/i.test(word) && text[from + word.length] === '.'
    ? `"${word}" is a word of SQL; if it is meant as a name, put it in double quotes`
    : undefined;
}

function missingParenthesis(text: string): string | undefined {
  const bare = text.replace(/'(?:[^']|'')*'/g, '');
  const open = bare.split('(').length - bare.split(')').length;
  if (open > 0) return `${open} closing parenthes${open === 1 ? 'is is' : 'es are'} missing`;
  return open < 0 ? `${-open} closing parenthes${open === -1 ? 'is is' : 'es are'} too many` : undefined;
}

/**
 * Parses a formula by PostgreSQL's own grammar and narrows it to what Tenet allows.
 * Exactly one expression: no second statement, no alias, no clause, no comment, no parameter, no sub-select, no window.
 */
export function parseFormula(text: string): Parsed {
  if (text.length > MAX_LENGTH)
    return fail(
      'FORMULA.TOO_LARGE',
      `The formula has ${text.length} characters; ${MAX_LENGTH} are the limit.`,
      0,
      1,
    );
  if (text.trim() === '') return fail('FORMULA.SYNTAX', 'The formula is empty.', 0, text.length);
  const unreadable = findUnreadable(text);
  if (unreadable && unreadable.what !== 'semicolon') return refuse(unreadable);
  let tree: PgNode;
  try {
    tree = parseSql(`${PREFIX}${text}`);
  } catch (error) {
    return syntaxProblem(error, text);
  }
  // PostgreSQL reads a last word as the name of the column.
  if (/\b(and|or|not|is|in|like|between)\s*$/i.test(text)) {
    return fail('FORMULA.SYNTAX', 'The formula ends too early.', text.trimEnd().length, text.length);
  }
  const target = onlyTarget(tree);
  if (!target)
    return fail(
      'FORMULA.NOT_ALLOWED',
      'A formula is one expression, without clauses, aliases or a second statement.',
      0,
      text.length,
    );
  if (unreadable) return refuse(unreadable);
  const indexOf = utf16Offsets(text);
  return new Converter(text, (byte) => indexOf(byte - PREFIX.length)).convert(asNode(target['val']));
}

function refuse({ what, range: { from, to } }: Unreadable): Parsed {
  const isText = what === 'comment' || what === 'spelling' || what === 'semicolon';
  const message =
    what === 'comment' ? 'A formula holds no comments.' : `The formula holds ${UNREADABLE[what]}.`;
  return fail(
    isText ? 'FORMULA.NOT_ALLOWED' : 'FORMULA.SYNTAX',
    message,
    from,
    to,
    HINTS[what] ?? 'remove it',
  );
}

const HINTS: Readonly<Partial<Record<Unreadable['what'], string>>> = {
  comment: 'write `# …` in the YAML, or use `description:`',
  spelling: "write it as 'it''s'",
};
