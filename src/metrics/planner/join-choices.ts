import type { Catalog, Dataset, Join } from '../model/catalog';
import { reach } from '../model/join-graph';
import type { OutputColumn, Plan, PlanExpression, PlanJoin, SelectStep } from '../model/plan';

/** A join of datasets in a plan, and the reasons for it. */
export interface JoinChoice {
  /** The step that joins. */
  readonly step: string;
  /** Names of datasets: each row of `from` finds at most one row of `to`. */
  readonly from: string;
  readonly to: string;
  /** As `from` declares it: `columns[i]` there equals `keys[i]` of `to`. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly keys: readonly string[];
  /** What needs it, such as `groups by customers__region`. */
  readonly needs: readonly string[];
  /** Why this way and no other. */
  readonly because: string;
}

/** The joins of datasets that a plan makes, in its order; joins of steps with steps put parts together and choose nothing. */
export function joinChoices(plan: Plan, catalog: Catalog): readonly JoinChoice[] {
  return plan.steps.flatMap((step) =>
    step.kind === 'select' && step.from.kind !== 'step' ? choicesOf(step, catalog) : [],
  );
}

interface Stop {
  readonly dataset: Dataset;
  /** The joins from the home to here. */
  readonly path: readonly string[];
}

function choicesOf(step: SelectStep, catalog: Catalog): readonly JoinChoice[] {
  const home = step.from.kind === 'step' ? undefined : catalog.datasets.get(step.from.dataset);
  if (home === undefined) return [];
  const stops = new Map<string, Stop>([[step.from.alias, { dataset: home, path: [] }]]);
  return step.joins.flatMap((planned): readonly JoinChoice[] => {
    const before = stops.get(aliasOf(planned.on[0]?.left) ?? '');
    const target = planned.source.kind === 'step' ? undefined : catalog.datasets.get(planned.source.dataset);
    const join = before && target && declared(before.dataset, target, planned);
    if (!join) return [];
    const path = [...before.path, join.name];
    stops.set(planned.source.alias, { dataset: target, path });
    const { name, columns, keys } = join;
    const because = reasonOf(catalog, home, path, target.name);
    const needs = needsOf(step, planned.source.alias);
    const ends = { from: before.dataset.name, to: target.name };
    return [{ step: step.name, ...ends, name, columns, keys, needs, because }];
  });
}

const aliasOf = (side: PlanExpression | undefined): string | null =>
  side?.kind === 'reference' ? side.to.alias : null;

const fieldOf = (side: PlanExpression): string | null => (side.kind === 'reference' ? side.to.field : null);

/** The declared join that a planned one carries out; two of the same columns are told apart by the alias, which ends with the name. */
function declared(from: Dataset, to: Dataset, { source, on }: PlanJoin): Join | undefined {
  const fits = [...from.joins.values()].filter(
    (join) =>
      join.to === to.name &&
      join.columns.length === on.length &&
      on.every((pair, i) => fieldOf(pair.left) === join.columns[i] && fieldOf(pair.right) === join.keys[i]),
  );
  return fits.find(({ name }) => source.alias === name || source.alias.endsWith(`__${name}`)) ?? fits[0];
}

function reasonOf(catalog: Catalog, home: Dataset, path: readonly string[], target: string): string {
  const role = path.at(-1)!;
  if (catalog.roles.has(role)) return `the role "${role}" is named`;
  const found = reach(catalog, home.name, [target]);
  if (found.kind === 'path' && found.path.join() === path.join()) {
    return home.via.get(target) === path[0]
      ? `\`via:\` of "${home.name}" chooses it`
      : `the only way from "${home.name}" to "${target}"`;
  }
  const others = found.kind === 'ambiguous' ? found.paths.filter((way) => way.join() !== path.join()) : [];
  const besides = others.length > 0 ? `, not by ${others.map((way) => way.join('.')).join(' or ')}` : '';
  return `the way ${path.join('.')} is spelled out${besides}`;
}

/** The parts of the step that read the joined rows. */
function needsOf(step: SelectStep, alias: string): readonly string[] {
  const reads = (e: PlanExpression | null): boolean => e !== null && mentions(e, alias);
  const column = ({ name, value }: OutputColumn): string[] => {
    const read =
      value.kind === 'aggregate'
        ? [...value.args, value.filter].some((part) => reads(part))
        : value.kind !== 'position' && reads(value);
    if (!read) return [];
    return [step.groupBy?.includes(name) ? `groups by ${name}` : `gives ${name}`];
  };
  const onwards = step.joins
    .filter((join) => join.source.alias !== alias && join.on.some(({ left }) => reads(left)))
    .map(({ source }) => `leads on to ${source.kind === 'step' ? source.step : source.dataset}`);
  return [...step.columns.flatMap(column), ...(reads(step.where) ? ['keeps rows'] : []), ...onwards];
}

function mentions(e: PlanExpression, alias: string): boolean {
  switch (e.kind) {
    case 'literal':
      return false;
    case 'reference':
      return e.to.alias === alias;
    case 'call':
      return e.args.some((arg) => mentions(arg, alias));
    case 'case':
      return (
        e.branches.some(({ when, value }) => mentions(when, alias) || mentions(value, alias)) ||
        (e.otherwise !== null && mentions(e.otherwise, alias))
      );
  }
}
