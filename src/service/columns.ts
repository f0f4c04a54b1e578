import { nearest } from '../base/did-you-mean';
import { Failure } from '../base/failure';
import type { DescribedColumn, Engine } from '../engines/engine';
import {
  columnsBlock,
  type DeclaredColumn,
  isWritableName,
} from '../metrics/definitions/columns/columns-block';
import {
  type DeclaredSource,
  declaredDatasets,
  readDeclared,
} from '../metrics/definitions/columns/read-declared';
import { writeColumns } from '../metrics/definitions/columns/write-columns';
import type { DefinitionFile } from '../metrics/definitions/raw';
import { loadGrammar } from '../metrics/language/postgres-tree';
import { checkSelect } from '../metrics/language/select-text';

/** A column that cannot be declared, and why, as the end of a sentence. */
export interface SkippedColumn {
  readonly name: string;
  readonly engineType: string;
  readonly reason: string;
}

export interface ProposedColumns {
  readonly columns: readonly DeclaredColumn[];
  /** The value of `columns:` in flow style, some lines with `\n` between them. */
  readonly yaml: string;
  readonly skipped: readonly SkippedColumn[];
}

/** What `columns:` should say of a table: every column that Tenet can read, in the order of the table, with the zones known. */
export function proposeColumns(
  described: readonly DescribedColumn[],
  zones: ReadonlyMap<string, string> = new Map(),
): ProposedColumns {
  const columns: DeclaredColumn[] = [];
  const skipped: SkippedColumn[] = [];
  for (const { name, engineType, declared } of described) {
    if (declared === null) {
      skipped.push({ name, engineType, reason: `its type ${engineType} is none that Tenet reads` });
    } else if (!isWritableName(name)) {
      skipped.push({ name, engineType, reason: 'its name holds a character that a definition may not hold' });
    } else {
      columns.push({ name, declared, ...zoneOf(zones.get(name), declared) });
    }
  }
  return { columns, yaml: columnsBlock(columns), skipped };
}

/** Only a timestamp has a wall clock; the zone of a column that has become something else is dropped. */
const zoneOf = (zone: string | undefined, declared: string): { zone?: string } =>
  zone !== undefined && declared === 'timestamp' ? { zone } : {};

export interface ColumnsProposal extends ProposedColumns {
  /** The file that defines the dataset. */
  readonly file: DefinitionFile;
  /** The whole text of that file with the proposal in it; everything else is as it was. */
  readonly text: string;
}

/**
 * Proposes the columns of a dataset from the database; the dataset may be broken or have no columns yet.
 * @throws Failure REFERENCE.UNKNOWN_DATASET, YAML.SYNTAX, DATA.TABLE_MISSING, SHAPE.MISSING_KEY without table and query,
 * QUERY_TEXT.NOT_ALLOWED for a query that may not run, or one of family `engine`.
 */
export async function proposeDatasetColumns(
  files: readonly DefinitionFile[],
  dataset: string,
  engine: Engine,
): Promise<ColumnsProposal> {
  const { file, declared } = findDataset(files, dataset);
  const described = await engine.describe(await sourceOf(declared, dataset));
  if (described === null) {
    throw new Failure(
      'DATA.TABLE_MISSING',
      `The dataset "${dataset}" reads the table "${declared.table?.join('.')}", which the database does not have.`,
      { hint: 'correct `table:`, or load the table' },
    );
  }
  const proposed = proposeColumns(described, declared.zones);
  return { ...proposed, file, text: writeColumns(file.text, dataset, proposed.columns) };
}

interface Found {
  readonly file: DefinitionFile;
  readonly declared: DeclaredSource;
}

/** A file that cannot be read stands in the way only when the dataset is in no other one. */
function findDataset(files: readonly DefinitionFile[], dataset: string): Found {
  const known: string[] = [];
  let unreadable: unknown;
  for (const file of files) {
    try {
      const declared = readDeclared(file, dataset);
      if (declared !== null) return { file, declared };
      known.push(...declaredDatasets(file));
    } catch (error) {
      unreadable ??= error;
    }
  }
  if (unreadable !== undefined) throw unreadable;
  const suggestions = nearest(dataset, known);
  throw new Failure('REFERENCE.UNKNOWN_DATASET', `There is no dataset "${dataset}".`, {
    suggestions,
    ...(suggestions[0] === undefined ? {} : { hint: `did you mean "${suggestions[0]}"?` }),
  });
}

async function sourceOf(
  { table, query }: DeclaredSource,
  dataset: string,
): Promise<readonly string[] | { readonly sql: string }> {
  if (table !== null) return table;
  if (query === null) {
    throw new Failure(
      'SHAPE.MISSING_KEY',
      `The dataset "${dataset}" has no \`table\` or \`query\` that can be read.`,
      {
        hint: 'add table: schema.name',
      },
    );
  }
  await loadGrammar();
  const problem = checkSelect(query);
  if (problem) {
    throw new Failure(problem.code, `The query of the dataset "${dataset}" may not run: ${problem.message}`, {
      ...(problem.hint === undefined ? {} : { hint: problem.hint }),
    });
  }
  return { sql: query };
}
