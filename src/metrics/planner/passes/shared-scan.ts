import type { OutputColumn, PlanAggregate, PlanExpression, PlanJoin, SelectStep } from '../../model/plan';
import { INTEGER } from '../../model/value-type';
import { allOf, lit, test } from '../expressions';
import { type Guest, MERGES } from './hosting';
import type { Scan } from './scan';

/** A scan that gives its guests what they need: their aggregates, each once, beside its own. */
export class SharedScan {
  private readonly columns: OutputColumn[];
  private readonly byText: Map<string, string>;

  /** `unique` gives names that no step of the plan has: a union would take a column of the scan for its own. */
  constructor(
    readonly host: Scan,
    private readonly unique: (name: string) => string,
  ) {
    this.columns = [...host.step.columns];
    this.byText = new Map(host.aggregates.map(({ name, value }) => [JSON.stringify(value), name]));
  }

  get name(): string {
    return this.host.step.name;
  }

  /** An aggregate of the scan as a field of it. */
  aggregate(value: PlanAggregate, wish: string): PlanExpression {
    const text = JSON.stringify(value);
    const known = this.byText.get(text);
    const name = known ?? this.unique(wish);
    if (known === undefined) {
      this.byText.set(text, name);
      this.columns.push({ name, value });
    }
    return this.field(name, value);
  }

  key(value: OutputColumn['value']): PlanExpression {
    return this.field(this.host.keys.get(JSON.stringify(value))!, value);
  }

  private field(field: string, { type }: OutputColumn['value']): PlanExpression {
    return { kind: 'reference', to: { alias: this.name, field }, type };
  }

  /** The scan itself, once every guest has said what it needs. */
  step(guests: readonly Guest[]): SelectStep {
    const { step } = this.host;
    const joins = new Map<string, PlanJoin>();
    for (const { joins: own } of [step, ...guests.map((g) => g.scan.step)])
      for (const join of own) if (!joins.has(join.source.alias)) joins.set(join.source.alias, join);
    const others = guests.map((g) => g.scan.step.name).join(', ');
    return {
      ...step,
      comment: `${step.comment}, in one scan also for ${others}`,
      joins: [...joins.values()],
      columns: this.columns,
      shared: true,
    };
  }
}

/** The guest's own step, now over the groups of the scan instead of over rows: same name, same columns. */
export function guestStep(scan: SharedScan, { scan: own, extra, regroups }: Guest): SelectStep {
  const condition = allOf(extra);
  const rows = condition && own.keys.size > 0 ? presentRows(scan, own, condition) : null;
  const columns = own.step.columns.map(({ name, value }): OutputColumn => {
    if (value.kind !== 'aggregate') return { name, value: scan.key(value) };
    const state = scan.aggregate({ ...value, filter: allOf([value.filter, condition]) }, name);
    return { name, value: regroups ? merged(value, state) : state };
  });
  return {
    ...own.step,
    comment: `${own.step.comment}, from the scan ${scan.name}`,
    from: { kind: 'step', alias: scan.name, step: scan.name },
    joins: [],
    where: rows && test('gt', rows, lit('0', INTEGER)),
    groupBy: regroups ? own.step.groupBy : null,
    columns,
  };
}

/** How many rows of a group the guest has: a group without any is not in its answer (guarantee 6). */
const presentRows = (scan: SharedScan, { step }: Scan, filter: PlanExpression): PlanExpression =>
  scan.aggregate(
    { kind: 'aggregate', fn: 'count_rows', args: [], filter, type: INTEGER },
    `${step.name}_rows`,
  );

const merged = ({ fn, type }: PlanAggregate, state: PlanExpression): PlanAggregate => ({
  kind: 'aggregate',
  fn: MERGES[fn]!,
  args: [state],
  filter: null,
  type,
});
