import { quoteIdentifier } from './identifiers';

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

/** A quoted name. Knex reads `?` as a placeholder, so it is escaped. */
export const identifier = (...parts: readonly string[]): Fragment =>
  trusted(parts.map(quoteIdentifier).join('.').replaceAll('?', '\\?'));

/** Joins pieces as a template, keeping their bound values in order. */
export function sql(strings: TemplateStringsArray, ...pieces: readonly Fragment[]): Fragment {
  let text = strings[0]!;
  const bindings: Binding[] = [];
  pieces.forEach((piece, i) => {
    text += piece.sql + strings[i + 1]!;
    bindings.push(...piece.bindings);
  });
  return { sql: text, bindings };
}

export function joined(pieces: readonly Fragment[], separator: string): Fragment {
  return { sql: pieces.map((p) => p.sql).join(separator), bindings: pieces.flatMap((p) => p.bindings) };
}
