/** The entry of a table under a name that a user wrote, which may be `constructor`. */
export const lookUp = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** PostgreSQL's operator signs → our functions. */
export const BINARY: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '%': 'mod',
  '||': 'concat',
  '=': 'eq',
  '<>': 'ne',
  '<': 'lt',
  '<=': 'lte',
  '>': 'gt',
  '>=': 'gte',
};

/** Type names of PostgreSQL that users write → ours. */
export const TYPE_NAMES: Readonly<Record<string, string>> = {
  bool: 'boolean',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  float4: 'double',
  float8: 'double',
  double: 'double',
  numeric: 'decimal',
  text: 'string',
  varchar: 'string',
};

/** Functions that PostgreSQL's grammar itself spells in a keyword form. */
export const CATALOG_NAMES: Readonly<Record<string, string>> = { btrim: 'trim' };

export const NOT_ALLOWED: Readonly<Record<string, string>> = {
  SubLink: 'A sub-select is not part of the formula language.',
  ParamRef: 'Parameters such as $1 are not part of the formula language.',
  A_Indirection: 'Fields and array elements are not part of the formula language.',
  A_ArrayExpr: 'Arrays are not part of the formula language.',
  SQLValueFunction: 'Write now() for the moment of the question.',
  SetToDefault: 'DEFAULT is not part of the formula language.',
};
