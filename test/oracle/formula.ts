import { DAY } from './civil';
import { type Clock, instantOf, moved } from './clock';
import { call, datePart } from './functions';
import { arithmetic, negated } from './numbers';
import { assertDecided, compareValues, fold, isNumber, isTime, parseCell, type Value } from './value';
import type { Aggregate, ColumnType, CompareOperator, Formula, LiteralType, Per, Reference } from './world';

/** Where a formula gets its values from: a row, or the finished aggregates of a cell. */
export interface Surroundings {
  readonly clock: Clock;
  reference(reference: Reference): Value;
  aggregate(aggregate: Aggregate): Value;
  metric(name: string): Value;
  per(per: Per): Value;
  now(): Value;
}

type Truth = boolean | null;

const LITERAL_TYPES: Readonly<Record<LiteralType, ColumnType>> = {
  boolean: 'boolean',
  integer: 'bigint',
  decimal: 'decimal(38,18)',
  string: 'string',
  date: 'date',
  timestamp: 'timestamp',
  timestamptz: 'timestamptz',
  null: 'string',
};

const truth = (value: Value): Truth => (value === null ? null : value === true);

function allOf(values: readonly Truth[]): Truth {
  return values.includes(false) ? false : values.includes(null) ? null : true;
}
const anyOf = (values: readonly Truth[]): Truth => invert(allOf(values.map(invert)));
const invert = (value: Truth): Truth => (value === null ? null : !value);

const HOLDS: Readonly<Record<CompareOperator, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** A date beside a timestamp is local midnight, and a wall time beside an instant the instant that it means. */
function ordered(left: Value, right: Value, clock: Clock): number {
  const { decisions } = clock;
  if (isNumber(left) && isNumber(right)) assertDecided(left, right);
  if (!isTime(left) || !isTime(right) || left.kind === right.kind)
    return compareValues(fold(left, decisions), fold(right, decisions));
  if (left.kind === 'instant' || right.kind === 'instant')
    return Math.sign(instantOf(left, clock) - instantOf(right, clock));
  return left.kind === 'date'
    ? compareValues({ ...right, at: left.at * DAY }, right)
    : compareValues(left, { ...left, at: right.at * DAY });
}

function compared(op: CompareOperator, left: Value, right: Value, clock: Clock): Truth {
  if (left === null || right === null) return clock.decisions.formulasThreeValued ? null : false;
  return HOLDS[op](ordered(left, right, clock));
}

function isSame(left: Value, right: Value, clock: Clock): boolean {
  if (left === null || right === null) return left === right;
  return ordered(left, right, clock) === 0;
}

/** The value of a formula: SQL's three-valued logic, our arithmetic. */
export function evaluate(formula: Formula, at: Surroundings): Value {
  const value = (part: Formula): Value => evaluate(part, at);
  switch (formula.kind) {
    case 'literal':
      return parseCell(formula.text, LITERAL_TYPES[formula.type], at.clock.decisions);
    case 'reference':
      return at.reference(formula);
    case 'aggregate':
      return at.aggregate(formula);
    case 'metric':
      return at.metric(formula.name);
    case 'arithmetic':
      return arithmetic(formula.op, value(formula.left), value(formula.right), at.clock.decisions);
    case 'negate':
      return negated(value(formula.of));
    case 'case': {
      const taken = formula.branches.find((branch) => value(branch.when) === true)?.take ?? formula.otherwise;
      return taken && value(taken);
    }
    case 'coalesce':
      return formula.of.map(value).find((each) => each !== null) ?? null;
    case 'nullif':
      return isSame(value(formula.left), value(formula.right), at.clock) ? null : value(formula.left);
    case 'extract':
      return datePart(formula.part, value(formula.of), at.clock);
    case 'moved':
      return moved(value(formula.of), formula.count, formula.unit, at.clock);
    case 'call':
      return call(formula.fn, formula.args.map(value), at.clock.decisions);
    case 'per':
      return at.per(formula);
    case 'now':
      return at.now();
    default:
      return condition(formula, at);
  }
}

type ConditionKind =
  | 'compare'
  | 'distinct_from'
  | 'and'
  | 'or'
  | 'not'
  | 'is_null'
  | 'is_true'
  | 'in'
  | 'between';

function condition(formula: Extract<Formula, { kind: ConditionKind }>, at: Surroundings): Truth {
  const value = (part: Formula): Value => evaluate(part, at);
  const truths = (parts: readonly Formula[]): Truth[] => parts.map((part) => truth(value(part)));
  switch (formula.kind) {
    case 'compare':
      return compared(formula.op, value(formula.left), value(formula.right), at.clock);
    case 'distinct_from':
      return isSame(value(formula.left), value(formula.right), at.clock) === formula.negated;
    case 'and':
      return allOf(truths(formula.of));
    case 'or':
      return anyOf(truths(formula.of));
    case 'not':
      return invert(truth(value(formula.of)));
    case 'is_null':
      return (value(formula.of) === null) !== formula.negated;
    case 'is_true':
      return (value(formula.of) === true) !== formula.negated;
    case 'in': {
      const found = anyOf(
        formula.list.map((each) => compared('=', value(formula.of), value(each), at.clock)),
      );
      return formula.negated ? invert(found) : found;
    }
    case 'between': {
      const of = value(formula.of);
      return allOf([
        compared('>=', of, value(formula.low), at.clock),
        compared('<=', of, value(formula.high), at.clock),
      ]);
    }
  }
}
