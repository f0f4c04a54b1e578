import type { Catalog, Dataset } from '../model/catalog';
import type { RowReference } from '../model/expression';
import type { PlanExpression, PlanJoin, Source } from '../model/plan';
import type { ValueType } from '../model/value-type';
import { allOf, call, test } from './expressions';
import { isNullOnNull, type LowerContext, lower } from './lower';

const source = (dataset: Dataset, alias: string): Source => ({
  kind: 'table',
  alias,
  dataset: dataset.name,
  table: dataset.table,
});

/** The joins that one scan of a home dataset needs, found as its fields are asked for. */
export class JoinTree {
  private readonly joined = new Map<string, PlanJoin>();

  constructor(
    private readonly catalog: Catalog,
    readonly home: string,
    private readonly context: LowerContext,
  ) {}

  get from(): Source {
    return source(this.dataset(this.home), this.home);
  }

  get joins(): readonly PlanJoin[] {
    return [...this.joined.values()];
  }

  /** A column or dimension as a field of the scan; a dimension behind a join that found no row is NULL (semantics 9). */
  readonly field = (to: RowReference, type: ValueType): PlanExpression => {
    if (to.kind === 'column') return this.column(to.path, to.dataset, to.name, type);
    const { formula } = this.dataset(to.dataset).dimensions.get(to.name)!;
    const value = lower(
      formula,
      (own, ownType) => this.column(to.path, own.dataset, own.name, ownType),
      this.context,
    );
    if (to.path.length === 0 || isNullOnNull(formula)) return value;
    return {
      kind: 'case',
      branches: [{ when: this.found(to.path, to.dataset), value: value }],
      otherwise: null,
      type: value.type,
    };
  };

  private column(path: readonly string[], dataset: string, name: string, type: ValueType): PlanExpression {
    const reference: PlanExpression = {
      kind: 'reference',
      to: { alias: this.alias(path), field: name },
      type: this.dataset(dataset).columns.get(name)?.type ?? type,
    };
    return call('read', [reference], reference.type);
  }

  /** True where the joins along the path found a row. */
  private found(path: readonly string[], dataset: string): PlanExpression {
    const target = this.dataset(dataset);
    return allOf(
      target.key.map((key) =>
        test('is_not_null', this.column(path, dataset, key, target.columns.get(key)!.type)),
      ),
    )!;
  }

  /** True for rows whose key is there but leads nowhere, at the last join of the path. */
  dangling(path: readonly string[]): PlanExpression {
    const alias = this.alias(path);
    const { on } = this.joined.get(alias)!;
    return allOf([...on.map((pair) => test('is_not_null', pair.left)), test('is_null', on[0]!.right)])!;
  }

  private dataset(name: string): Dataset {
    return this.catalog.datasets.get(name)!;
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
      source: source(target, alias),
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
