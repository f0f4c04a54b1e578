import { nearest } from '../../base/did-you-mean';
import { checkSelect } from '../language/select-text';
import type { Column, Dataset, Join } from '../model/catalog';
import { isTemporal, parseColumnType, typeName, type ValueType } from '../model/value-type';
import { withoutBroken } from './broken-datasets';
import type { Findings } from './findings';
import { labelOf, tableParts } from './names';
import type { RawCatalog, RawDataset, RawDefinition } from './raw';

type Raw = RawDefinition<RawDataset>;

/** Datasets with columns, keys and joins checked, without their dimensions; a dataset with a fault in these is left out. */
export function resolveDatasets(raw: RawCatalog, findings: Findings): Map<string, Dataset> {
  const byName = new Map(raw.datasets.map((d) => [d.name, d]));
  const known = new Map<string, Dataset>();
  for (const definition of raw.datasets) {
    const columns = columnsOf(definition);
    checkKey(definition, columns, findings);
    checkTime(definition, columns, findings);
    const joins = joinsOf(definition, byName, findings);
    checkVia(definition, joins, findings);
    known.set(definition.name, {
      name: definition.name,
      team: definition.team,
      label: definition.value.label ?? labelOf(definition.name),
      description: definition.value.description ?? null,
      at: definition.at,
      source: sourceOf(definition, findings),
      key: definition.value.key ?? [],
      time: definition.value.time ?? null,
      columns,
      joins,
      dimensions: new Map(),
      via: new Map(Object.entries(definition.value.via ?? {})),
    });
  }
  checkRoles(raw, known, findings);
  return withoutBroken(raw, known, findings);
}

function sourceOf(definition: Raw, findings: Findings): Dataset['source'] {
  const { table, query } = definition.value;
  if (query === undefined) return { kind: 'table', table: tableParts(table ?? '') };
  const problem = checkSelect(query);
  if (problem) findings.formula('dataset', definition, ['query'], problem);
  else
    findings.add(
      'dataset',
      definition,
      'DATASET.NOT_PORTABLE',
      `The dataset "${definition.name}" is written in the SQL of one database.`,
      { at: ['query'], key: true, severity: 'warning', hint: 'a view under `table:` is portable' },
    );
  return { kind: 'query', sql: query.trim() };
}

function columnsOf(definition: Raw): Map<string, Column> {
  return new Map(
    Object.entries(definition.value.columns).map(([name, column]) => {
      const type: ValueType = parseColumnType(column.type, column.zone ?? null) ?? { kind: 'null' };
      return [name, { name, declared: column.type, type }];
    }),
  );
}

function unknownColumn(
  definition: Raw,
  name: string,
  path: readonly (string | number)[],
  columns: ReadonlyMap<string, Column>,
  findings: Findings,
): void {
  const near = nearest(name, columns.keys());
  findings.add(
    'dataset',
    definition,
    'REFERENCE.UNKNOWN_COLUMN',
    `The dataset "${definition.name}" declares no column "${name}".`,
    { at: path, hint: near[0] ? `did you mean "${near[0]}"?` : 'declare it under `columns:`' },
  );
}

function checkKey(definition: Raw, columns: ReadonlyMap<string, Column>, findings: Findings): void {
  definition.value.key?.forEach((name, i) => {
    if (!columns.has(name)) unknownColumn(definition, name, ['key', i], columns, findings);
  });
}

function checkTime(definition: Raw, columns: ReadonlyMap<string, Column>, findings: Findings): void {
  const { time } = definition.value;
  if (time === undefined) return;
  const column = columns.get(time);
  if (!column) unknownColumn(definition, time, ['time'], columns, findings);
  else if (!isTemporal(column.type))
    findings.add(
      'dataset',
      definition,
      'TIME.INVALID',
      `"${time}" is ${typeName(column.type)}, not a date or timestamp.`,
      { at: ['time'] },
    );
}

function joinsOf(definition: Raw, all: ReadonlyMap<string, Raw>, findings: Findings): Map<string, Join> {
  const joins = new Map<string, Join>();
  for (const [name, join] of Object.entries(definition.value.joins ?? {})) {
    const target = all.get(join.to);
    const path = ['joins', name];
    if (!target) {
      const near = nearest(join.to, all.keys());
      findings.add(
        'dataset',
        definition,
        'REFERENCE.UNKNOWN_DATASET',
        `The join "${name}" goes to "${join.to}", which is no dataset.`,
        { at: [...path, 'to'], ...(near[0] ? { hint: `did you mean "${near[0]}"?` } : {}) },
      );
      continue;
    }
    checkJoinColumns(definition, name, target, findings);
    joins.set(name, {
      name,
      to: join.to,
      role: name !== join.to,
      columns: join.by,
      keys: target.value.key ?? [],
      at: definition.locateKey(path),
    });
  }
  return joins;
}

function checkJoinColumns(definition: Raw, name: string, target: Raw, findings: Findings): void {
  const join = definition.value.joins![name]!;
  const key = target.value.key ?? [];
  const at = ['joins', name, 'by'];
  if (!key.length) {
    findings.add(
      'dataset',
      definition,
      'DATASET.NO_KEY',
      `The join "${name}" goes to "${target.name}", which declares no key.`,
      { at: ['joins', name, 'to'], hint: `add \`key:\` to the dataset "${target.name}"` },
    );
    return;
  }
  if (join.by.length !== key.length) {
    findings.add(
      'dataset',
      definition,
      'JOIN.KEY_MISMATCH',
      `The join "${name}" names ${join.by.length} column${join.by.length === 1 ? '' : 's'}, but the key of "${target.name}" has ${key.length}: ${key.join(', ')}.`,
      { at },
    );
    return;
  }
  join.by.forEach((column, i) => {
    const own = definition.value.columns[column];
    const theirs = target.value.columns[key[i]!];
    if (!own)
      unknownColumn(
        definition,
        column,
        join.by.length > 1 ? [...at, i] : at,
        columnsOf(definition),
        findings,
      );
    else if (theirs && !joinable(own.type, theirs.type))
      findings.add(
        'dataset',
        definition,
        'JOIN.KEY_MISMATCH',
        `"${column}" is ${own.type}, but "${target.name}.${key[i]}" is ${theirs.type}.`,
        { at },
      );
  });
}

const joinable = (a: string, b: string): boolean => {
  const [x, y] = [parseColumnType(a), parseColumnType(b)];
  return !x || !y || x.kind === y.kind;
};

function checkVia(definition: Raw, joins: ReadonlyMap<string, Join>, findings: Findings): void {
  for (const [target, join] of Object.entries(definition.value.via ?? {})) {
    if (joins.has(join)) continue;
    const near = nearest(join, joins.keys());
    findings.add(
      'dataset',
      definition,
      'REFERENCE.UNKNOWN_DATASET',
      `\`via:\` leads to "${target}" by "${join}", which is no join of "${definition.name}".`,
      { at: ['via', target], ...(near[0] ? { hint: `did you mean "${near[0]}"?` } : {}) },
    );
  }
}

/** A role name is company-wide: the same name leads to the same dataset. */
function checkRoles(raw: RawCatalog, known: ReadonlyMap<string, Dataset>, findings: Findings): void {
  const roles = new Map<string, { to: string; by: string }>();
  for (const definition of raw.datasets) {
    for (const join of known.get(definition.name)?.joins.values() ?? []) {
      if (!join.role) continue;
      const first = roles.get(join.name);
      if (!first) roles.set(join.name, { to: join.to, by: definition.name });
      else if (first.to !== join.to)
        findings.add(
          'dataset',
          definition,
          'JOIN.ROLE_CONFLICT',
          `The role "${join.name}" leads to "${join.to}" here, but to "${first.to}" in the dataset "${first.by}".`,
          {
            at: ['joins', join.name],
            key: true,
            hint: 'a role name means the same dataset everywhere; choose another name',
          },
        );
    }
  }
}
