import { nearest } from '../../base/did-you-mean';
import type { Expression } from '../model/expression';
import {
  BOOLEAN,
  DOUBLE,
  INTEGER,
  NULL_TYPE,
  parseColumnType,
  STRING,
  typeName,
  type ValueType,
} from '../model/value-type';
import { FUNCTIONS, type FunctionName, isFunctionName } from './functions';
import { decimalOf, literal, readLiteral } from './literals';
import type { FormulaProblem, Syntax } from './syntax';
import { type Argument, unifyAll } from './unify';

export type NameSyntax = Extract<Syntax, { kind: 'name' }>;
export type CallSyntax = Extract<Syntax, { kind: 'call' }>;

/** What a formula's surroundings decide: what names mean, and what to do with calls that are no scalar functions. */
export interface Environment<R> {
  readonly name: (name: NameSyntax) => Expression<R> | null;
  /** Handles aggregates and metric forms; undefined = not mine, null = mine but wrong (already reported). */
  readonly special: (call: CallSyntax) => Expression<R> | null | undefined;
  readonly problem: (problem: FormulaProblem) => void;
}

/** Stands for a part that was reported as wrong: fits everywhere, so that one fault is reported once. */
const poison = <R>(): Expression<R> => literal<R>(null, NULL_TYPE);

/** Looks up names, infers types and inserts conversions. All problems go to the environment; the result is then only a stand-in. */
export function bind<R>(syntax: Syntax, env: Environment<R>): Expression<R> {
  switch (syntax.kind) {
    case 'literal':
      return constant(syntax);
    case 'name':
      return env.name(syntax) ?? poison();
    case 'cast':
      return cast(syntax, env);
    case 'case':
      return cases(syntax, env);
    case 'call': {
      if (!syntax.operator) {
        const special = env.special(syntax);
        if (special !== undefined) return special ?? poison();
      }
      return call(syntax, env);
    }
  }
}

function constant<R>(syntax: Extract<Syntax, { kind: 'literal' }>): Expression<R> {
  switch (syntax.form) {
    case 'null':
      return poison();
    case 'boolean':
      return literal(syntax.text === 'true', BOOLEAN);
    case 'string':
      return literal(syntax.text, STRING);
    case 'double':
      return literal(Number(syntax.text), DOUBLE);
    case 'decimal': {
      const { value, type } = decimalOf(syntax.text);
      return literal(value, type);
    }
    case 'integer': {
      const value = BigInt(syntax.text);
      return literal(
        value.toString(),
        value === BigInt.asIntN(64, value) ? INTEGER : { kind: 'integer', bits: 128 },
      );
    }
  }
}

export const asArgument = <R>(e: Expression<R>): Argument => ({
  type: e.type,
  literal: e.kind === 'literal',
});

function call<R>(syntax: CallSyntax, env: Environment<R>): Expression<R> {
  const name = syntax.name;
  if (!isFunctionName(name) || FUNCTIONS[name].usage === null || (!syntax.operator && isOperatorOnly(name)))
    return unknownFunction(syntax, env);
  if (syntax.distinct || syntax.star || syntax.filter || syntax.named.length) {
    env.problem({
      code: 'FORMULA.ARGUMENTS',
      message: `"${name}" is no aggregate: distinct, *, filter and named arguments do not belong to it.`,
      range: syntax.range,
    });
    return poison();
  }
  if (name === 'extract' || name === 'date_trunc') return withOption(name, syntax, env);
  const args = syntax.args.map((a) => bind(a, env));
  if (name === 'round' && args[1] && args[1].kind !== 'literal') {
    env.problem({
      code: 'FORMULA.ARGUMENTS',
      message: 'The number of decimal places of round() must be written as a number.',
      range: syntax.range,
    });
    return poison();
  }
  return apply(name, args, syntax, env);
}

/** Operators have inner names (`add`, `eq`); users may not call them by those. */
const isOperatorOnly = (name: FunctionName): boolean => !(FUNCTIONS[name].usage ?? '').startsWith(`${name}(`);

function unknownFunction<R>(syntax: CallSyntax, env: Environment<R>): Expression<R> {
  const legal = Object.entries(FUNCTIONS)
    .filter(([n, f]) => f.usage?.startsWith(`${n}(`))
    .map(([n]) => n);
  const near = nearest(syntax.name, [...legal, 'sum', 'count', 'avg', 'min', 'max', 'median', 'percentile']);
  env.problem({
    code: 'FORMULA.UNKNOWN_FUNCTION',
    message: `There is no function "${syntax.name}".`,
    range: syntax.range,
    ...(near[0] ? { hint: `did you mean "${near[0]}"?` } : {}),
  });
  return poison();
}

const OPTIONS: Readonly<Record<'extract' | 'date_trunc', readonly string[]>> = {
  extract: ['year', 'quarter', 'month', 'week', 'day', 'dow', 'doy', 'hour', 'minute', 'second'],
  date_trunc: ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'],
};

function withOption<R>(
  name: 'extract' | 'date_trunc',
  syntax: CallSyntax,
  env: Environment<R>,
): Expression<R> {
  const [first, ...rest] = syntax.args;
  const option = first?.kind === 'literal' && first.form === 'string' ? first.text.toLowerCase() : '';
  if (!OPTIONS[name].includes(option)) {
    env.problem({
      code: 'FORMULA.ARGUMENTS',
      message: `"${option}" is not ${name === 'extract' ? 'a part' : 'a grain'} of time.`,
      range: first?.range ?? syntax.range,
      hint: `one of ${OPTIONS[name].join(', ')}`,
    });
    return poison();
  }
  return apply(
    name,
    rest.map((a) => bind(a, env)),
    syntax,
    env,
    option,
  );
}

/** Applies a function's rule: checks the arguments, converts them, gives the result its type. */
function apply<R>(
  name: FunctionName,
  args: readonly Expression<R>[],
  syntax: CallSyntax,
  env: Environment<R>,
  option?: string,
): Expression<R> {
  const entry = FUNCTIONS[name];
  const ruling = entry.rule(args.map(asArgument));
  if ('refuse' in ruling) {
    const usage = entry.usage ?? name;
    const code = ruling.code ?? 'TYPE.MISMATCH';
    const subject = syntax.operator ? `"${usage}" ${ruling.refuse}.` : `${name}() ${ruling.refuse}.`;
    env.problem({
      code,
      message: subject,
      range: syntax.range,
      hint:
        ruling.code === 'TYPE.DECIMAL_SCALE'
          ? 'round one factor first: round(x, 4) * y'
          : `it is written ${usage}`,
    });
    return poison();
  }
  const converted = args.map((arg, i) => coerce(arg, ruling.params[i] ?? arg.type, syntax, env));
  return { kind: 'call', fn: name, args: converted, type: ruling.result, ...(option ? { option } : {}) };
}

/** Converts an argument to its parameter type: literals are read anew, the rest is cast where the kind differs. */
export function coerce<R>(
  arg: Expression<R>,
  type: ValueType,
  at: Syntax,
  env: Pick<Environment<R>, 'problem'>,
): Expression<R> {
  if (arg.type.kind === 'null') return literal(null, type);
  if (same(arg.type, type)) return arg;
  if (arg.kind === 'literal' && arg.type.kind !== type.kind) {
    const value = readLiteral(String(arg.value), type);
    if (value !== undefined) return literal(value, type);
    env.problem({
      code: 'TYPE.BAD_LITERAL',
      message: `'${String(arg.value)}' cannot be read as ${typeName(type)}.`,
      range: at.range,
      hint: EXAMPLES[type.kind] ?? `write a ${typeName(type)}`,
    });
    return poison();
  }
  if (arg.kind === 'literal') return literal(arg.value, type);
  return { kind: 'call', fn: 'cast', args: [arg], type };
}

const EXAMPLES: Readonly<Partial<Record<ValueType['kind'], string>>> = {
  date: "write '2024-01-31'",
  timestamp: "write '2024-01-31 09:30:00'",
  timestamptz: "write '2024-01-31 09:30:00+00:00'",
  interval: "write '1 month'",
  boolean: 'write true or false',
  integer: 'write a whole number',
  decimal: 'write a number such as 12.50',
};

/** Alike enough that no conversion is needed: only integer width and decimal scale matter to engines. */
function same(a: ValueType, b: ValueType): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'integer' && b.kind === 'integer') return a.bits === b.bits || b.bits === 128;
  if (a.kind === 'decimal' && b.kind === 'decimal') return a.scale === b.scale;
  return true;
}

function cases<R>(syntax: Extract<Syntax, { kind: 'case' }>, env: Environment<R>): Expression<R> {
  const branches = syntax.branches.map((b) => ({
    when: condition(b.when, env),
    then: bind(b.then, env),
    at: b.then,
  }));
  const otherwise = syntax.otherwise ? bind(syntax.otherwise, env) : null;
  const type = unifyAll([...branches.map((b) => b.then), ...(otherwise ? [otherwise] : [])].map(asArgument));
  if (!type) {
    const kinds = [
      ...new Set([
        ...branches.map((b) => typeName(b.then.type)),
        ...(otherwise ? [typeName(otherwise.type)] : []),
      ]),
    ];
    env.problem({
      code: 'TYPE.MISMATCH',
      message: `The branches of this case have different types: ${kinds.join(', ')}.`,
      range: syntax.range,
      hint: 'give every branch the same type',
    });
    return poison();
  }
  return {
    kind: 'case',
    branches: branches.map((b) => ({ when: b.when, then: coerce(b.then, type, b.at, env) })),
    otherwise: otherwise && coerce(otherwise, type, syntax.otherwise!, env),
    type,
  };
}

/** Binds something that must be true or false. */
export function condition<R>(syntax: Syntax, env: Environment<R>): Expression<R> {
  const bound = bind(syntax, env);
  if (bound.type.kind === 'boolean') return bound;
  if (bound.type.kind === 'null') return literal(null, BOOLEAN);
  env.problem({
    code: 'TYPE.MISMATCH',
    message: `A condition is true or false, but this is ${typeName(bound.type)}.`,
    range: syntax.range,
    hint: 'compare it with something',
  });
  return literal(null, BOOLEAN);
}

const CASTS: Readonly<Record<string, readonly ValueType['kind'][]>> = {
  boolean: ['boolean', 'string'],
  integer: ['integer', 'decimal', 'double', 'boolean', 'string'],
  decimal: ['integer', 'decimal', 'double', 'string'],
  double: ['integer', 'decimal', 'double', 'string'],
  string: ['integer', 'decimal', 'boolean', 'string', 'date'],
  date: ['date', 'timestamp', 'timestamptz', 'string'],
  timestamp: ['date', 'timestamp', 'timestamptz', 'string'],
  timestamptz: ['date', 'timestamp', 'timestamptz', 'string'],
  interval: ['interval'],
};

function cast<R>(syntax: Extract<Syntax, { kind: 'cast' }>, env: Environment<R>): Expression<R> {
  const type = syntax.type === 'interval' ? ({ kind: 'interval' } as const) : parseColumnType(syntax.type);
  const arg = bind(syntax.arg, env);
  if (!type) {
    const near = nearest(syntax.type, [
      'string',
      'integer',
      'bigint',
      'decimal(12,2)',
      'double',
      'boolean',
      'date',
      'timestamp',
      'timestamptz',
    ]);
    env.problem({
      code: 'FORMULA.NOT_ALLOWED',
      message: `"${syntax.type}" is not a type of the formula language.`,
      range: syntax.range,
      ...(near[0] ? { hint: `did you mean "${near[0]}"?` } : {}),
    });
    return poison();
  }
  if (arg.type.kind === 'null' || (arg.kind === 'literal' && arg.type.kind === 'string'))
    return coerce(arg, type, syntax.arg, env);
  if (!CASTS[type.kind]?.includes(arg.type.kind)) {
    env.problem({
      code: 'TYPE.MISMATCH',
      message: `${typeName(arg.type)} cannot be converted to ${typeName(type)}.`,
      range: syntax.range,
    });
    return poison();
  }
  return { kind: 'call', fn: 'cast', args: [arg], type };
}
