import type { Diagnostic } from '../base/diagnostic';
import type { Catalog, Dataset } from '../metrics/model/catalog';
import { quoteIdentifier } from '../metrics/sql/identifiers';
import type { Database, DatabaseColumn, DatabaseRunOptions } from './database';
import { fromClause } from './dataset-sql';
import { compareColumns, placeOf } from './declared-columns';
import { finding, orFinding } from './finding';
import { inTurn } from './in-turn';
import { checkJoin, checkKey, checkValues, type FoundDataset, type RowCheckContext } from './row-checks';

export interface DataCheckOptions {
  readonly signal?: AbortSignal;
  /** For each statement; a check that takes longer is a finding. Default: no limit. */
  readonly deadlineMs?: number;
  /** Statements sent at once. Default 4; the engine has a limit of its own. */
  readonly concurrency?: number;
}

const DEFAULT_CONCURRENCY = 4;

/**
 * Proves the catalog on the data: tables, columns and types are as declared, keys are unique and never NULL, joins are
 * many-to-one and lead somewhere, doubles are numbers. Each dataset is scanned about once for values, once for its key and
 * once per join. Findings come in the order of the catalog.
 * @throws Failure ENGINE.UNAVAILABLE or ENGINE.CANCELLED; whatever else goes wrong with one check is a finding.
 */
export async function checkData(
  catalog: Catalog,
  database: Database,
  options: DataCheckOptions = {},
): Promise<readonly Diagnostic[]> {
  const { signal, deadlineMs, concurrency = DEFAULT_CONCURRENCY } = options;
  const runOptions: DatabaseRunOptions = {
    zone: catalog.company.zone,
    ...(signal === undefined ? {} : { signal }),
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
  };
  const datasets = [...catalog.datasets.values()];
  const looked = await inTurn(datasets, concurrency, (dataset) => lookAt(dataset, database, runOptions));
  const found = new Map(looked.flatMap(({ found: one }) => (one ? [[one.dataset.name, one]] : [])));
  const context = { catalog, database, options: runOptions, found };
  const checks = looked.flatMap((look) => [async () => look.findings, ...rowChecks(context, look.found)]);
  return (await inTurn(checks, concurrency, (check) => check())).flat();
}

interface Look {
  readonly findings: readonly Diagnostic[];
  /** Null when there is nothing to check rows of. */
  readonly found: FoundDataset | null;
}

async function lookAt(dataset: Dataset, database: Database, options: DatabaseRunOptions): Promise<Look> {
  let found: FoundDataset | null = null;
  const findings = await orFinding(dataset, dataset.at, `The dataset "${dataset.name}"`, async () => {
    const described = await describe(dataset, database);
    if (described === null) return [tableMissing(dataset)];
    const compared = await compareColumns(dataset, described, (declared) =>
      canRead(dataset, declared, database, options),
    );
    found = { dataset, present: compared.present };
    return compared.findings;
  });
  return { findings, found };
}

const describe = ({ source }: Dataset, database: Database): Promise<readonly DatabaseColumn[] | null> =>
  database.describe(source.kind === 'table' ? source.table : { sql: source.sql });

const tableMissing = (dataset: Dataset): Diagnostic =>
  finding(
    dataset,
    'DATA.TABLE_MISSING',
    `The dataset "${dataset.name}" reads ${placeOf(dataset)}, which the database does not have.`,
    { hint: 'correct `table:`, or load the table' },
  );

/** Asks the database itself whether it has a column of this name: it alone knows its rules of upper and lower case. */
async function canRead(
  dataset: Dataset,
  column: string,
  database: Database,
  options: DatabaseRunOptions,
): Promise<boolean> {
  const sql = `SELECT ${quoteIdentifier(column)} ${fromClause(dataset, dataset.name)} LIMIT 0`;
  const refused = await orFinding(dataset, dataset.at, column, async () => {
    await database.run({ sql, bindings: [] }, [], options);
    return [];
  });
  return refused.length === 0;
}

function rowChecks(
  context: RowCheckContext,
  found: FoundDataset | null,
): readonly (() => Promise<readonly Diagnostic[]>)[] {
  if (found === null) return [];
  return [
    () => checkValues(context, found),
    () => checkKey(context, found),
    ...[...found.dataset.joins.values()].map((join) => () => checkJoin(context, found, join)),
  ];
}
