import type { Answer, Notice, Value } from '../../src/metrics/model/answer';
import { typeName } from '../../src/metrics/model/value-type';
import type { PlainResult } from './cases-database';

export interface TypedColumn {
  readonly name: string;
  readonly type: string;
}

/** An answer as `rows.json` holds it: integers beyond 2^53 and decimals as digits. */
export interface RecordedRows {
  readonly columns: readonly TypedColumn[];
  readonly rows: readonly (readonly RecordedValue[])[];
  readonly totals: readonly RecordedValue[] | null;
  readonly notices: readonly Notice[];
}
type RecordedValue = Exclude<Value, bigint>;

/** The answer with its rows turned from columns into rows. */
export async function recorded(answer: Answer): Promise<RecordedRows> {
  return {
    columns: answer.columns.map(({ name, type }) => ({ name, type: typeName(type) })),
    rows: rowsOf(answer.data, answer.rowCount),
    totals: answer.totals?.map(plain) ?? null,
    notices: [...(await answer.notices())],
  };
}

const plain = (value: Value | undefined): RecordedValue =>
  typeof value === 'bigint' ? value.toString() : (value ?? null);

/** Columns turned into rows, in the form of `rows.json`. */
export const rowsOf = (
  columns: readonly (readonly Value[])[],
  rowCount: number,
): readonly (readonly RecordedValue[])[] =>
  Array.from({ length: rowCount }, (_, row) => columns.map((column) => plain(column[row])));

const isNear = (a: number, b: number): boolean =>
  a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

/** How two answers of the product differ, in one sentence; null when they agree (semantics: doubles to a relative 1e-9). */
export function differenceOfAnswers(want: RecordedRows, got: RecordedRows): string | null {
  const head = ({ columns, notices }: RecordedRows): string => JSON.stringify([columns, notices]);
  if (head(want) !== head(got)) return `columns and notices should be ${head(want)}, not ${head(got)}`;
  return differenceOfRows(want, { rows: got.rows, totals: got.totals }, (type, a, b) =>
    type === 'double' && typeof a === 'number' && typeof b === 'number' ? isNear(a, b) : a === b,
  );
}

/** What SQL written by hand says about an answer. */
export interface CheckedRows {
  readonly rows: PlainResult;
  readonly totals: PlainResult | null;
  /** Columns `code` and `rows`: how many rows the notice speaks of, NULL where it names no number. */
  readonly notices: PlainResult | null;
}

/** Splits a check at its lines `-- rows`, `-- totals` and `-- notices`; without such lines all of it is about the rows. */
export function checkSections(text: string): ReadonlyMap<string, string> {
  const parts = text.split(/^-- (rows|totals|notices)\s*$/m);
  const sections = new Map<string, string>();
  for (let i = 1; i < parts.length; i += 2) sections.set(parts[i]!, parts[i + 1]!.trim());
  return sections.size > 0 ? sections : new Map([['rows', text.trim()]]);
}

/** How an answer differs from what the check says, in one sentence; null when they agree. */
export function differenceFromCheck(answer: RecordedRows, check: CheckedRows): string | null {
  const names = check.rows.columns.map(({ name }) => name).join(', ');
  const asked = answer.columns.map(({ name }) => name).join(', ');
  if (names !== asked) return `check.sql has the columns ${names}, the answer ${asked}`;
  const totals = check.totals && answer.columns.map(({ name }) => valueUnder(check.totals!, name));
  return (
    differenceOfRows(answer, { rows: check.rows.rows, totals }, isSameAsChecked) ??
    differenceOfNotices(answer.notices, check.notices)
  );
}

function valueUnder({ columns, rows }: PlainResult, name: string): unknown {
  const at = columns.findIndex((column) => column.name === name);
  return at === -1 ? null : rows[0]?.[at];
}

type Same = (type: string, want: unknown, got: unknown) => boolean;

function differenceOfRows(
  want: RecordedRows,
  got: { readonly rows: readonly (readonly unknown[])[]; readonly totals: readonly unknown[] | null },
  isSame: Same,
): string | null {
  if (want.rows.length !== got.rows.length)
    return `${want.rows.length} rows here, ${got.rows.length} there: ${JSON.stringify(want.rows)} and ${JSON.stringify(got.rows)}`;
  if ((want.totals === null) !== (got.totals === null)) return 'totals are on one side only';
  const pairs = want.rows.map((row, i) => [row, got.rows[i]!, `row ${i}`] as const);
  const all = want.totals ? [...pairs, [want.totals, got.totals!, 'totals'] as const] : pairs;
  for (const [row, other, where] of all) {
    const wrong = want.columns.findIndex(({ type }, c) => !isSame(type, row[c], other[c]));
    if (wrong !== -1)
      return `"${want.columns[wrong]!.name}" of ${where}: ${JSON.stringify(row[wrong])} here, ${JSON.stringify(other[wrong])} there (${JSON.stringify(row)} and ${JSON.stringify(other)})`;
  }
  return null;
}

const withoutZeros = (digits: string): string =>
  digits.includes('.') ? digits.replace(/0+$/, '').replace(/\.$/, '') : digits;

/** A canonical value against one of DuckDB's own JSON. Instants are written as text by the check, so that offsets are compared too. */
const isSameAsChecked: Same = (type, want, got) => {
  if (want === null || got === null) return want === got;
  const kind = type.replace(/\(.*/, '');
  switch (kind) {
    case 'integer':
      return /^-?\d+$/.test(String(got)) && String(want) === String(got);
    case 'decimal':
      return typeof got !== 'number' || Number.isInteger(got)
        ? withoutZeros(String(want)) === withoutZeros(String(got))
        : false;
    case 'double':
      return typeof want === 'number' && isNear(want, Number(got));
    case 'timestamp':
      return typeof got === 'string' && want === got.replace(' ', 'T');
    default:
      return want === got;
  }
};

/** The number a notice begins with: `3 rows of "orders" …`. */
const countIn = ({ message }: Notice): string | null => /^(\d+) rows? /.exec(message)?.[1] ?? null;

function differenceOfNotices(notices: readonly Notice[], check: PlainResult | null): string | null {
  const want = notices.map((notice) => `${notice.code} ${countIn(notice)}`).sort();
  const got = (check?.rows ?? []).map(([code, rows]) => `${String(code)} ${String(rows)}`).sort();
  return want.join() === got.join()
    ? null
    : `notices should be [${got.join(', ')}], not [${want.join(', ')}]`;
}
