import type { RawDefinition, RawMetric } from '../../metrics/definitions/raw';
import { bind, condition } from '../../metrics/language/bind';
import { readLiteral } from '../../metrics/language/literals';
import { bindMetricFormula, defaultEmpty } from '../../metrics/language/metric-scope';
import { parseFormula } from '../../metrics/language/parse';
import { rowEnvironment } from '../../metrics/language/row-scope';
import type { Syntax } from '../../metrics/language/syntax';
import type { Catalog, Metric } from '../../metrics/model/catalog';
import type { RowExpression } from '../../metrics/model/expression';
import { catalogScope, metricsOf, timeOf } from '../../metrics/planner/bind-row-formula';
import type { MetricTree } from './clauses';

/** The tree of a metric that is sound; null when its text cannot be parsed after all. */
export function treeOf({ value }: RawDefinition<RawMetric>): MetricTree | null {
  const formula = parse(value.formula);
  const where = value.where === undefined ? null : parse(value.where);
  if (!formula || (value.where !== undefined && !where)) return null;
  return { formula, where, empty: value.empty };
}

function parse(text: string): Syntax | null {
  const parsed = parseFormula(text);
  return parsed.ok ? parsed.syntax : null;
}

/**
 * A metric as its changed tree says, bound anew like any definition, so that types, conversions and equal leaves come out right.
 * Null when what is left of it means nothing.
 */
export function bindTree(
  catalog: Catalog,
  metric: Metric,
  time: string | undefined,
  tree: MetricTree,
): Metric | null {
  let sound = true;
  const problem = (): void => {
    sound = false;
  };
  const scope = { ...catalogScope(catalog), problem };
  const metrics = metricsOf(catalog);
  const inHome = (syntax: Syntax, home: string, read: typeof bind): RowExpression =>
    read(syntax, rowEnvironment({ ...scope, home }));
  const timeSyntax = time === undefined ? null : parse(time);
  const bound = bindMetricFormula(tree.formula, {
    ...scope,
    metrics,
    isMetric: (name) => metrics.find(name) !== null,
    where: (home) => tree.where && inHome(tree.where, home, condition),
    time: (home) => (timeSyntax ? inHome(timeSyntax, home, bind) : timeOf(catalog, home)),
    empty: (aggregate) => {
      if (tree.empty === undefined) return defaultEmpty(aggregate);
      return tree.empty === null ? null : (readLiteral(String(tree.empty), aggregate.type) ?? null);
    },
  });
  if (!sound || bound.leaves.length === 0) return null;
  return { ...metric, ...bound, type: bound.formula.type };
}
