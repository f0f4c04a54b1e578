import type { Diagnostic } from '../../base/diagnostic';
import type { BrokenDefinition, RawCatalog } from '../definitions/raw';
import type { Catalog, Definition } from '../model/catalog';

/**
 * What was read, together with what an earlier catalog read from files that cannot be read now: those definitions are broken, not
 * gone. Settings of the company or a team that cannot be read stay as they were.
 *
 * @param unreadable findings from before the texts were read: files and folders that cannot be opened.
 */
export function keepLost(raw: RawCatalog, previous: Catalog, unreadable: readonly Diagnostic[]): RawCatalog {
  const faults = [...unreadable, ...raw.diagnostics].filter(
    ({ severity, definition }) => severity === 'error' && definition === undefined,
  );
  const isMissing = faults.some(({ code }) => code === 'COMPANY.MISSING');
  return {
    ...raw,
    company: raw.company ?? (isMissing ? null : previous.company),
    teams: teamsOf(raw, previous, faults),
    broken: [...raw.broken, ...lost(raw, previous, faults)],
  };
}

function teamsOf({ teams }: RawCatalog, previous: Catalog, faults: readonly Diagnostic[]): Catalog['teams'] {
  const isSpoiled = (name: string): boolean =>
    faults.some(({ at }) => /^([^/]+)\/team\.ya?ml$/.exec(at.file)?.[1] === name);
  return new Map(
    [...teams].map(([name, team]) => [name, isSpoiled(name) ? (previous.teams.get(name) ?? team) : team]),
  );
}

function* lost(
  raw: RawCatalog,
  { datasets, metrics, segments, savedQueries }: Catalog,
  faults: readonly Diagnostic[],
): Generator<BrokenDefinition> {
  if (faults.length === 0) return;
  yield* lostOf('dataset', raw.datasets, datasets, raw, faults);
  yield* lostOf('metric', raw.metrics, metrics, raw, faults);
  yield* lostOf('segment', raw.segments, segments, raw, faults);
  yield* lostOf('saved_query', raw.savedQueries, savedQueries, raw, faults);
}

function* lostOf(
  kind: BrokenDefinition['kind'],
  sound: readonly { readonly name: string }[],
  earlier: ReadonlyMap<string, Definition>,
  { broken }: RawCatalog,
  faults: readonly Diagnostic[],
): Generator<BrokenDefinition> {
  const there = new Set([...sound, ...broken.filter((one) => one.kind === kind)].map(({ name }) => name));
  for (const { name, at } of earlier.values()) {
    const diagnostics = there.has(name) ? [] : faults.filter((fault) => covers(fault.at.file, at.file));
    if (diagnostics.length > 0) yield { kind, name, at, diagnostics };
  }
}

/** A finding about a folder is one about each file in it. */
const covers = (place: string, file: string): boolean => file === place || file.startsWith(`${place}/`);
