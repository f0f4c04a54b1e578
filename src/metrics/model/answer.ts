import type { NoticeCode } from '../../base/notices';
import type { Grain } from './grain';
import type { ValueType } from './value-type';

/**
 * A value as engines hand it over, one form per type: integer → number, or bigint beyond 2^53; decimal → exact digits as a string;
 * double → finite number; date → `YYYY-MM-DD`; timestamp → `YYYY-MM-DDTHH:MM:SS[.ffffff]`; timestamptz → the same with offset.
 */
export type Value = string | number | bigint | boolean | null;

export interface AnswerColumn {
  /** Row key: `net_revenue`, `orders__channel`, `time`, or the asked `as`. */
  readonly name: string;
  readonly label: string;
  readonly role: 'METRIC' | 'DIMENSION' | 'TIME';
  readonly type: ValueType;
  readonly unit: string | null;
  readonly format: string | null;
  readonly grain: Grain | null;
  /** The metric's or dimension's name in the catalog; null for `time`. */
  readonly source: string | null;
}

/** What a reader may take the numbers of an answer for, though they are right. */
export interface Notice {
  readonly code: NoticeCode;
  readonly message: string;
}

export interface Answer {
  readonly columns: readonly AnswerColumn[];
  /** One array per column, all of `rowCount` length. */
  readonly data: readonly (readonly Value[])[];
  readonly rowCount: number;
  /** True when more rows exist than the default limit let through. */
  readonly truncated: boolean;
  /** One value per column (null for the `by` columns) when totals were asked. */
  readonly totals: readonly Value[] | null;
  readonly sql: string;
  /** Cheap ones only are known at once; counting dropped rows asks the engine, so it is done when somebody looks. */
  notices(): Promise<readonly Notice[]>;
}
