import { textFrame } from '../../base/code-frame';
import { Failure } from '../../base/failure';
import { isPlainColumn } from '../definitions/resolve-dimensions';
import { condition } from '../language/bind';
import { excessOf, sizeOfRowFormula } from '../language/formula-size';
import type { MetricLookup } from '../language/metric-scope';
import { parseFormula } from '../language/parse';
import { perBinder } from '../language/per';
import { type NamesOf, type RowScope, rowEnvironment } from '../language/row-scope';
import type { FormulaProblem, Syntax } from '../language/syntax';
import type { Catalog } from '../model/catalog';
import type { RowExpression } from '../model/expression';
import type { BoundFormula } from './bound-query';
import { fieldSizes } from './question-limits';

/** UTF-16 units of the formula that a message quotes. */
const QUOTED = 60;

/** A fault in a formula of a question: the words that `check` has for it, and where in the formula it is. */
function failure({ code, message, hint, range }: FormulaProblem, text: string, path: string): Failure {
  const isEmpty = text.trim() === '';
  return new Failure(code, isEmpty ? message : `${message} ${placeOf(text, range.from)}`, {
    path,
    ...(isEmpty ? {} : { excerpt: textFrame(text, range.from, range.to) }),
    ...(hint ? { hint } : {}),
  });
}

/** Where a reader finds the fault when there is one line only and no caret. */
function placeOf(text: string, from: number): string {
  const rest = oneLine(text.slice(from, from + QUOTED));
  if (rest === '') return `In the formula, at its end: …${oneLine(text.slice(-QUOTED))}`;
  const more = text.length > from + QUOTED ? '…' : '';
  return `In the formula, from character ${from + 1}: ${rest}${more}`;
}

/** Without line breaks, and without the halves of characters that a cut has left at the ends. */
const oneLine = (text: string): string =>
  text
    .replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
    .replace(/\s+/g, ' ')
    .trim();

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
  const bound = condition(syntax, rowEnvironment({ ...catalogScope(catalog), home, problem }));
  const excess = excessOf(sizeOfRowFormula(bound, fieldSizes(catalog)));
  return excess === null
    ? bound
    : problem({ code: 'FORMULA.TOO_LARGE', message: excess, range: { from: 0, to: text.length } });
}

/** What names mean in a formula over a whole catalog. */
export function catalogScope(catalog: Catalog): Required<Pick<RowScope, 'graph' | 'names' | 'per'>> {
  return { graph: catalog, names: namesOf(catalog), per: perOf(catalog) };
}

export function metricsOf(catalog: Catalog): MetricLookup {
  return {
    find: (name) => catalog.metrics.get(name) ?? (catalog.broken.has(`metric ${name}`) ? 'broken' : null),
    names: () => catalog.metrics.keys(),
  };
}

/** The column that dates a dataset's rows. */
export function timeOf(catalog: Catalog, name: string): RowExpression | null {
  const dataset = catalog.datasets.get(name);
  if (!dataset?.time) return null;
  return {
    kind: 'reference',
    to: { kind: 'column', path: [], dataset: name, name: dataset.time },
    type: dataset.columns.get(dataset.time)!.type,
  };
}

function perOf(catalog: Catalog): ReturnType<typeof perBinder> {
  return perBinder({
    metrics: metricsOf(catalog),
    hasKey: (name) => (catalog.datasets.get(name)?.key.length ?? 0) > 0,
    time: (name) => timeOf(catalog, name),
  });
}

function namesOf(catalog: Catalog): NamesOf {
  return {
    find: (dataset, name) => {
      const found = catalog.datasets.get(dataset);
      const dimension = found?.dimensions.get(name);
      if (dimension) return { kind: isPlainColumn(dimension) ? 'column' : 'dimension', type: dimension.type };
      const column = found?.columns.get(name);
      return column ? { kind: 'column', type: column.type } : null;
    },
    isBroken: (dataset) => catalog.broken.has(`dataset ${dataset}`),
    list: (dataset) => [
      ...(catalog.datasets.get(dataset)?.columns.keys() ?? []),
      ...(catalog.datasets.get(dataset)?.dimensions.keys() ?? []),
    ],
  };
}
