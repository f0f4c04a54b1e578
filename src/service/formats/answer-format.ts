import type { Answer } from '../../metrics/model/answer';
import type { Numbers } from './wire-values';

export interface EncodeOptions {
  /** JSON and NDJSON: integers and decimals as JSON numbers, or as texts with all digits. */
  readonly numbers: Numbers;
  /** CSV: an apostrophe before texts that a spreadsheet would run as formulas. */
  readonly spreadsheet: boolean;
  /** Arrow: the IANA zone in which instants are shown. */
  readonly zone: string;
}

export type FormatName = 'json' | 'ndjson' | 'csv' | 'arrow';

/** One way to write an answer down. */
export interface AnswerFormat {
  readonly name: FormatName;
  readonly mediaType: string;
  /** Of a file that holds it, without a dot. */
  readonly extension: string;
  /** True when totals have a place of their own in it, so that nobody takes them for a row. */
  readonly holdsTotals: boolean;
  /** True when the notices are part of it. */
  readonly holdsNotices: boolean;
  /** The whole text or file in pieces of at most `ROWS_PER_PIECE` rows, each made when it is asked for. */
  encode(answer: Answer, options: EncodeOptions): AsyncIterable<string | Uint8Array>;
}

/** Some milliseconds of work: between two pieces the event loop turns. */
export const ROWS_PER_PIECE = 2_000;

/** The rows `from` … `to` (not in it) of each piece, in order. */
export function* pieces(rowCount: number): Generator<readonly [from: number, to: number]> {
  for (let from = 0; from < rowCount; from += ROWS_PER_PIECE)
    yield [from, Math.min(from + ROWS_PER_PIECE, rowCount)];
}
