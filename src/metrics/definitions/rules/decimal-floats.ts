import type { Expression } from '../../model/expression';
import type { Rule } from './rule';

const ARITHMETIC: ReadonlySet<string> = new Set(['add', 'subtract', 'multiply']);

/** An exact decimal that meets a double in arithmetic is exact no more (semantics 14). */
export const decimalFloats: Rule = (catalog) =>
  [...catalog.metrics.values()]
    .filter((metric) => metric.leaves.some((leaf) => leaf.args.some(mixes)) || mixes(metric.formula))
    .map((metric) => ({
      code: 'TYPE.DECIMAL_FLOAT' as const,
      message: `"${metric.name}" mixes an exact decimal with a double, so its result is inexact.`,
      hint: 'convert the double first: round it to a decimal with x::decimal(12,2)',
      at: metric.at,
      definition: { kind: 'metric', name: metric.name },
    }));

function mixes<R>(e: Expression<R> | null): boolean {
  switch (e?.kind) {
    case 'call': {
      const isConverted = (arg: Expression<R>): boolean =>
        arg.kind === 'call' && arg.fn === 'cast' && arg.args[0]!.type.kind === 'decimal';
      const isMixed =
        ARITHMETIC.has(e.fn) &&
        e.type.kind === 'double' &&
        e.args.some(isConverted) &&
        !e.args.every(isConverted);
      return isMixed || e.args.some(mixes);
    }
    case 'case':
      return e.branches.some((b) => mixes(b.when) || mixes(b.value)) || mixes(e.otherwise);
    default:
      return false;
  }
}
