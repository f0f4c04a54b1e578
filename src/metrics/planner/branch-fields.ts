import { Failure } from '../../base/failure';
import type { DimensionName } from '../model/catalog';
import type { RowExpression } from '../model/expression';
import { isFinerThanDay } from '../model/grain';
import { reach } from '../model/join-graph';
import type { PlanExpression } from '../model/plan';
import { isTemporal, typeName } from '../model/value-type';
import type { AskedLeaf, Branch } from './asked-leaf';
import { bindRowFormula } from './bind-row-formula';
import type { BoundBy, BoundQuery, RowCondition } from './bound-query';
import { momentFor } from './calendar';
import { allOf, anyOf, lit, test } from './expressions';
import { JoinTree } from './join-tree';
import { bucket, lower, partOf, wallTime } from './lower';
import type { PlanScope } from './plan-scope';
import { seenFrom, type Wanted } from './reach';
import { segmentPath } from './segment-path';
import { testExpression } from './tests';

/** What one branch's names mean: columns through its joins, `time`, the question's conditions. */
export class BranchFields {
  readonly joins: JoinTree;

  constructor(
    private readonly scope: PlanScope,
    private readonly query: BoundQuery,
    private readonly branch: Branch,
  ) {
    this.joins = new JoinTree(scope, branch.home);
  }

  get home(): string {
    return this.branch.home;
  }

  row(expression: RowExpression): PlanExpression {
    return lower(expression, this.joins.field, this.scope.context);
  }

  /** The rows that count for one leaf: its own condition and those that are only for its metric. */
  leafCondition({ leaf, only }: AskedLeaf): PlanExpression | null {
    return allOf([leaf.where && this.row(leaf.where), ...only.map((c) => this.condition(c, false))]);
  }

  /** The question's conditions and segments. */
  question(): PlanExpression | null {
    const members = this.query.segments.map((segment, i) =>
      this.joins.member(
        segment,
        segmentPath(this.scope.catalog, segment, this.home, this.metric, `segments[${i}]`),
      ),
    );
    return allOf([...this.query.where.map((c) => this.condition(c, false)), ...members]);
  }

  private seen(dimension: DimensionName, purpose: Wanted['purpose'], path: string): RowExpression {
    const { metric, query } = this;
    const wanted = { purpose, metric, path, metrics: query.metrics };
    return seenFrom(this.scope.catalog, this.home, dimension, wanted);
  }

  key(by: BoundBy, path: string): PlanExpression {
    if (by.target !== 'time' && 'entity' in by.target)
      return this.entityKey(by.target.entity, by.target.column);
    const value = by.target === 'time' ? this.time(path) : this.row(this.seen(by.target, 'by', path));
    if (by.grain === null && by.part === null) return value;
    if (
      value.type.kind === 'date' &&
      ((by.grain && isFinerThanDay(by.grain)) || by.part === 'hour_of_day' || by.part === 'minute_of_hour')
    ) {
      throw new Failure(
        'GRAIN.TOO_FINE',
        `"${this.metric}" is dated by a ${typeName(value.type)}; it has no ${by.grain ?? by.part}.`,
        { path, hint: 'ask for day or coarser' },
      );
    }
    return by.grain
      ? bucket(value, by.grain, this.scope.context)
      : partOf(value, by.part!, this.scope.context);
  }

  private entityKey(entity: string, column: string): PlanExpression {
    const found = reach(this.scope.catalog, this.home, [entity]);
    return this.joins.key(found.kind === 'path' ? found.path : [], entity, column);
  }

  private condition(condition: RowCondition, negated: boolean): PlanExpression {
    switch (condition.kind) {
      case 'not':
        return this.condition(condition.term, !negated);
      case 'and':
      case 'or': {
        const terms = condition.terms.map((t) => this.condition(t, negated));
        const all = (condition.kind === 'and') !== negated;
        return all ? (allOf(terms) ?? lit(true, { kind: 'boolean' })) : anyOf(terms);
      }
      case 'formula': {
        const value = this.row(bindRowFormula(this.scope.catalog, this.home, condition));
        return negated ? test('not', value) : value;
      }
      case 'test': {
        const { target, path } = condition;
        const field = target === 'time' ? this.time(path) : this.row(this.seen(target, 'where', path));
        if (isTemporal(field.type)) wallTime(field, this.scope.context);
        return testExpression(condition, field, this.scope.context, negated);
      }
    }
  }

  /** The period as bounds on the branch's own time; rows without a time are outside (semantics 28). */
  period(): PlanExpression | null {
    const { period } = this.query;
    if (!period) return null;
    const { context } = this.scope;
    const time = this.time('period');
    wallTime(time, context);
    const bound = (text: string): PlanExpression => lit(momentFor(text, time.type, context), time.type);
    return allOf([
      period.from === null ? null : test('gte', time, bound(period.from)),
      period.to === null ? null : test('lt', time, bound(period.to)),
    ]);
  }

  private get metric(): string {
    return this.branch.leaves[0]?.metric ?? this.home;
  }

  /** The branch's time. @throws Failure TIME.NONE. */
  time(path: string): PlanExpression {
    if (this.branch.time) return this.row(this.branch.time);
    if (this.branch.leaves.length === 0)
      throw new Failure('TIME.NONE', 'Without a metric there is no `time`.', {
        path,
        hint: 'name the time dimension',
      });
    throw new Failure(
      'TIME.NONE',
      `"${this.metric}" has no time: the dataset "${this.home}" declares none.`,
      {
        path,
        hint: `leave the time out, or declare \`time:\` in the dataset "${this.home}"`,
      },
    );
  }
}
