import type { Dataset, Segment } from '../model/catalog';
import type { PerReference, RowReference } from '../model/expression';
import type { PlanExpression, PlanJoin, Source } from '../model/plan';
import type { ValueType } from '../model/value-type';
import { allOf, call, test } from './expressions';
import { isNullOnNull, lower } from './lower';
import type { PlanScope, ValueStep } from './plan-scope';

const sourceOf = (dataset: Dataset, alias: string): Source => ({
  ...dataset.source,
  alias,
  dataset: dataset.name,
});

/** The joins that one scan of a home dataset needs, found as its fields are asked for. */
export class JoinTree {
  private readonly joined = new Map<string, PlanJoin>();

  constructor(
    private readonly scope: PlanScope,
    readonly home: string,
  ) {}

  get from(): Source {
    return sourceOf(this.dataset(this.home), this.home);
  }

  get joins(): readonly PlanJoin[] {
    return [...this.joined.values()];
  }

  /** A column, dimension or value per entity as a field of the scan; behind a join that found no row it is NULL (semantics 9). */
  readonly field = (to: RowReference, type: ValueType): PlanExpression => {
    switch (to.kind) {
      case 'column':
        return this.column(to.path, to.dataset, to.name);
      case 'per':
        return this.per(to, type);
      case 'dimension': {
        const { formula } = this.dataset(to.dataset).dimensions.get(to.name)!;
        const inDataset = (own: RowReference): PlanExpression =>
          this.column(to.path, own.dataset, own.kind === 'per' ? '' : own.name);
        const value = lower(formula, inDataset, this.scope.context);
        return isNullOnNull(formula) ? value : this.whereFound(to.path, to.dataset, value);
      }
    }
  };

  /** A key column of the entity at the end of a path, NULL where no such entity exists. */
  key(path: readonly string[], dataset: string, column: string): PlanExpression {
    return this.column(path, dataset, column);
  }

  /** True for rows whose entity is in the segment; orphans are in none (semantics 6). */
  member(segment: Segment, path: readonly string[]): PlanExpression {
    const members = this.scope.entities.members(this.scope, segment);
    return test('is_not_null', this.valueOf(members, path, this.link(path, segment.of), members.keys[0]!));
  }

  /** True for rows whose key is there but leads nowhere, at the last join of the path. */
  dangling(path: readonly string[]): PlanExpression {
    const alias = this.alias(path);
    const { on } = this.joined.get(alias)!;
    return allOf([...on.map((pair) => test('is_not_null', pair.left)), test('is_null', on[0]!.right)])!;
  }

  /** The entity's value; where it has no rows, the value over no rows; where there is no entity, NULL. */
  private per(to: PerReference, type: ValueType): PlanExpression {
    const values = this.scope.entities.per(this.scope, to);
    const key = this.dataset(to.dataset).key.map((name) => this.raw(to.path, to.dataset, name));
    const value = this.valueOf(values, to.path, key, values.value);
    const none = lower(
      to.formula,
      ({ leaf }) => ({ kind: 'literal', value: to.leaves[leaf]!.empty, type: to.leaves[leaf]!.type }),
      this.scope.context,
    );
    const present = test('is_not_null', this.valueOf(values, to.path, key, values.keys[0]!));
    return {
      kind: 'case',
      branches: [{ when: present, value }],
      otherwise: this.whereFound(to.path, to.dataset, none),
      type,
    };
  }

  /** The columns that equal the entity's key: its own, or those that point to it, which spares the join. */
  private link(path: readonly string[], dataset: string): readonly PlanExpression[] {
    const before = path.slice(0, -1);
    const owner = this.datasetAt(before);
    const join = path.length ? owner.joins.get(path.at(-1)!) : undefined;
    return join
      ? join.columns.map((name) => this.raw(before, owner.name, name))
      : this.dataset(dataset).key.map((name) => this.raw([], dataset, name));
  }

  /** A column of a step with one row per entity, joined on the entity's key. */
  private valueOf(
    values: ValueStep,
    path: readonly string[],
    key: readonly PlanExpression[],
    column: string,
  ): PlanExpression {
    const alias = [...path, values.step.name].join('__');
    const field = (name: string): PlanExpression => ({
      kind: 'reference',
      to: { alias, field: name },
      type: values.step.columns.find((c) => c.name === name)!.value.type,
    });
    if (!this.joined.has(alias)) {
      const on = key.map((left, i) => ({ left, right: field(values.keys[i]!) }));
      this.joined.set(alias, { source: { kind: 'step', alias, step: values.step.name }, on });
    }
    return field(column);
  }

  /** The value where the joins along the path found a row, else NULL. */
  private whereFound(path: readonly string[], dataset: string, value: PlanExpression): PlanExpression {
    if (path.length === 0) return value;
    const found = allOf(
      this.dataset(dataset).key.map((key) => test('is_not_null', this.column(path, dataset, key))),
    )!;
    return { kind: 'case', branches: [{ when: found, value }], otherwise: null, type: value.type };
  }

  private column(path: readonly string[], dataset: string, name: string): PlanExpression {
    const reference = this.raw(path, dataset, name);
    return call('read', [reference], reference.type);
  }

  private raw(path: readonly string[], dataset: string, name: string): PlanExpression {
    return {
      kind: 'reference',
      to: { alias: this.alias(path), field: name },
      type: this.dataset(dataset).columns.get(name)!.type,
    };
  }

  private dataset(name: string): Dataset {
    return this.scope.catalog.datasets.get(name)!;
  }

  /** The alias of the dataset at the end of a path; adds the joins to it. */
  private alias(path: readonly string[]): string {
    if (path.length === 0) return this.home;
    const alias = path.join('__');
    if (this.joined.has(alias)) return alias;
    const before = path.slice(0, -1);
    const left = this.alias(before);
    const owner = this.datasetAt(before);
    const join = owner.joins.get(path.at(-1)!)!;
    const target = this.dataset(join.to);
    const key = (dataset: Dataset, at: string, name: string): PlanExpression => ({
      kind: 'reference',
      to: { alias: at, field: name },
      type: dataset.columns.get(name)!.type,
    });
    this.joined.set(alias, {
      source: sourceOf(target, alias),
      on: join.columns.map((column, i) => ({
        left: key(owner, left, column),
        right: key(target, alias, join.keys[i]!),
      })),
    });
    return alias;
  }

  private datasetAt(path: readonly string[]): Dataset {
    return path.reduce((dataset, step) => this.dataset(dataset.joins.get(step)!.to), this.dataset(this.home));
  }
}
