import { Failure } from '../../base/failure';
import { ONE_PART, type SizeOfField, sizeOfFormula, sizeOfMetric } from '../language/formula-size';
import type { Syntax } from '../language/syntax';
import type { Catalog, DimensionName } from '../model/catalog';
import type { Condition, Having, Query } from '../model/query';
import type { BoundBy, BoundCondition, BoundQuery } from './bound-query';

/** What one question may hold: far more than a person or a dashboard asks, and little enough to be planned in a moment. */
const LIMITS = {
  metrics: 200,
  by: 50,
  segments: 50,
  order: 100,
  /** Tests and formulas of `where` and `having`, at any depth. */
  conditions: 500,
  /** In all of them together; one list has a limit of the company's own. */
  values: 20_000,
  /** Characters of all formulas. */
  formulas: 50_000,
  /** Parts of all that is asked for and tested, written out. */
  parts: 200_000,
} as const;

type Loose = Readonly<Record<string, unknown>>;

interface Held {
  conditions: number;
  values: number;
  formulas: number;
}

/** @throws Failure QUERY.LIMIT when the question is larger than it may be; before any of its names is looked up. */
export function refuseLargeQuestion(query: Query): void {
  for (const part of ['metrics', 'by', 'segments', 'order'] as const)
    refuseAbove(part, query[part]?.length ?? 0, `entries of \`${part}\``);
  const held = heldIn([...(query.where ?? []), ...(query.having ?? [])]);
  refuseAbove('conditions', held.conditions, 'conditions');
  refuseAbove('values', held.values, 'values in its conditions');
  refuseAbove('formulas', held.formulas, 'characters of formulas');
}

/** What conditions hold, nested ones too, however deep. */
function heldIn(conditions: readonly (Condition | Having)[]): Held {
  const held: Held = { conditions: 0, values: 0, formulas: 0 };
  const waiting: unknown[] = [...conditions];
  while (waiting.length > 0) {
    const condition = waiting.pop();
    if (typeof condition !== 'object' || condition === null) continue;
    const { and, or, not, formula, onlyFor: _, ...tests } = condition as Loose;
    for (const inner of [and, or]) if (Array.isArray(inner)) for (const term of inner) waiting.push(term);
    waiting.push(not);
    held.conditions += 1;
    if (typeof formula === 'string') held.formulas += formula.length;
    for (const value of Object.values(tests)) held.values += Array.isArray(value) ? value.length : 1;
  }
  return held;
}

/** @throws Failure QUERY.LIMIT when all that the question names is too large once it is written out. */
export function refuseLargePlan(catalog: Catalog, query: BoundQuery): void {
  const conditions = [...query.where, ...[...query.onlyFor.values()].flat()];
  const metrics = [...query.metrics, ...query.having.flatMap(targetsIn)];
  const dimensions = [...query.by.map((b) => b.target), ...conditions.flatMap(targetsIn)];
  const field = fieldSizes(catalog);
  const formulas = conditions.flatMap(formulasIn).map((syntax) => partsOfSyntax(syntax, catalog));
  const parts =
    formulas.reduce((sum, one) => sum + one, 0) +
    metrics.reduce((sum, metric) => sum + sizeOfMetric(metric, field).parts, 0) +
    dimensions.reduce((sum, d) => sum + (isDimension(d) ? sizeOfFormula(d.dimension.formula).parts : 1), 0);
  refuseAbove('parts', parts, 'parts, with all that it names written out');
}

const formulasIn = (condition: BoundCondition<unknown>): Syntax[] => {
  switch (condition.kind) {
    case 'test':
      return [];
    case 'formula':
      return [condition.syntax];
    case 'not':
      return formulasIn(condition.term);
    default:
      return condition.terms.flatMap(formulasIn);
  }
};

/** What a formula of a question holds with the dimensions and metrics that it names written out. */
function partsOfSyntax(syntax: Syntax, catalog: Catalog): number {
  const within = (inner: readonly (Syntax | null)[]): number =>
    inner.reduce((sum, one) => sum + (one ? partsOfSyntax(one, catalog) : 0), 1);
  switch (syntax.kind) {
    case 'literal':
      return 1;
    case 'name':
      return partsOfName(syntax.parts, catalog);
    case 'cast':
      return within([syntax.arg]);
    case 'call':
      return within([...syntax.args, ...syntax.named.map((n) => n.value), syntax.filter]);
    case 'case':
      return within([...syntax.branches.flatMap((b) => [b.when, b.value]), syntax.otherwise]);
  }
}

/** Of `metric`, `dataset.dimension`, `role.dimension` or a longer chain, whose last but one says where it leads. */
function partsOfName(parts: readonly string[], catalog: Catalog): number {
  const [owner, name] = [parts.at(-2), parts.at(-1) ?? ''];
  const field = fieldSizes(catalog);
  if (owner !== undefined) return field(catalog.roles.get(owner) ?? owner, name).parts;
  const metric = catalog.metrics.get(name);
  return metric ? sizeOfMetric(metric, field).parts : 1;
}

const isDimension = (target: BoundBy['target']): target is DimensionName =>
  target !== 'time' && 'dimension' in target;

/** What names inside datasets stand for. */
export const fieldSizes =
  (catalog: Catalog): SizeOfField =>
  (dataset, name) => {
    const dimension = catalog.datasets.get(dataset)?.dimensions.get(name);
    return dimension ? sizeOfFormula(dimension.formula) : ONE_PART;
  };

const targetsIn = <T>(condition: BoundCondition<T>): T[] => {
  switch (condition.kind) {
    case 'test':
      return [condition.target];
    case 'formula':
      return [];
    case 'not':
      return targetsIn(condition.term);
    default:
      return condition.terms.flatMap(targetsIn);
  }
};

function refuseAbove(limit: keyof typeof LIMITS, count: number, what: string): void {
  if (count <= LIMITS[limit]) return;
  throw new Failure('QUERY.LIMIT', `The question has ${count} ${what}; ${LIMITS[limit]} are the limit.`, {
    hint: 'ask for less at once',
  });
}
