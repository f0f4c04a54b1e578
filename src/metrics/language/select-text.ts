import { FUNCTIONS } from './functions';
import { type PgNode, parseSql } from './postgres-tree';
import type { FormulaProblem } from './syntax';
import { tokenAt } from './token-range';

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

/** Clauses of a SELECT that do more than read. */
const FORBIDDEN_CLAUSES = new Set(['intoClause', 'lockingClause', 'valuesLists']);

/** Texts that two parsers might read differently: comments, dollar quotes, escapes. */
const AMBIGUOUS = /--|\/\*|\$|\\|\b(?:e|u&)'|\0/i;

const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const MAX_LENGTH = 20_000;

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
  const ambiguous = AMBIGUOUS.exec(text.replace(/'(?:[^'\\$]|'')*'/g, (quoted) => 'x'.repeat(quoted.length)));
  if (ambiguous)
    return problem(
      'Comments, backslashes and dollar signs are not part of a dataset query.',
      ambiguous.index,
    );
  let tree: PgNode;
  try {
    tree = parseSql(text);
  } catch (error) {
    const at = (error as { sqlDetails?: { cursorPosition?: number } }).sqlDetails?.cursorPosition ?? 0;
    return problem(
      'The query cannot be read from here on.',
      at,
      'it is one SELECT in PostgreSQL syntax, without a semicolon',
    );
  }
  const statements = tree['stmts'] as readonly { readonly stmt?: PgNode }[] | undefined;
  const statement = statements?.length === 1 ? statements[0]?.stmt : undefined;
  if (!statement || !('SelectStmt' in statement) || text.includes(';'))
    return problem('A dataset query is exactly one SELECT.');
  return inspect(statement, problem);
}

type Report = (message: string, from?: number, hint?: string) => FormulaProblem;

/** Walks the whole tree; the first thing that is not on a list is the problem. */
function inspect(value: unknown, report: Report): FormulaProblem | null {
  if (Array.isArray(value)) return firstOf(value, (v) => inspect(v, report));
  if (typeof value !== 'object' || value === null) return null;
  return firstOf(Object.entries(value), ([key, inner]) => {
    if (FORBIDDEN_CLAUSES.has(key))
      return report('A dataset query only reads: no INTO, no FOR UPDATE, no VALUES.');
    const isNode = /^[A-Z]/.test(key) && typeof inner === 'object';
    return (isNode ? inspectNode(key, inner as PgNode, report) : null) ?? inspect(inner, report);
  });
}

function inspectNode(kind: string, body: PgNode, report: Report): FormulaProblem | null {
  const at = locationIn(body) ?? 0;
  if (!NODES.has(kind))
    return report('This form of SQL is not part of a dataset query.', at, 'it is a plain SELECT over tables');
  if (kind === 'FuncCall') {
    const name =
      ((body['funcname'] as readonly { String?: { sval?: string } }[]) ?? []).at(-1)?.String?.sval ?? '';
    if (!isAllowedFunction(name))
      return report(`The function "${name}" is not on the list for dataset queries.`, at);
  }
  if (kind === 'RangeVar') {
    const names = [body['catalogname'], body['schemaname'], body['relname']].filter(
      (n) => typeof n === 'string',
    );
    if (names.some((n) => !PLAIN_NAME.test(n)))
      return report('A table in a dataset query has a plain name: letters, digits, underscores.', at);
  }
  return null;
}

/** The first place that PostgreSQL gives inside a node. */
function locationIn(value: unknown): number | null {
  if (typeof value !== 'object' || value === null) return null;
  const own = (value as PgNode)['location'];
  if (typeof own === 'number' && own >= 0) return own;
  for (const inner of Object.values(value)) {
    const found = locationIn(inner);
    if (found !== null) return found;
  }
  return null;
}

function firstOf<T>(items: readonly T[], find: (item: T) => FormulaProblem | null): FormulaProblem | null {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return null;
}
