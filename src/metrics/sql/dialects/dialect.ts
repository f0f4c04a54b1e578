import type { SqlLanguage } from 'sql-formatter';
import type { FunctionName } from '../../language/functions';
import type { EngineTraits } from '../../model/engine-traits';
import type { LiteralValue } from '../../model/expression';
import type { PlanAggregate, PlanAggregateName, PlanExpression } from '../../model/plan';
import type { ValueType } from '../../model/value-type';
import type { Fragment } from '../fragment';

export type PlanCall = Extract<PlanExpression, { kind: 'call' }>;

/** Prints one call from its printed arguments. */
export type FunctionPrinter = (args: readonly Fragment[], call: PlanCall) => Fragment;

/** Prints an aggregate without its filter. */
export type AggregatePrinter = (args: readonly Fragment[], aggregate: PlanAggregate) => Fragment;

/** All that one database does differently: a table of answers. A forgotten one does not compile. */
export interface Dialect {
  readonly name: string;
  /** What the formatter of SQL for people calls it. */
  readonly formatterLanguage: SqlLanguage;
  /** What is cheap here and what is dear: passes go by it. */
  readonly traits: EngineTraits;
  readonly functions: Readonly<Record<FunctionName, FunctionPrinter>>;
  readonly aggregates: Readonly<Record<PlanAggregateName, AggregatePrinter>>;
  /** What is made of an aggregate with its filter, so that the value has the planned type. */
  readonly finished: (value: Fragment, aggregate: PlanAggregate) => Fragment;
  readonly literal: (value: LiteralValue, type: ValueType) => Fragment;
  /** How a name is written, before it is quoted: another one where the database would cut it off. */
  readonly nameOf: (name: string) => string;
}
