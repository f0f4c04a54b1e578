import { nearest } from '../../base/did-you-mean';
import { shorten } from '../../base/plain-text';
import type { Expression } from '../model/expression';
import { NULL_TYPE, parseColumnType, typeName, type ValueType } from '../model/value-type';
import { literal, readLiteral } from './literals';
import type { FormulaProblem, Syntax } from './syntax';

type Report = { readonly problem: (problem: FormulaProblem) => void };

/** Stands for a part that was reported as wrong: fits everywhere, so that one fault is reported once. */
export const poison = <R>(): Expression<R> => literal<R>(null, NULL_TYPE);

/** Converts an argument to its parameter type: literals are read anew, the rest is cast where the kind differs. */
export function coerce<R>(arg: Expression<R>, type: ValueType, at: Syntax, env: Report): Expression<R> {
  if (arg.type.kind === 'null') return literal(null, type);
  if (same(arg.type, type)) return arg;
  if (arg.kind !== 'literal') return { kind: 'call', fn: 'cast', args: [arg], type };
  const text = String(arg.value);
  const value = arg.type.kind === type.kind ? arg.value : readLiteral(text, type);
  const fits = value !== undefined && isInRange(String(value), type);
  if (fits) return literal(value, type);
  env.problem({
    code: 'TYPE.BAD_LITERAL',
    message:
      value === undefined
        ? `'${shorten(text)}' cannot be read as ${typeName(type)}.`
        : `${shorten(text)} is beyond the range of ${typeName(type)}.`,
    range: at.range,
    ...(value === undefined ? { hint: EXAMPLES[type.kind] ?? `write a ${typeName(type)}` } : {}),
  });
  return poison();
}

/** Whether a number that is written out can be held at all; what is computed is for the engine to tell. */
function isInRange(digits: string, type: ValueType): boolean {
  if (type.kind === 'integer') {
    const value = BigInt(digits);
    return BigInt.asIntN(Math.max(type.bits, 64), value) === value;
  }
  if (type.kind !== 'decimal') return true;
  const [whole = ''] = digits.replace(/^-?0*/, '').split('.');
  return whole.length <= type.precision - type.scale;
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

/** An explicit conversion, `x::type`. */
export function castTo<R>(
  arg: Expression<R>,
  syntax: Extract<Syntax, { kind: 'cast' }>,
  env: Report,
): Expression<R> {
  const type = syntax.type === 'interval' ? ({ kind: 'interval' } as const) : parseColumnType(syntax.type);
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
