/**
 * The type of a value, as the language sees it; engines map their own types to these.
 * `bits` of an integer says how wide the engine's arithmetic is: 32 and 64 for columns, 128 for sums.
 */
export type ValueType =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'integer'; readonly bits: 32 | 64 | 128 }
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly kind: 'double' }
  | { readonly kind: 'string' }
  | { readonly kind: 'date' }
  /** A wall-clock time without offset; `zone` is the IANA zone of the wall, null = the company's. */
  | { readonly kind: 'timestamp'; readonly zone: string | null }
  | { readonly kind: 'timestamptz' }
  | { readonly kind: 'interval' }
  /** The type of a bare NULL: fits everywhere. */
  | { readonly kind: 'null' };

export type TypeKind = ValueType['kind'];
export type Type<K extends TypeKind> = Extract<ValueType, { kind: K }>;

/** The closed list of type names for `columns:`, besides `decimal(p,s)`. */
export const COLUMN_TYPE_NAMES = [
  'boolean',
  'smallint',
  'integer',
  'bigint',
  'double',
  'string',
  'date',
  'timestamp',
  'timestamptz',
] as const;

export const BOOLEAN: Type<'boolean'> = { kind: 'boolean' };
export const INTEGER: Type<'integer'> = { kind: 'integer', bits: 64 };
export const DOUBLE: Type<'double'> = { kind: 'double' };
export const STRING: Type<'string'> = { kind: 'string' };
export const DATE: Type<'date'> = { kind: 'date' };
export const TIMESTAMPTZ: Type<'timestamptz'> = { kind: 'timestamptz' };
export const NULL_TYPE: Type<'null'> = { kind: 'null' };
export const decimal = (precision: number, scale: number): Type<'decimal'> => ({
  kind: 'decimal',
  precision,
  scale,
});

const DECIMAL = /^decimal\(\s*(\d{1,2})\s*,\s*(\d{1,2})\s*\)$/;

/** Reads a declared column type such as `decimal(12,2)`; null when it is none. */
export function parseColumnType(name: string, zone: string | null = null): ValueType | null {
  switch (name) {
    case 'boolean':
      return BOOLEAN;
    case 'smallint':
    case 'integer':
      return { kind: 'integer', bits: 32 };
    case 'bigint':
      return INTEGER;
    case 'double':
      return DOUBLE;
    case 'string':
      return STRING;
    case 'date':
      return DATE;
    case 'timestamp':
      return { kind: 'timestamp', zone };
    case 'timestamptz':
      return TIMESTAMPTZ;
  }
  const match = DECIMAL.exec(name);
  if (!match) return null;
  const precision = Number(match[1]);
  const scale = Number(match[2]);
  return precision >= 1 && precision <= 38 && scale <= precision ? decimal(precision, scale) : null;
}

/** The name of a type as users read and write it: `decimal(12,2)`, `integer`, `timestamptz`. */
export function typeName(type: ValueType): string {
  return type.kind === 'decimal' ? `decimal(${type.precision},${type.scale})` : type.kind;
}

export const isNumeric = (type: ValueType): boolean =>
  type.kind === 'integer' || type.kind === 'decimal' || type.kind === 'double';
export const isTemporal = (type: ValueType): boolean =>
  type.kind === 'date' || type.kind === 'timestamp' || type.kind === 'timestamptz';
