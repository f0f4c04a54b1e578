import { FUNCTIONS } from './functions';
import { findUnreadable, UNREADABLE } from './lexical';
import { asList, asNode, asNumber, asText, type PgNode, parseSql, strings } from './postgres-tree';
import type { FormulaProblem } from './syntax';
import { isSystemTable } from './system-tables';
import { tokenAt, utf16Offsets } from './token-range';

/** Node kinds of PostgreSQL's tree that a dataset's SELECT may hold; everything else is refused. */
const NODES = new Set(
  (
    'SelectStmt ResTarget ColumnRef A_Const A_Expr BoolExpr NullTest BooleanTest CaseExpr CaseWhen TypeCast TypeName CoalesceExpr ' +
    'MinMaxExpr RowExpr FuncCall RangeVar RangeSubselect JoinExpr SubLink SortBy CommonTableExpr List String Integer A_Star WindowDef GroupingSet'
  ).split(' '),
);

/** Functions beyond those of formulas: none reads files, network, settings or the clock. */
const MORE_FUNCTIONS = new Set(
  (
    'sum count avg min max median stddev variance string_agg bool_and bool_or row_number rank dense_rank ntile lag lead first_value ' +
    'last_value btrim ltrim rtrim date_part make_date to_timestamp left right lpad rpad split_part position sqrt power ln exp sign mod md5 concat'
  ).split(' '),
);
const isAllowedFunction = (name: string): boolean =>
  MORE_FUNCTIONS.has(name) ||
  (Object.hasOwn(FUNCTIONS, name) &&
    name !== 'now' &&
    FUNCTIONS[name as keyof typeof FUNCTIONS].usage !== null);

/** Clauses of a SELECT that do more than read, or that need not end. */
const FORBIDDEN_CLAUSES: Readonly<Record<string, string>> = {
  intoClause: 'A dataset query only reads: no INTO, no FOR UPDATE, no VALUES.',
  lockingClause: 'A dataset query only reads: no INTO, no FOR UPDATE, no VALUES.',
  valuesLists: 'A dataset query only reads: no INTO, no FOR UPDATE, no VALUES.',
  recursive: 'A dataset query is not recursive: such a query may never end.',
};

/** Operators that every SQL reads alike; `?`, `#` and `->` are something else to DuckDB than to PostgreSQL. */
const OPERATORS = new Set('+ - * / % || = <> < <= > >= ~~ !~~ ~~* !~~*'.split(' '));
const OPERATOR_KEYS = new Set(['name', 'operName', 'useOp']);

/** Words that DuckDB takes for functions, of the session and the clock, also in double quotes and without parentheses. */
const SESSION_WORDS = /^(?:current_.*|session_user|user|localtime|localtimestamp|get_current_timestamp)$/;

const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const MAX_LENGTH = 20_000;

/** A fault, and the byte of the text that it is at. */
interface Fault {
  readonly message: string;
  readonly byte: number;
  readonly hint?: string;
}

/**
 * What is wrong with the `query:` of a dataset, or null: it must be one SELECT that only reads tables, with functions from a list.
 */
export function checkSelect(text: string): FormulaProblem | null {
  const problem = (message: string, from = 0, hint?: string): FormulaProblem => {
    const range = tokenAt(text, Math.min(Math.max(0, from), Math.max(0, text.length - 1)));
    return { code: 'QUERY_TEXT.NOT_ALLOWED', message, range, ...(hint ? { hint } : {}) };
  };
  if (text.length > MAX_LENGTH)
    return problem(`The query has ${text.length} characters; ${MAX_LENGTH} are the limit.`);
  const unreadable = findUnreadable(text);
  if (unreadable)
    return problem(`A dataset query may not hold ${UNREADABLE[unreadable.what]}.`, unreadable.range.from);
  let tree: PgNode;
  try {
    tree = parseSql(text);
  } catch (error) {
    const { cursorPosition, message } = asNode(asNode(error)['sqlDetails']);
    if (message === undefined) return problem('The query is nested too deeply.');
    // The parser counts characters (code points), we count UTF-16 units.
    const before = [...text].slice(0, asNumber(cursorPosition)).join('');
    return problem(
      'The query cannot be read from here on.',
      before.length,
      'it is one SELECT in PostgreSQL syntax, without a semicolon',
    );
  }
  const statements = asList(tree['stmts']);
  const statement = asNode(statements[0]?.['stmt']);
  if (statements.length !== 1 || !('SelectStmt' in statement))
    return problem('A dataset query is exactly one SELECT.');
  const fault = firstFault(statement, Buffer.from(text));
  return fault && problem(fault.message, utf16Offsets(text)(fault.byte), fault.hint);
}

/** Walks the whole tree, in the order of the text and without recursion; the first thing that is not on a list is the fault. */
function firstFault(root: PgNode, text: Buffer): Fault | null {
  const waiting: unknown[] = [root];
  let byte = 0;
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    const entries = Object.entries(value).reverse();
    if (!Array.isArray(value)) {
      byte = byteOf(value as PgNode) ?? byte;
      for (const [key, inner] of entries) {
        const fault = faultOf(key, inner, byteOf(asNode(inner)) ?? byte, text);
        if (fault) return fault;
      }
    }
    for (const [, inner] of entries) waiting.push(inner);
  }
  return null;
}

const byteOf = ({ location }: PgNode): number | null =>
  typeof location === 'number' && location >= 0 ? location : null;

function faultOf(key: string, inner: unknown, byte: number, text: Buffer): Fault | null {
  if (Object.hasOwn(FORBIDDEN_CLAUSES, key))
    return { message: FORBIDDEN_CLAUSES[key]!, byte: firstByteIn(inner) ?? 0 };
  if (OPERATOR_KEYS.has(key) && Array.isArray(inner)) return faultOfOperator(strings(inner), byte);
  if (!/^[A-Z]/.test(key) || typeof inner !== 'object' || inner === null) return null;
  if (!NODES.has(key))
    return {
      message: 'This form of SQL is not part of a dataset query.',
      byte: byteOf(asNode(inner)) ?? firstByteIn(inner) ?? byte,
      hint: 'it is a plain SELECT over tables',
    };
  return faultOfNode(key, asNode(inner), byte, text);
}

/** Where a part begins that has no place of its own. */
function firstByteIn(part: unknown): number | null {
  const waiting: unknown[] = [part];
  for (const value of waiting) {
    if (typeof value !== 'object' || value === null) continue;
    const byte = byteOf(value as PgNode);
    if (byte !== null) return byte;
    waiting.push(...Object.values(value));
  }
  return null;
}

function faultOfOperator(names: readonly string[], byte: number): Fault | null {
  const sign = names.join('.');
  if (OPERATORS.has(sign) || /^(NOT )?BETWEEN$/.test(sign)) return null;
  return { message: `The operator "${sign}" is not on the list for dataset queries.`, byte };
}

function faultOfNode(kind: string, body: PgNode, byte: number, text: Buffer): Fault | null {
  switch (kind) {
    case 'FuncCall':
      return faultOfCall(strings(body['funcname']), byte, text);
    case 'RangeVar':
      return faultOfTable(
        [body['catalogname'], body['schemaname'], body['relname']].map(asText).filter((name) => name !== ''),
        byte,
      );
    case 'ColumnRef': {
      const [name = '', ...more] = strings(body['fields']);
      return more.length === 0 && SESSION_WORDS.test(name.toLowerCase())
        ? { message: `"${name}" is not on the list for dataset queries.`, byte }
        : null;
    }
    case 'A_Const':
      return body['bsval'] === undefined ? null : { message: 'Bits are not part of a dataset query.', byte };
    default:
      return null;
  }
}

/** Some forms, `extract(… from …)`, the grammar itself names `pg_catalog.…`; no other schema has functions that we know. */
function faultOfCall(names: readonly string[], byte: number, text: Buffer): Fault | null {
  const name = names.at(-1) ?? '';
  const written = text.toString('utf8', byte, byte + 12);
  const isQualified = names.length > 1 && (names[0] !== 'pg_catalog' || /^"?pg_catalog/i.test(written));
  if (!isQualified && isAllowedFunction(name)) return null;
  const shown = isQualified ? names.join('.') : name;
  return { message: `The function "${shown}" is not on the list for dataset queries.`, byte };
}

function faultOfTable(names: readonly string[], byte: number): Fault | null {
  if (names.some((name) => !PLAIN_NAME.test(name)))
    return { message: 'A table in a dataset query has a plain name: letters, digits, underscores.', byte };
  if (!isSystemTable(names)) return null;
  return {
    message: `"${names.join('.')}" is a table of the database's own, which a dataset does not read.`,
    byte,
  };
}
