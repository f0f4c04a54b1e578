import { z } from 'zod';
import { isSystemTable } from '../../language/system-tables';
import { parseColumnType } from '../../model/value-type';
import { columnTypeHint, isCutDecimal } from './column-type';
import { parseTableName } from './table-name';
import { isTimeZone, timeZoneHint } from './time-zone';
import { anything, fault, mappingOf, text, textList } from './values';

const COLUMN_SHAPE = z.preprocess(
  (value) => (typeof value === 'string' ? { type: value } : value),
  z
    .strictObject(
      { type: text, zone: text.exactOptional() },
      'a type such as bigint, or { type: timestamp, zone: America/New_York }',
    )
    .superRefine((column, context) => {
      const type = parseColumnType(column.type);
      if (type === null) {
        const message = `The column type "${column.type}" does not exist.`;
        fault(context, message, { code: 'SHAPE.WRONG_TYPE', hint: columnTypeHint(column.type) }, ['type']);
      } else if (column.zone !== undefined && type.kind !== 'timestamp') {
        const hint = 'only a timestamp, a wall time without offset, has a zone; remove it';
        fault(context, `A column of type ${column.type} has no zone.`, { code: 'SHAPE.WRONG_TYPE', hint }, [
          'zone',
        ]);
      }
      if (column.zone !== undefined && !isTimeZone(column.zone)) {
        const message = `The time zone "${column.zone}" does not exist.`;
        fault(context, message, { code: 'SHAPE.WRONG_TYPE', hint: timeZoneHint(column.zone) }, ['zone']);
      }
    }),
);

const JOIN_SHAPE = z.strictObject(
  { to: text, by: textList, description: text.exactOptional() },
  'a mapping such as { to: customers, by: customer_id }',
);

const DIMENSION_KEYS = {
  label: text.exactOptional(),
  description: text.exactOptional(),
  formula: text.exactOptional(),
  // Not read yet; see METRIC_KEYS.
  labels: anything.exactOptional(),
};
/** `channel:` alone is a dimension too: the column of that name. */
const DIMENSION_SHAPE = z.preprocess(
  (value) => (value === null ? {} : value),
  z.strictObject(DIMENSION_KEYS, 'a mapping such as { description: Where the order was placed }'),
);

const TABLE = text.superRefine((table, context) => {
  if (table.trim() === '') return;
  const parts = parseTableName(table);
  if (parts !== null) {
    if (isSystemTable(parts))
      fault(context, `The table "${table}" is one of the database's own.`, {
        code: 'SHAPE.WRONG_TYPE',
        hint: 'a dataset reads data, not settings, paths or users',
      });
    return;
  }
  const hint =
    'write one to three parts with dots between, shop.orders; put a part with other characters in double quotes';
  fault(context, `The table "${table}" is not a table name.`, { code: 'SHAPE.WRONG_TYPE', hint });
});

/** `{ amount: decimal(12,2) }` reads as `amount: decimal(12` and an empty column `2)`; one finding is enough. */
const isRestOfDecimal = (key: string, item: unknown, before: unknown): boolean =>
  item === null && /^\s*\d+\s*\)$/.test(key) && typeof before === 'string' && isCutDecimal(before);

const DATASET_KEYS = {
  label: text.exactOptional(),
  description: text.exactOptional(),
  table: TABLE.exactOptional(),
  query: text.exactOptional(),
  key: textList.exactOptional(),
  time: text.exactOptional(),
  columns: mappingOf(COLUMN_SHAPE, {
    expected: 'a mapping from column names to types',
    skip: isRestOfDecimal,
  }),
  joins: mappingOf(JOIN_SHAPE, {
    expected: 'a mapping from join names to { to: …, by: … }',
    names: 'join',
  }).exactOptional(),
  dimensions: mappingOf(DIMENSION_SHAPE, {
    expected: 'a mapping from dimension names to { … }',
    names: 'dimension',
  }).exactOptional(),
  via: mappingOf(text, { expected: 'a mapping from dataset names to join names' }).exactOptional(),
  // Not read yet; see METRIC_KEYS.
  labels: anything.exactOptional(),
};

export const DATASET_SHAPE = z
  .strictObject(DATASET_KEYS, 'a mapping with at least { table: …, columns: … }')
  .superRefine((dataset, context) => {
    if (dataset.table === undefined && dataset.query === undefined) {
      const hint = 'add table: schema.name, or query: with one SELECT';
      fault(
        context,
        'The dataset says neither `table` nor `query`.',
        { code: 'SHAPE.MISSING_KEY', hint, atKey: true },
        [],
      );
    } else if (dataset.table !== undefined && dataset.query !== undefined) {
      const hint = 'keep one of the two';
      fault(context, 'The dataset says both `table` and `query`.', { code: 'SHAPE.WRONG_TYPE', hint }, [
        'query',
      ]);
    }
  });

/** The keys of the mappings inside a dataset, for hints. */
export const DATASET_ENTRY_KEYS: Readonly<Record<string, readonly string[]>> = {
  columns: ['type', 'zone'],
  joins: Object.keys(JOIN_SHAPE.shape),
  dimensions: Object.keys(DIMENSION_KEYS),
};
