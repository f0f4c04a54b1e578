import type { Decisions } from './decisions';
import { call, datePart } from './functions';
import { arithmetic, negated } from './numbers';
import { compareValues, fold, parseCell, type Value } from './value';
import type { Aggregate, ColumnType, CompareOperator, Formula, LiteralType, Reference } from './world';

/** Where a formula gets its values from: a row, or the finished aggregates of a cell. */
export interface Surroundings {
  readonly decisions: Decisions;
  /** Zone of local days and hours. */
  readonly zone: string;
  reference(reference: Reference): Value;
  aggregate(aggregate: Aggregate): Value;
  metric(name: string): Value;
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

function compared(op: CompareOperator, left: Value, right: Value, decisions: Decisions): Truth {
  if (left === null || right === null) return decisions.formulasThreeValued ? null : false;
  return HOLDS[op](compareValues(fold(left, decisions), fold(right, decisions)));
}

function isSame(left: Value, right: Value, decisions: Decisions): boolean {
  if (left === null || right === null) return left === right;
  return compareValues(fold(left, decisions), fold(right, decisions)) === 0;
}

/** The value of a formula: SQL's three-valued logic, our arithmetic. */
export function evaluate(formula: Formula, at: Surroundings): Value {
  const value = (part: Formula): Value => evaluate(part, at);
  switch (formula.kind) {
    case 'literal':
      return parseCell(formula.text, LITERAL_TYPES[formula.type], at.decisions);
    case 'reference':
      return at.reference(formula);
    case 'aggregate':
      return at.aggregate(formula);
    case 'metric':
      return at.metric(formula.name);
    case 'arithmetic':
      return arithmetic(formula.op, value(formula.left), value(formula.right), at.decisions);
    case 'negate':
      return negated(value(formula.of));
    case 'case': {
      const taken = formula.branches.find((branch) => value(branch.when) === true)?.take ?? formula.otherwise;
      return taken && value(taken);
    }
    case 'coalesce':
      return formula.of.map(value).find((each) => each !== null) ?? null;
    case 'nullif':
      return isSame(value(formula.left), value(formula.right), at.decisions) ? null : value(formula.left);
    case 'extract':
      return datePart(formula.part, value(formula.of), at.zone);
    case 'call':
      return call(formula.fn, formula.args.map(value), at.decisions);
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
      return compared(formula.op, value(formula.left), value(formula.right), at.decisions);
    case 'distinct_from':
      return isSame(value(formula.left), value(formula.right), at.decisions) === formula.negated;
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
        formula.list.map((each) => compared('=', value(formula.of), value(each), at.decisions)),
      );
      return formula.negated ? invert(found) : found;
    }
    case 'between': {
      const of = value(formula.of);
      return allOf([
        compared('>=', of, value(formula.low), at.decisions),
        compared('<=', of, value(formula.high), at.decisions),
      ]);
    }
  }
}
