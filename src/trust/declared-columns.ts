import type { Diagnostic } from '../base/diagnostic';
import { nearest } from '../base/did-you-mean';
import type { Column, Dataset } from '../metrics/model/catalog';
import { parseColumnType, type ValueType } from '../metrics/model/value-type';
import type { DatabaseColumn } from './database';
import { finding } from './finding';

/** A dataset's declared columns, as far as the database has them. */
export interface ComparedColumns {
  /** Declared name → the column in the database. */
  readonly present: ReadonlyMap<string, DatabaseColumn>;
  readonly findings: readonly Diagnostic[];
}

/**
 * Compares the declared columns with the ones of the database. `sameName` says whether the database takes one name for the
 * other although their case differs.
 */
export async function compareColumns(
  dataset: Dataset,
  described: readonly DatabaseColumn[],
  sameName: (declared: string, actual: string) => Promise<boolean>,
): Promise<ComparedColumns> {
  const present = new Map<string, DatabaseColumn>();
  const findings: Diagnostic[] = [];
  for (const column of dataset.columns.values()) {
    const actual = await findColumn(column.name, described, sameName);
    if (actual === undefined) {
      findings.push(missing(dataset, column, described));
    } else {
      present.set(column.name, actual);
      findings.push(...wrongType(dataset, column, actual));
    }
  }
  return { present, findings };
}

async function findColumn(
  name: string,
  described: readonly DatabaseColumn[],
  sameName: (declared: string, actual: string) => Promise<boolean>,
): Promise<DatabaseColumn | undefined> {
  const exact = described.find((column) => column.name === name);
  if (exact) return exact;
  const folded = described.find((column) => column.name.toLowerCase() === name.toLowerCase());
  return folded && (await sameName(name, folded.name)) ? folded : undefined;
}

function missing(dataset: Dataset, column: Column, described: readonly DatabaseColumn[]): Diagnostic {
  const [near] = nearest(
    column.name,
    described.map(({ name }) => name),
  );
  return finding(
    dataset,
    'DATA.COLUMN_MISSING',
    `The dataset "${dataset.name}" declares the column "${column.name}", which ${placeOf(dataset)} does not have.`,
    { hint: near === undefined ? COLUMNS_HINT(dataset) : `did you mean "${near}"?` },
  );
}

const COLUMNS_HINT = (dataset: Dataset): string => `\`tenet columns ${dataset.name}\` shows what is there`;

export const placeOf = ({ source }: Dataset): string =>
  source.kind === 'table' ? `the table "${source.table.join('.')}"` : 'its query';

function wrongType(dataset: Dataset, column: Column, actual: DatabaseColumn): readonly Diagnostic[] {
  const type = actual.declared === null ? null : parseColumnType(actual.declared);
  const subject = `The column "${column.name}" of the dataset "${dataset.name}" is declared as ${column.declared}`;
  if (actual.declared === null || type === null) {
    return [
      finding(
        dataset,
        'DATA.COLUMN_TYPE',
        `${subject}, but has the type ${actual.engineType}, which Tenet does not read.`,
        { hint: 'remove it from `columns:`, or convert it in a view' },
      ),
    ];
  }
  const difference = compareTypes(column.type, type);
  if (difference === 'none') return [];
  return [
    finding(
      dataset,
      'DATA.COLUMN_TYPE',
      `${subject}, but is ${actual.declared} in the database (${actual.engineType}).`,
      {
        severity: difference === 'width' ? 'warning' : 'error',
        hint: `declare it as ${actual.declared}`,
      },
    ),
  ];
}

/** `width`: values read right either way, but the limits of arithmetic are others than declared. */
function compareTypes(declared: ValueType, actual: ValueType): 'none' | 'width' | 'kind' {
  if (declared.kind === 'integer' && actual.kind === 'integer') {
    return declared.bits === actual.bits ? 'none' : 'width';
  }
  if (declared.kind === 'decimal' && actual.kind === 'decimal') {
    if (declared.scale !== actual.scale) return 'kind';
    return declared.precision === actual.precision ? 'none' : 'width';
  }
  return declared.kind === actual.kind ? 'none' : 'kind';
}
