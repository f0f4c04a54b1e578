import type { Diagnostic } from '../base/diagnostic';
import type { DefinitionFile, RawCatalog } from '../metrics/definitions/raw';
import { compareCodePoints } from '../metrics/definitions/read-path';
import { remarks } from '../metrics/definitions/remarks';
import type { Catalog } from '../metrics/model/catalog';
import { DefinitionReader } from './definition-reader';

export interface CheckOptions {
  /** Also run the worked examples, in an embedded database. */
  readonly examples: boolean;
  /** Who checks again and again keeps one. */
  readonly reader?: DefinitionReader;
}

export interface CheckReport {
  /** Without the broken definitions; null only when company.yaml is missing or wrong. */
  readonly catalog: Catalog | null;
  /** All findings, by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was read, for code frames. */
  readonly files: readonly DefinitionFile[];
  readonly ms: number;
}

/**
 * Everything about definitions that can be known without their database: files and shapes, names, references and types, remarks on
 * what is sound but will surprise somebody, and worked examples. The unit of failure is the definition: the rest is checked all the same.
 *
 * @param source the definitions' folder, or its files.
 * @throws Failure ENVIRONMENT.FILE when the folder cannot be read, or one of family `engine` when the examples have no database.
 */
export async function checkDefinitions(
  source: string | readonly DefinitionFile[],
  { examples, reader = new DefinitionReader() }: CheckOptions,
): Promise<CheckReport> {
  const started = performance.now();
  const { files, raw, catalog, diagnostics } =
    typeof source === 'string'
      ? await reader.readFolder(source)
      : await reader.read({ files: source, diagnostics: [] });
  const found = [
    ...diagnostics,
    ...(catalog ? remarksOn(catalog) : []),
    ...(catalog && examples ? await examplesOf(catalog, raw) : []),
  ];
  return { catalog, diagnostics: byPlace(found), files, ms: Math.round(performance.now() - started) };
}

/** A join that only a broken definition walks would seem unused. */
function remarksOn(catalog: Catalog): readonly Diagnostic[] {
  const all = remarks(catalog);
  return catalog.broken.size === 0 ? all : all.filter(({ code }) => code !== 'JOIN.UNUSED');
}

/** The embedded database is loaded only where there is something to run in it. */
async function examplesOf(catalog: Catalog, raw: RawCatalog): Promise<readonly Diagnostic[]> {
  if (!raw.metrics.some(({ value }) => value.examples?.length)) return [];
  const { checkExamples } =
    require('./examples/check-examples') as typeof import('./examples/check-examples');
  return checkExamples(catalog, raw);
}

/** Findings by file and place; those of one place stay in the order in which they were found. */
export function byPlace(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    ({ at: a }, { at: b }) =>
      compareCodePoints(a.file, b.file) || a.start.line - b.start.line || a.start.column - b.start.column,
  );
}
