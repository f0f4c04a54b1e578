import { hash } from 'node:crypto';
import type { Query } from '../../metrics/model/query';
import { packageVersion } from '../../service/package-version';
import type { Tenet } from '../../service/tenet';
import type { Form } from './form';

/** Another one may write the same answer down in another way. */
const VERSION = packageVersion();

/**
 * A tag that is equal as long as the answer is: made from the statement, the catalog and the database's data version, before anything
 * runs. Null where the database cannot tell whether its data changed.
 *
 * @throws Failure of family `request` when the question has no answer.
 */
export function entityTag(
  tenet: Tenet,
  question: Query,
  { format, numbers, spreadsheet }: Form,
): string | null {
  const { statement } = tenet.explain(question);
  const { dataVersion } = tenet.engine;
  if (dataVersion === null) return null;
  // What a notice says of a month that still runs changes with the clock, even where the SQL does not.
  const clock = question.asOf ?? tenet.catalog.company.now ?? new Date().toISOString().slice(0, 13);
  const parts = [
    VERSION,
    tenet.catalog.version,
    dataVersion,
    clock,
    question,
    statement,
    format.name,
    numbers,
    spreadsheet,
  ];
  return `"${hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 27)}"`;
}

/** Whether an `If-None-Match` header names the tag. */
export const isCurrent = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === tag || known.trim() === '*');
