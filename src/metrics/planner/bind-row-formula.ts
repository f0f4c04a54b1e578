import { Failure } from '../../base/failure';
import { condition } from '../language/bind';
import type { MetricLookup } from '../language/metric-scope';
import { parseFormula } from '../language/parse';
import { perBinder } from '../language/per';
import { type NamesOf, rowEnvironment } from '../language/row-scope';
import type { FormulaProblem, Syntax } from '../language/syntax';
import type { Catalog } from '../model/catalog';
import type { RowExpression } from '../model/expression';
import type { BoundFormula } from './bound-query';

const failure = ({ code, message, hint }: FormulaProblem, text: string, path: string): Failure =>
  new Failure(code, `${message} In the formula: ${text}`, { path, ...(hint ? { hint } : {}) });

/** Parses a formula of a question. @throws Failure with the code of its first fault. */
export function parseQueryFormula(text: string, path: string): Syntax {
  const parsed = parseFormula(text);
  if (parsed.ok) return parsed.syntax;
  throw failure(parsed.problem, text, path);
}

/** Binds a condition of the question from one home. @throws Failure; FILTER.UNREACHABLE where the home cannot see a name. */
export function bindRowFormula(
  catalog: Catalog,
  home: string,
  { syntax, text, path }: BoundFormula,
): RowExpression {
  const problem = (p: FormulaProblem): never => {
    throw p.code === 'PATH.UNREACHABLE'
      ? failure({ ...p, code: 'FILTER.UNREACHABLE' as FormulaProblem['code'] }, text, path)
      : failure(p, text, path);
  };
  return condition(
    syntax,
    rowEnvironment({ home, graph: catalog, names: namesOf(catalog), problem, per: perOf(catalog) }),
  );
}

function perOf(catalog: Catalog): ReturnType<typeof perBinder> {
  const metrics: MetricLookup = {
    find: (name) => catalog.metrics.get(name) ?? (catalog.broken.has(`metric ${name}`) ? 'broken' : null),
    names: () => catalog.metrics.keys(),
  };
  return perBinder({
    metrics,
    hasKey: (name) => (catalog.datasets.get(name)?.key.length ?? 0) > 0,
    time: (name) => {
      const dataset = catalog.datasets.get(name);
      if (!dataset?.time) return null;
      return {
        kind: 'reference',
        to: { kind: 'column', path: [], dataset: name, name: dataset.time },
        type: dataset.columns.get(dataset.time)!.type,
      };
    },
  });
}

function namesOf(catalog: Catalog): NamesOf {
  return {
    find: (dataset, name) => {
      const found = catalog.datasets.get(dataset);
      const dimension = found?.dimensions.get(name);
      if (dimension) return { kind: 'dimension', type: dimension.type };
      const column = found?.columns.get(name);
      return column ? { kind: 'column', type: column.type } : null;
    },
    list: (dataset) => [
      ...(catalog.datasets.get(dataset)?.columns.keys() ?? []),
      ...(catalog.datasets.get(dataset)?.dimensions.keys() ?? []),
    ],
  };
}
