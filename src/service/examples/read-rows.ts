import { nearest } from '../../base/did-you-mean';
import type { ValuePath } from '../../metrics/definitions/raw';
import { isMapping } from '../../metrics/definitions/yaml-value';
import type { Dataset } from '../../metrics/model/catalog';
import type { LiteralValue } from '../../metrics/model/expression';
import type { ExampleRow, ExampleScope } from './example';
import { keyText, numberKeys } from './number-keys';
import { readCell } from './read-cell';

const MAX_ROWS = 1000;

/** The rows that an example gives a dataset, keys numbered; null after a reported fault. */
export function readRows(
  value: unknown,
  dataset: Dataset,
  at: ValuePath,
  scope: ExampleScope,
): readonly ExampleRow[] | null {
  if (!Array.isArray(value)) {
    const message = `The rows of "${dataset.name}" must be a list.`;
    scope.report('EXAMPLE.INVALID', at, message, { hint: `write ${dataset.name}: [{ column: value }]` });
    return null;
  }
  if (value.length > MAX_ROWS) {
    const message = `An example gives "${dataset.name}" at most ${MAX_ROWS} rows; these are ${value.length}.`;
    scope.report('EXAMPLE.INVALID', at, message);
    return null;
  }
  const rows = value.map((row: unknown, i) => readRow(row, dataset, [...at, i], scope));
  if (rows.includes(null)) return null;
  const numbered = numberKeys(rows as ExampleRow[], dataset);
  return hasSoundKeys(numbered, dataset, at, scope) ? numbered : null;
}

function readRow(value: unknown, dataset: Dataset, at: ValuePath, scope: ExampleScope): ExampleRow | null {
  if (!isMapping(value)) {
    const message = `A row of "${dataset.name}" must be a mapping from columns to values.`;
    scope.report('EXAMPLE.INVALID', at, message, {
      hint: 'write { column: value }, or {} for a row of NULLs',
    });
    return null;
  }
  const row = new Map<string, LiteralValue>();
  let sound = true;
  for (const [name, cell] of Object.entries(value)) {
    const path = [...at, name];
    const column = dataset.columns.get(name);
    if (!column) {
      reportUnknownColumn(name, dataset, path, scope);
      sound = false;
      continue;
    }
    const { declared, type } = column;
    const zone = scope.catalog.company.zone;
    const read = readCell(cell, () => scope.definition.excerpt(path), { type, declared, zone });
    if (read.ok) row.set(name, read.value);
    else {
      const message = `The column "${name}" of "${dataset.name}": ${read.message}`;
      scope.report('TYPE.BAD_LITERAL', path, message, { hint: read.hint });
      sound = false;
    }
  }
  return sound ? row : null;
}

function reportUnknownColumn(name: string, dataset: Dataset, at: ValuePath, scope: ExampleScope): void {
  const [near] = nearest(name, dataset.columns.keys(), 1);
  const isDimension = dataset.dimensions.has(name);
  scope.report(
    'REFERENCE.UNKNOWN_COLUMN',
    at,
    isDimension
      ? `"${name}" is a dimension of "${dataset.name}"; rows hold columns.`
      : `The dataset "${dataset.name}" declares no column "${name}".`,
    {
      key: true,
      hint: near ? `did you mean "${near}"?` : `columns are ${[...dataset.columns.keys()].join(', ')}`,
    },
  );
}

/** Joins rely on keys that are there and different. */
function hasSoundKeys(
  rows: readonly ExampleRow[],
  dataset: Dataset,
  at: ValuePath,
  scope: ExampleScope,
): boolean {
  if (dataset.key.length === 0) return true;
  const seen = new Set<string>();
  let sound = true;
  const refuse = (path: ValuePath, message: string, hint?: string): void => {
    scope.report('EXAMPLE.INVALID', path, message, { hint });
    sound = false;
  };
  for (const [i, row] of rows.entries()) {
    const lacking = dataset.key.find((name) => (row.get(name) ?? null) === null);
    if (lacking !== undefined) {
      const isGiven = row.has(lacking);
      const message = `"${lacking}" is of the key of "${dataset.name}" and cannot be ${isGiven ? 'null' : 'numbered'}.`;
      refuse([...at, i, lacking], message, isGiven ? 'leave it out and it is numbered' : 'give it a value');
      continue;
    }
    const texts = dataset.key.map((name) => keyText(row.get(name)!, dataset.columns.get(name)!.type));
    const key = JSON.stringify(texts);
    if (seen.has(key)) {
      const shown = dataset.key.map((name, n) => `${name} ${texts[n]}`).join(', ');
      refuse([...at, i], `Two rows of "${dataset.name}" have the same key: ${shown}.`);
    }
    seen.add(key);
  }
  return sound;
}
