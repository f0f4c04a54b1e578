import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Value } from '../../src/metrics/model/answer';
import type { Query } from '../../src/metrics/model/query';

/** A question about the demo company at scale tiny, and the rows that hand-written SQL gives. */
export interface DemoCase {
  /** `answers/<name>.sql` holds the SQL; its columns are named like the row keys. */
  readonly name: string;
  readonly question: Query;
  /** Values as engines hand them over (`model/answer.ts`): decimals as digits, dates as `YYYY-MM-DD`. */
  readonly rows: readonly Readonly<Record<string, Value>>[];
}

export const EXPECTED = path.join(__dirname, 'expected-tiny.json');

export const demoCases = (): readonly DemoCase[] =>
  JSON.parse(readFileSync(EXPECTED, 'utf8')) as readonly DemoCase[];

export const handWrittenSql = (name: string): string =>
  readFileSync(path.join(__dirname, 'answers', `${name}.sql`), 'utf8');
