import { nearest } from '../base/did-you-mean';
import { Failure } from '../base/failure';
import { shorten } from '../base/plain-text';
import type { Catalog, Team } from '../metrics/model/catalog';
import type { DefinitionArgs, DefinitionFilter } from '../schema/connection-args';
import { type Connection, connection, type Placed } from './connection';
import { byName, type DefinitionKind, type DefinitionOf, KINDS } from './definition-kinds';
import { counted } from './node-budget';
import type { RequestContext } from './request-context';
import { ranking } from './search';

/**
 * A page of the definitions of a kind, narrowed by the filter: by name, with a search the best match first. Linear in the
 * definitions of the kind.
 * @throws Failure for a team or dataset that does not exist, and as `connection`.
 */
export function definitions<K extends DefinitionKind>(
  context: RequestContext,
  kind: K,
  { filter, ...page }: DefinitionArgs,
): Connection<DefinitionOf[K]> {
  const { catalog } = context;
  refuseUnknown(catalog, filter);
  const wanted = (item: DefinitionOf[K]): boolean => isWanted(catalog, kind, item, filter ?? {});
  const found = placed(kind, byName(catalog, kind).filter(wanted), filter?.search);
  const made = connection(kind, found, page);
  counted(context, made.nodes);
  return made;
}

function placed<K extends DefinitionKind>(
  kind: K,
  items: readonly DefinitionOf[K][],
  search: string | null | undefined,
): readonly Placed<DefinitionOf[K]>[] {
  if (!search?.trim()) return items.map((node) => ({ rank: 0, name: node.name, node }));
  const rankOf = ranking(search);
  const found = items.flatMap((node): Placed<DefinitionOf[K]>[] => {
    const rank = rankOf({ name: node.name, ...KINDS[kind].words(node) });
    return rank === null ? [] : [{ rank, name: node.name, node }];
  });
  return found.sort((a, b) => a.rank - b.rank); // Stable: equal ranks stay by name.
}

function isWanted<K extends DefinitionKind>(
  catalog: Catalog,
  kind: K,
  item: DefinitionOf[K],
  { team, owner, dataset }: DefinitionFilter,
): boolean {
  const facts = KINDS[kind];
  const own = facts.team(item);
  return (
    (team == null || own === team) &&
    (owner == null || isOwner(catalog.teams.get(own), owner)) &&
    (dataset == null || facts.datasets(item, catalog).includes(dataset))
  );
}

const isOwner = (team: Team | undefined, owner: string): boolean =>
  team?.owner?.toLowerCase() === owner.toLowerCase();

/** An empty list would say that there is nothing, where there was a slip of the finger. */
function refuseUnknown({ teams, datasets }: Catalog, filter: DefinitionFilter | null | undefined): void {
  const { team, dataset } = filter ?? {};
  if (team != null && !teams.has(team)) throw unknown('REFERENCE.UNKNOWN_TEAM', 'team', team, teams.keys());
  if (dataset != null && !datasets.has(dataset))
    throw unknown('REFERENCE.UNKNOWN_DATASET', 'dataset', dataset, datasets.keys());
}

function unknown(
  code: 'REFERENCE.UNKNOWN_TEAM' | 'REFERENCE.UNKNOWN_DATASET',
  what: 'team' | 'dataset',
  name: string,
  known: Iterable<string>,
): Failure {
  const suggestions = nearest(name, known);
  return new Failure(code, `No ${what} is named "${shorten(name)}".`, {
    path: `filter.${what}`,
    suggestions,
    ...(suggestions[0] ? { hint: `did you mean "${suggestions[0]}"?` } : {}),
  });
}
