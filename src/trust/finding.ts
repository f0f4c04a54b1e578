import type { Code } from '../base/codes';
import type { Diagnostic, Severity, Span } from '../base/diagnostic';
import { Failure } from '../base/failure';
import type { Value } from '../metrics/model/answer';
import type { Dataset } from '../metrics/model/catalog';

export interface FindingDetails {
  readonly severity?: Severity;
  /** Default: where the dataset is defined. */
  readonly at?: Span;
  readonly hint?: string | undefined;
  readonly related?: Diagnostic['related'];
}

/** A finding about a dataset; an error unless it says otherwise. */
export function finding(
  dataset: Dataset,
  code: Code,
  message: string,
  details: FindingDetails = {},
): Diagnostic {
  const { severity = 'error', at = dataset.at, hint, related } = details;
  return {
    code,
    severity,
    message,
    at,
    definition: { kind: 'dataset', name: dataset.name },
    ...(hint === undefined ? {} : { hint }),
    ...(related === undefined || related.length === 0 ? {} : { related }),
  };
}

/**
 * What stands in the way of one check is a finding like any other, and the other checks go on; a database that is gone or
 * a caller who has left ends them all.
 */
export async function orFinding(
  dataset: Dataset,
  at: Span,
  what: string,
  check: () => Promise<readonly Diagnostic[]>,
): Promise<readonly Diagnostic[]> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof Failure) || !MENDABLE.has(error.code)) throw error;
    return [finding(dataset, error.code, `${what} could not be checked: ${error.message}`, { at })];
  }
}

const MENDABLE: ReadonlySet<Code> = new Set<Code>(['ENGINE.FAILED', 'ENGINE.OVERFLOW', 'ENGINE.DEADLINE']);

/** `1 row`, `1,203 rows`. */
export function counted(count: Value | undefined, noun: string): string {
  return `${grouped(count)} ${noun}${Number(count) === 1 ? '' : 's'}`;
}

export const grouped = (count: Value | undefined): string =>
  BigInt(count === null || count === undefined ? 0 : count).toLocaleString('en-US');

const MAX_EXAMPLE = 40;

/** Rows of example values as people read them: `17 and 23`, `(1, "a")`. `columns` are as the database gave them. */
export function examples(columns: readonly (readonly Value[])[]): string {
  const rows = (columns[0] ?? []).map((_, row) => columns.map((column) => shown(column[row] ?? null)));
  const texts = rows.map((parts) => (parts.length === 1 ? parts.join() : `(${parts.join(', ')})`));
  return texts.length < 2 ? texts.join() : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}

function shown(value: Value): string {
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value.length > MAX_EXAMPLE ? `${value.slice(0, MAX_EXAMPLE)}…` : value);
}

/** `"a"`, or `"a" and "b"`: the columns of a key. */
export const quotedNames = (names: readonly string[]): string =>
  names.map((name) => `"${name}"`).join(' and ');
