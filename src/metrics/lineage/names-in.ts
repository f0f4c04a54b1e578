import { isAggregate } from '../language/aggregate-names';
import type { Syntax } from '../language/syntax';

/** What stands where a name stands: a number (a metric), what an aggregate counts, or a value of a row. */
export type NamePlace = 'metric' | 'aggregate' | 'row';

export interface NameFound {
  readonly parts: readonly string[];
  readonly place: NamePlace;
  /** Inside of `filter (where …)`. */
  readonly inFilter: boolean;
}

/** The names in a formula, each with its place; in the order of the text, repeated ones repeated. */
export function namesIn(syntax: Syntax, place: NamePlace): readonly NameFound[] {
  const found: NameFound[] = [];
  walk(syntax, { place, inFilter: false }, found);
  return found;
}

type Surroundings = Omit<NameFound, 'parts'>;

function walk(syntax: Syntax | null, around: Surroundings, found: NameFound[]): void {
  if (syntax === null) return;
  switch (syntax.kind) {
    case 'literal':
      return;
    case 'name':
      found.push({ parts: syntax.parts, ...around });
      return;
    case 'cast':
      walk(syntax.arg, around, found);
      return;
    case 'case':
      for (const { when, value } of syntax.branches) {
        walk(when, around, found);
        walk(value, around, found);
      }
      walk(syntax.otherwise, around, found);
      return;
    case 'call':
      walkCall(syntax, around, found);
  }
}

function walkCall(call: Extract<Syntax, { kind: 'call' }>, around: Surroundings, found: NameFound[]): void {
  const isPer = call.name === 'per' && !call.operator;
  call.args.forEach((arg, index) => {
    // per(customers, net_revenue): an entity, then a number of it.
    if (isPer) walk(arg, { ...around, place: index === 0 ? 'aggregate' : 'metric' }, found);
    else walk(arg, isAggregate(call.name) ? { ...around, place: 'aggregate' } : around, found);
  });
  for (const { value } of call.named) walk(value, around, found);
  walk(call.filter, { place: 'row', inFilter: true }, found);
}
