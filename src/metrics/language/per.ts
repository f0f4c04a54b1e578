import type { RowExpression } from '../model/expression';
import { reach } from '../model/join-graph';
import type { CallSyntax } from './bind';
import { bindMetricFormula, defaultEmpty, type MetricLookup } from './metric-scope';
import { type RowScope, reachProblem } from './row-scope';
import type { FormulaProblem } from './syntax';

/** What `per` needs besides its surroundings. */
export interface PerScope {
  readonly metrics: MetricLookup;
  /** The column that dates a dataset's rows. */
  readonly time: (dataset: string) => RowExpression | null;
  readonly hasKey: (dataset: string) => boolean;
}

/** Binds `per(entity, metric)`: the metric of one entity, over all its rows, as a value of the row (semantics 7). */
export function perBinder(scope: PerScope): NonNullable<RowScope['per']> {
  return (call, row) => {
    const refuse = (code: FormulaProblem['code'], message: string, hint?: string): null => {
      row.problem({ code, message, range: call.range, ...(hint ? { hint } : {}) });
      return null;
    };
    const [entity, metric] = call.args;
    if (call.args.length !== 2 || entity?.kind !== 'name' || !metric || hasModifiers(call)) {
      return refuse(
        'FORMULA.ARGUMENTS',
        'per() takes a dataset and a metric.',
        'write per(customers, net_revenue)',
      );
    }
    const found = reach(row.graph, row.home, entity.parts);
    if (found.kind !== 'path') {
      row.problem(reachProblem(found, entity, row, []));
      return null;
    }
    if (!scope.hasKey(found.dataset))
      return refuse(
        'DATASET.NO_KEY',
        `"${found.dataset}" has no key, so its rows cannot be told apart.`,
        'declare `key:` in the dataset',
      );
    const bound = bindMetricFormula(metric, {
      graph: row.graph,
      names: row.names,
      problem: row.problem,
      ...(row.per ? { per: row.per } : {}),
      isMetric: (name) => scope.metrics.find(name) !== null,
      metrics: scope.metrics,
      where: () => null,
      time: scope.time,
      empty: defaultEmpty,
    });
    const stray = bound.leaves.find((leaf) => reach(row.graph, leaf.home, [found.dataset]).kind !== 'path');
    if (stray)
      return refuse(
        'PATH.UNREACHABLE',
        `"${stray.home}" does not reach "${found.dataset}", so it has no value per row of it.`,
        `declare a join from "${stray.home}" to "${found.dataset}"`,
      );
    if (bound.leaves.length === 0) return null;
    return {
      kind: 'reference',
      to: {
        kind: 'per',
        path: found.path,
        dataset: found.dataset,
        formula: bound.formula,
        leaves: bound.leaves,
      },
      type: bound.formula.type,
    };
  };
}

const hasModifiers = (call: CallSyntax): boolean =>
  call.distinct || call.star || call.filter !== null || call.named.length > 0;
