import { nearest } from '../../base/did-you-mean';
import { Failure } from '../../base/failure';
import type { ValuePath } from '../../metrics/definitions/raw';
import { isMapping } from '../../metrics/definitions/yaml-value';
import type { DimensionName } from '../../metrics/model/catalog';
import type { LiteralValue } from '../../metrics/model/expression';
import type { ValueType } from '../../metrics/model/value-type';
import { findDimension } from '../../metrics/planner/find-dimension';
import type { AnswerRow, ExampleScope } from './example';
import { readAnswerCell } from './read-cell';

/** The dimensions that an answer is split by; null after a reported fault. */
export function readBy(value: unknown, at: ValuePath, scope: ExampleScope): readonly DimensionName[] | null {
  if (value === undefined) return [];
  const names: unknown[] = Array.isArray(value) ? value : [value];
  if (names.length === 0 || !names.every((name) => typeof name === 'string')) {
    scope.report('EXAMPLE.INVALID', at, '`by` must be a dimension or a list of dimensions.', {
      hint: 'write by: dataset.dimension',
    });
    return null;
  }
  const found = names.map((name, i) => {
    const path = Array.isArray(value) ? [...at, i] : at;
    if (/^time\b/.test(name)) {
      scope.report('EXAMPLE.INVALID', path, 'An example is not split by time.', {
        hint: 'split it by a dimension, or give the rows of one period only',
      });
      return null;
    }
    try {
      return findDimension(scope.catalog, name, 'by');
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      scope.report(error.code, path, error.message, { hint: error.hint });
      return null;
    }
  });
  return found.includes(null) ? null : (found as DimensionName[]);
}

type Answer = readonly AnswerRow<LiteralValue>[];

/** One value, or with `by` a list of rows; null after a reported fault. */
export function readAnswer(
  value: unknown,
  by: readonly DimensionName[],
  at: ValuePath,
  scope: ExampleScope,
): Answer | null {
  if (by.length > 0) return readGroups(value, by, at, scope);
  if (Array.isArray(value) || isMapping(value)) {
    scope.report('EXAMPLE.INVALID', at, 'Without `by` the answer is one value.', {
      hint: 'write answer: 100, or add by: dataset.dimension',
    });
    return null;
  }
  const read = readCell(value, scope.metric.type, at, scope);
  return read && [{ keys: [], value: read.value }];
}

function readGroups(
  value: unknown,
  by: readonly DimensionName[],
  at: ValuePath,
  scope: ExampleScope,
): Answer | null {
  const shape = `{ ${[...by.map((b) => b.name), scope.metric.name].map((name) => `${name}: …`).join(', ')} }`;
  if (!Array.isArray(value) || !value.every(isMapping)) {
    const message = 'With `by` the answer is a list of rows, one for each group.';
    scope.report('EXAMPLE.INVALID', at, message, { hint: `write answer: [${shape}]` });
    return null;
  }
  const rows = value.map((row, i) => readGroup(row, by, [...at, i], scope));
  if (rows.includes(null)) return null;
  const seen = new Set<string>();
  for (const [i, row] of (rows as Answer).entries()) {
    const key = JSON.stringify(row.keys);
    if (seen.has(key)) {
      scope.report('EXAMPLE.INVALID', [...at, i], 'The answer has two rows for one group.');
      return null;
    }
    seen.add(key);
  }
  return rows as Answer;
}

function readGroup(
  row: Readonly<Record<string, unknown>>,
  by: readonly DimensionName[],
  at: ValuePath,
  scope: ExampleScope,
): AnswerRow<LiteralValue> | null {
  const types = new Map<string, ValueType>([
    ...by.map((b) => [b.name, b.dimension.type] as const),
    [scope.metric.name, scope.metric.type],
  ]);
  const values = new Map<string, LiteralValue>();
  for (const [written, cell] of Object.entries(row)) {
    const name = written.replaceAll('__', '.');
    const type = types.get(name);
    if (!type) {
      const [near] = nearest(name, types.keys(), 1);
      const list = `a row holds ${[...types.keys()].join(', ')}`;
      scope.report('EXAMPLE.INVALID', [...at, written], `The answer has no column "${written}".`, {
        key: true,
        hint: near ? `did you mean "${near}"? ${list}` : list,
      });
      return null;
    }
    const read = readCell(cell, type, [...at, written], scope);
    if (!read) return null;
    values.set(name, read.value);
  }
  const keys = by.map((b) => values.get(b.name) ?? null);
  return { keys, value: values.get(scope.metric.name) ?? null };
}

function readCell(
  value: unknown,
  type: ValueType,
  at: ValuePath,
  scope: ExampleScope,
): { readonly value: LiteralValue } | null {
  const read = readAnswerCell(value, () => scope.definition.excerpt(at), type, scope.catalog.company.zone);
  if (read.ok) return read;
  scope.report('TYPE.BAD_LITERAL', at, `The answer: ${read.message}`, { hint: read.hint });
  return null;
}
