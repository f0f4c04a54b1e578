import { nearest } from '../base/did-you-mean';
import { Failure } from '../base/failure';
import { shorten } from '../base/plain-text';
import type { Catalog, SavedQuery } from '../metrics/model/catalog';
import type { Query } from '../metrics/model/query';
import type { Door } from './question-text/door';

/** @throws Failure REFERENCE.UNKNOWN_SAVED_QUERY with near matches, or DEFINITION.BROKEN with its first diagnostic. */
export function findSavedQuery(catalog: Catalog, name: string): SavedQuery {
  const saved = catalog.savedQueries.get(name);
  if (saved) return saved;
  const broken = catalog.broken.get(`saved_query ${name}`)?.[0];
  if (broken)
    throw new Failure('DEFINITION.BROKEN', `The saved query "${name}" is broken: ${broken.message}`, {
      hint: `mend ${broken.at.file}:${broken.at.start.line}`,
    });
  const suggestions = nearest(name, catalog.savedQueries.keys());
  throw new Failure('REFERENCE.UNKNOWN_SAVED_QUERY', `No saved query is named "${shorten(name)}".`, {
    suggestions,
    hint: suggestions[0] ? `did you mean "${suggestions[0]}"?` : '`tenet list saved-queries` shows the names',
  });
}

/** What an asker may change: when, and how much of it; never what is counted or for whom. */
const CHANGEABLE: readonly string[] = ['period', 'complete', 'zone', 'asOf', 'limit', 'offset'];

/** The saved question, with the asker's own period and page. @throws Failure the door's code for any other change. */
export function askSaved({ name, query }: SavedQuery, changes: Query, door: Door): Query {
  const { metrics, ...given } = changes;
  const wrong = metrics.length > 0 ? 'metrics' : Object.keys(given).find((key) => !CHANGEABLE.includes(key));
  if (wrong === undefined) return { ...query, ...given };
  throw new Failure(
    door.code,
    `The saved query "${name}" is asked as it is: ${door.name(wrong)} cannot be changed.`,
    {
      path: wrong,
      hint: `only its period, ${CHANGEABLE.slice(1).join(', ')} can be changed; anything else is another question`,
    },
  );
}
