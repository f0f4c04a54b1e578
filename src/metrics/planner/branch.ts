import { Failure } from '../../base/failure';
import { AGGREGATE_KINDS } from '../kinds/aggregates';
import type { Catalog, Leaf } from '../model/catalog';
import type { RowExpression } from '../model/expression';
import { isFinerThanDay } from '../model/grain';
import type { OutputColumn, PlanExpression, SelectStep } from '../model/plan';
import { typeName } from '../model/value-type';
import type { BoundBy, BoundCondition, BoundQuery } from './bound-query';
import { momentFor } from './calendar';
import { allOf, anyOf, lit, test } from './expressions';
import { JoinTree } from './join-tree';
import { bucket, lower } from './lower';
import { seenFrom } from './reach';
import { testExpression } from './tests';

/** A leaf as the question needs it, and the metric that brought it in (for errors). */
export interface AskedLeaf {
  readonly leaf: Leaf;
  readonly metric: string;
  /** The names of its state columns in the branch. */
  readonly states: readonly string[];
}

/** Leaves that one scan can answer: the same home, and the same time where the question is about time. */
export interface Branch {
  readonly name: string;
  readonly home: string;
  readonly time: RowExpression | null;
  readonly leaves: readonly AskedLeaf[];
}

/** One scan: joins, conditions, groups, and the states of every leaf. */
export function branchStep(catalog: Catalog, query: BoundQuery, branch: Branch): SelectStep {
  const scope = new BranchScope(catalog, query, branch);
  const keys = query.by.map((by, i): OutputColumn => ({ name: by.name, value: scope.key(by, `by[${i}]`) }));
  const shared = sharedFilter(branch.leaves) !== undefined;
  const states = branch.leaves.flatMap(({ leaf, states: names }) => {
    const args = leaf.args.map((a) => scope.row(a));
    const filter = shared ? null : scope.row(leaf.where);
    return AGGREGATE_KINDS[leaf.aggregate]
      .states(leaf, args, filter)
      .map((value, s): OutputColumn => ({ name: names[s]!, value }));
  });
  const where = branchCondition(scope, branch);
  return {
    kind: 'select',
    name: branch.name,
    comment: `one row per group of ${branch.home}`,
    where,
    from: scope.joins.from,
    joins: scope.joins.joins,
    groupBy: query.by.map((b) => b.name),
    columns: [...keys, ...states],
    order: [],
    limit: null,
    offset: null,
  };
}

/** The rows that count: for at least one leaf, under the question's conditions, in its period. */
export function branchCondition(scope: BranchScope, { leaves }: Branch): PlanExpression | null {
  const shared = sharedFilter(leaves);
  const own =
    shared === undefined ? anyLeaf(leaves.map(({ leaf }) => scope.row(leaf.where))) : scope.row(shared);
  return allOf([own, scope.question(), scope.period()]);
}

/** The one condition of all leaves (null = none of them has any), or undefined when they differ. */
function sharedFilter(leaves: readonly AskedLeaf[]): RowExpression | null | undefined {
  const texts = new Set(leaves.map(({ leaf }) => JSON.stringify(leaf.where)));
  return texts.size === 1 ? leaves[0]!.leaf.where : undefined;
}

/** A row that counts for no leaf must not make a group (guarantee 6: a group is there for its metrics, not for their companions). */
function anyLeaf(filters: readonly (PlanExpression | null)[]): PlanExpression | null {
  const present = filters.filter((f) => f !== null);
  return present.length < filters.length ? null : anyOf(present);
}

/** What one branch's names mean: columns through its joins, `time`, the question's conditions. */
export class BranchScope {
  readonly joins: JoinTree;

  constructor(
    private readonly catalog: Catalog,
    private readonly query: BoundQuery,
    private readonly branch: Branch,
  ) {
    this.joins = new JoinTree(catalog, branch.home, query.context);
  }

  row(expression: RowExpression): PlanExpression;
  row(expression: RowExpression | null): PlanExpression | null;
  row(expression: RowExpression | null): PlanExpression | null {
    return expression && lower(expression, this.joins.field, this.query.context);
  }

  key(by: BoundBy, path: string): PlanExpression {
    if (by.kind === 'time') {
      const time = this.time(path);
      if (time.type.kind === 'date' && isFinerThanDay(by.grain)) {
        throw new Failure(
          'GRAIN.TOO_FINE',
          `"${this.metric}" is dated by a ${typeName(time.type)}; it has no ${by.grain}.`,
          { path, hint: 'ask for day or coarser' },
        );
      }
      return bucket(time, by.grain, this.query.context);
    }
    const value = this.row(seenFrom(this.catalog, this.branch.home, by.dimension, 'by', this.metric, path));
    return by.grain ? bucket(value, by.grain, this.query.context) : value;
  }

  question(): PlanExpression | null {
    return this.query.where && this.condition(this.query.where, false);
  }

  private condition(condition: BoundCondition, negated: boolean): PlanExpression {
    switch (condition.kind) {
      case 'not':
        return this.condition(condition.term, !negated);
      case 'and':
      case 'or': {
        const terms = condition.terms.map((t) => this.condition(t, negated));
        const all = (condition.kind === 'and') !== negated;
        return all ? (allOf(terms) ?? lit(true, { kind: 'boolean' })) : anyOf(terms);
      }
      case 'test': {
        const field =
          condition.target === 'time'
            ? this.time(condition.path)
            : this.row(
                seenFrom(
                  this.catalog,
                  this.branch.home,
                  condition.target,
                  'where',
                  this.metric,
                  condition.path,
                ),
              );
        return testExpression(condition, field, this.query.context, negated);
      }
    }
  }

  /** The period as bounds on the branch's own time; rows without a time are outside (semantics 28). */
  period(): PlanExpression | null {
    const { period, context } = this.query;
    if (!period) return null;
    const time = this.time('period');
    const bound = (text: string): PlanExpression => lit(momentFor(text, time.type, context), time.type);
    return allOf([
      period.from === undefined ? null : test('gte', time, bound(period.from)),
      period.to === undefined ? null : test('lt', time, bound(period.to)),
    ]);
  }

  private get metric(): string {
    return this.branch.leaves[0]!.metric;
  }

  private time(path: string): PlanExpression {
    if (this.branch.time) return this.row(this.branch.time);
    throw new Failure(
      'TIME.NONE',
      `"${this.metric}" has no time: the dataset "${this.branch.home}" declares none.`,
      { path, hint: `leave the time out, or declare \`time:\` in the dataset "${this.branch.home}"` },
    );
  }
}
