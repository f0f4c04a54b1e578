import { nearest } from '../../base/did-you-mean';
import type { Expression } from '../model/expression';
import { BOOLEAN, DOUBLE, INTEGER, STRING, typeName } from '../model/value-type';
import { castTo, coerce, poison } from './conversion';
import { FUNCTIONS, type FunctionName, isFunctionName } from './functions';
import { decimalOf, literal } from './literals';
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

/** Looks up names, infers types and inserts conversions. All problems go to the environment; the result is then only a stand-in. */
export function bind<R>(syntax: Syntax, env: Environment<R>): Expression<R> {
  switch (syntax.kind) {
    case 'literal':
      return constant(syntax);
    case 'name':
      return env.name(syntax) ?? poison();
    case 'cast':
      return castTo(bind(syntax.arg, env), syntax, env);
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
  const [, second] = args;
  const fault =
    second && (name === 'round' ? faultOfPlaces(second) : name === 'like' && faultOfPattern(second));
  if (fault) {
    env.problem({ code: 'FORMULA.ARGUMENTS', message: fault, range: syntax.range });
    return poison();
  }
  return apply(name, args, syntax, env);
}

function faultOfPlaces<R>(places: Expression<R>): string | null {
  if (places.kind !== 'literal')
    return 'The number of decimal places of round() must be written as a number.';
  return Math.abs(Number(places.value)) > MAX_PLACES
    ? `round() takes from -${MAX_PLACES} to ${MAX_PLACES} decimal places.`
    : null;
}

const MAX_PLACES = 38;

/** A backslash stands for the character after it. */
const faultOfPattern = <R>(pattern: Expression<R>): string | null =>
  pattern.kind === 'literal' && /(?<!\\)(?:\\\\)*\\$/.test(String(pattern.value))
    ? 'The pattern ends in a backslash, with no character after it.'
    : null;

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
      ...hintOf(ruling.code, syntax, usage),
    });
    return poison();
  }
  // Of extract and date_trunc the first argument is no value.
  const written = syntax.args.slice(syntax.args.length - args.length);
  const converted = args.map((arg, i) =>
    coerce(arg, ruling.params[i] ?? arg.type, written[i] ?? syntax, env),
  );
  return { kind: 'call', fn: name, args: converted, type: ruling.result, ...(option ? { option } : {}) };
}

function hintOf(code: string | undefined, { operator }: CallSyntax, usage: string): { hint?: string } {
  if (code === 'TYPE.DECIMAL_SCALE') return { hint: 'round one factor first: round(x, 4) * y' };
  return operator ? {} : { hint: `it is written ${usage}` };
}

function cases<R>(syntax: Extract<Syntax, { kind: 'case' }>, env: Environment<R>): Expression<R> {
  const branches = syntax.branches.map((b) => ({
    when: condition(b.when, env),
    value: bind(b.value, env),
    at: b.value,
  }));
  const otherwise = syntax.otherwise ? bind(syntax.otherwise, env) : null;
  const type = unifyAll([...branches.map((b) => b.value), ...(otherwise ? [otherwise] : [])].map(asArgument));
  if (!type) {
    const kinds = [
      ...new Set([
        ...branches.map((b) => typeName(b.value.type)),
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
    branches: branches.map((b) => ({ when: b.when, value: coerce(b.value, type, b.at, env) })),
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
