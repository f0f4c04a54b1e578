import type { OutputColumn, Plan, PlanAggregate, PlanExpression, SelectStep } from '../../model/plan';
import { stepsRead } from '../rename-steps';

/** A step that groups the rows of a table, taken apart so that it can be compared with others. Expressions are told apart by their text. */
export interface Scan {
  readonly step: SelectStep;
  /** The table, and the steps that are joined to it: scans can only be one where these are the same. */
  readonly source: string;
  readonly joins: ReadonlyMap<string, string>;
  /** The conjunction of its condition, term by term. */
  readonly where: ReadonlyMap<string, PlanExpression>;
  /** What it groups by: expression → name of the column. */
  readonly keys: ReadonlyMap<string, string>;
  readonly aggregates: readonly { readonly name: string; readonly value: PlanAggregate }[];
}

const textOf = (value: unknown): string => JSON.stringify(value);

const conjuncts = (where: PlanExpression | null): readonly PlanExpression[] =>
  where === null ? [] : where.kind === 'call' && where.fn === 'and' ? where.args : [where];

const isAggregate = (column: OutputColumn): column is Scan['aggregates'][number] =>
  column.value.kind === 'aggregate';

/** The scans of a plan that read what another one reads too, in its order. */
export function scansOf({ steps }: Plan): readonly Scan[] {
  const scans = steps.filter((step): step is SelectStep => step.kind === 'select' && isScan(step));
  const sources = scans.map(({ from }) => textOf(from));
  const counts = new Map<string, number>();
  for (const source of sources) counts.set(source, (counts.get(source) ?? 0) + 1);
  return scans.filter((_, place) => counts.get(sources[place]!)! > 1).map(scanOf);
}

const isScan = ({ from, groupBy, order, limit, offset, columns }: SelectStep): boolean =>
  from.kind !== 'step' &&
  groupBy !== null &&
  order.length === 0 &&
  limit === null &&
  offset === null &&
  columns.every((column) => isAggregate(column) || groupBy.includes(column.name));

function scanOf(step: SelectStep): Scan {
  return {
    step,
    source: textOf([step.from, [...stepsRead(step)].sort()]),
    joins: new Map(step.joins.map((join) => [join.source.alias, textOf(join)])),
    where: new Map(conjuncts(step.where).map((term) => [textOf(term), term])),
    keys: new Map(
      step.columns.flatMap(({ name, value }) =>
        isAggregate({ name, value }) ? [] : [[textOf(value), name]],
      ),
    ),
    aggregates: step.columns.filter(isAggregate),
  };
}
