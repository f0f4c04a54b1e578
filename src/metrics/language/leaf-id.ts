import { hash } from 'node:crypto';
import type { Leaf, RowExpression } from '../model/expression';
import { BOOLEAN } from '../model/value-type';

/** 132 bits: no two leaves of one company will ever meet by chance. */
const ID_LENGTH = 22;

/** A digest of all that a leaf says: equal ids are the same number. Keys are written in one order; conjunctions are sorted. */
export function leafId(leaf: Omit<Leaf, 'id'>): string {
  const { home, aggregate, args, fraction, discrete, where, time, empty } = leaf;
  const text = JSON.stringify([
    home,
    aggregate,
    args,
    fraction ?? null,
    discrete ?? false,
    where,
    time,
    empty,
  ]);
  return hash('sha256', text, 'base64url').slice(0, ID_LENGTH);
}

/** The terms of a conjunction, nested ones taken apart. */
export function conjuncts(condition: RowExpression): readonly RowExpression[] {
  return condition.kind === 'call' && condition.fn === 'and'
    ? condition.args.flatMap(conjuncts)
    : [condition];
}

/** All of the conditions at once: each term once, in one order, so that the order in which they were written does not matter. */
export function conjunction(conditions: readonly (RowExpression | null)[]): RowExpression | null {
  const all = conditions.flatMap((condition) => (condition ? conjuncts(condition) : []));
  if (all.length < 2) return all[0] ?? null;
  const terms = new Map(all.map((term) => [JSON.stringify(term), term]));
  const sorted = [...terms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, term]) => term);
  if (sorted.length < 2) return sorted[0] ?? null;
  return { kind: 'call', fn: 'and', args: sorted, type: BOOLEAN };
}
