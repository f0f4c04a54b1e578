import { Failure } from '../../base/failure';
import type { Catalog, SavedQuery } from '../model/catalog';
import type { Query } from '../model/query';
import { bindQuery } from '../planner/bind-query';
import { parseQuery } from '../query/parse-query';
import type { Findings } from './findings';
import { labelOf } from './names';
import type { RawDefinition, RawSavedQuery, ValuePath } from './raw';

/** What the catalog is before its saved queries are known. */
type Names = Omit<Catalog, 'version' | 'savedQueries' | 'lastGood'>;

/** No name of a question means something else at another time. */
const ANY_TIME = '2000-01-01T00:00:00Z';

/** Checks saved queries as if each were asked; one that would be refused is left out. */
export function resolveSavedQueries(
  raw: readonly RawDefinition<RawSavedQuery>[],
  names: Names,
  findings: Findings,
): Map<string, SavedQuery> {
  const catalog: Catalog = { ...names, version: '', savedQueries: new Map(), lastGood: null };
  const found = raw.flatMap((definition) => {
    const saved = resolveSavedQuery(definition, catalog, findings);
    return saved ? [[definition.name, saved] as const] : [];
  });
  return new Map(found);
}

function resolveSavedQuery(
  definition: RawDefinition<RawSavedQuery>,
  catalog: Catalog,
  findings: Findings,
): SavedQuery | null {
  const { name, team, at, value } = definition;
  const { label, question, description, labels: _, ...rest } = value;
  try {
    const query: Query = parseQuery({ metrics: [], ...rest });
    bindQuery(catalog, query, ANY_TIME);
    return {
      ...{ name, team, at, query },
      label: label ?? labelOf(name),
      question: question ?? null,
      description: description ?? null,
    };
  } catch (error) {
    if (!(error instanceof Failure) || error.family !== 'request') throw error;
    const { code, message, path = '', suggestions } = error;
    const near = suggestions.length > 0 ? `did you mean "${suggestions[0]}"?` : '';
    const hint = error.hint ?? near;
    findings.add('saved_query', definition, code, message, {
      at: placeOf(path),
      key: code === 'QUERY.UNKNOWN_KEY',
      ...(hint !== '' && { hint }),
    });
    return null;
  }
}

/** `where[0].and[1].dimension` → `['where', 0, 'and', 1, 'dimension']`. */
const placeOf = (path: string): ValuePath =>
  path
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
