import type { Metric } from '../../src/metrics/model/catalog';
import type { Expression, Leaf, RowExpression, RowReference } from '../../src/metrics/model/expression';

function referencesOf<R>(expression: Expression<R>): readonly R[] {
  switch (expression.kind) {
    case 'literal':
      return [];
    case 'reference':
      return [expression.to];
    case 'call':
      return expression.args.flatMap(referencesOf);
    case 'case':
      return [
        ...expression.branches.flatMap(({ when, value }) => [...referencesOf(when), ...referencesOf(value)]),
        ...(expression.otherwise ? referencesOf(expression.otherwise) : []),
      ];
  }
}

const nameOf = (to: RowReference): string =>
  to.kind === 'per'
    ? `per ${[...to.path, to.dataset].join('.')} ${JSON.stringify([to.formula, to.leaves.map(shapeOfLeaf)])}`
    : `${[...to.path, to.dataset].join('.')}.${to.name}`;

/** Which columns a condition looks at, whatever it asks of them. */
const tested = (where: RowExpression | null): readonly string[] =>
  where === null ? [] : [...new Set(referencesOf(where).map(nameOf))].sort();

const shapeOfLeaf = ({ home, aggregate, args, fraction, discrete, time, where }: Leaf): unknown => [
  home,
  aggregate,
  args,
  fraction ?? null,
  discrete ?? false,
  time,
  tested(where),
];

/**
 * What a metric computes with each condition reduced to the columns that it tests: two metrics of one shape differ at most in the
 * values, operators and lists of their filters, and are one metric with a dimension.
 */
export const filterShape = ({ formula, leaves }: Pick<Metric, 'formula' | 'leaves'>): string =>
  JSON.stringify([formula, leaves.map(shapeOfLeaf)]);

/** The metrics of each shape that several have, by name. */
export function sameButForFilters(metrics: Iterable<Metric>): readonly (readonly string[])[] {
  const byShape = new Map<string, string[]>();
  for (const metric of metrics) {
    const shape = filterShape(metric);
    byShape.set(shape, [...(byShape.get(shape) ?? []), metric.name]);
  }
  return [...byShape.values()].filter((names) => names.length > 1);
}
