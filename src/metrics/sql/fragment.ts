import { Failure } from '../../base/failure';
import { quoteTable } from './identifiers';

export type Binding = string | number | boolean | null;

/** A piece of SQL with `?` for each of its bound values, in order. Only this module and the dialects make them. */
export interface Fragment {
  readonly sql: string;
  readonly bindings: readonly Binding[];
}

/** Text that Tenet itself wrote. Never user text: that is bound or quoted. */
export const trusted = (sql: string): Fragment => ({ sql, bindings: [] });

/** A bound value. */
export const bound = (value: Binding): Fragment => ({ sql: '?', bindings: [value] });

/**
 * Stands for a `?` that is part of a name while Knex has the text: it takes `?` for a placeholder, and of its escape `\\?` it
 * also takes backslashes that belong to the name. No definition may hold a NUL.
 */
const QUESTION_MARK = '\0';

/** SQL whose question marks are its own. */
export const literally = (sql: string): Fragment => trusted(sql.replaceAll('?', QUESTION_MARK));

/** The text as it was, once Knex has numbered the placeholders. */
export const withQuestionMarks = (sql: string): string => sql.replaceAll(QUESTION_MARK, '?');

/** A quoted name. */
export const identifier = (...parts: readonly string[]): Fragment => literally(quoteTable(parts));

/** Characters of one statement. Some functions print an argument several times, so that nested ones multiply. */
const MAX_LENGTH = 2_000_000;

/** @throws Failure QUERY.LIMIT when it has become longer than any statement may be. */
function fragment(text: string, pieces: readonly Fragment[]): Fragment {
  if (text.length > MAX_LENGTH)
    throw new Failure('QUERY.LIMIT', `The question makes more than ${MAX_LENGTH} characters of SQL.`, {
      hint: 'ask for less at once, or with fewer conditions',
    });
  return { sql: text, bindings: pieces.flatMap((piece) => piece.bindings) };
}

/** Joins pieces as a template, keeping their bound values in order. */
export function sql(strings: TemplateStringsArray, ...pieces: readonly Fragment[]): Fragment {
  let text = strings[0]!;
  pieces.forEach((piece, i) => {
    text += piece.sql + strings[i + 1]!;
  });
  return fragment(text, pieces);
}

export function joined(pieces: readonly Fragment[], separator: string): Fragment {
  return fragment(pieces.map((p) => p.sql).join(separator), pieces);
}
