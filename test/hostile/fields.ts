// table: one line for each field of a question
import { quotedText } from './texts';

/** A field of a question that takes a text. */
export interface Field {
  readonly field: string;
  /** Part of a question that is sound but for this text. */
  readonly with: (text: string) => object;
  /** What may come of it: `rows`, or codes of a refusal. */
  readonly may: readonly string[];
}

const METRIC = ['REFERENCE.UNKNOWN_METRIC', 'QUERY.INVALID'];
const DIMENSION = ['REFERENCE.UNKNOWN_DIMENSION', 'QUERY.INVALID'];
const SEGMENT = ['REFERENCE.UNKNOWN_SEGMENT', 'QUERY.INVALID'];
const VALUE = ['rows', 'TYPE.BAD_LITERAL'];
const NO_VALUE = ['TYPE.BAD_LITERAL'];
const WORD = ['GRAIN.MISSING', 'QUERY.INVALID'];
const KEY = ['QUERY.UNKNOWN_KEY'];
const FORMULA = ['FORMULA.SYNTAX', 'FORMULA.TOO_LARGE', 'QUERY.LIMIT'];
const NAME = [...FORMULA, 'REFERENCE.UNKNOWN_NAME', 'REFERENCE.UNKNOWN_COLUMN'];

const test = (one: object): object => ({ where: [{ dimension: 'orders.channel', ...one }] });
const on = (dimension: string, one: object): object => ({ where: [{ dimension, ...one }] });
const by = (dimension: string, one: object = {}): object => ({ by: [{ dimension, ...one }] });
const formula = (text: string): object => ({ where: [{ formula: text }] });

export const FIELDS: readonly Field[] = [
  { field: 'metrics', with: (t) => ({ metrics: [t] }), may: METRIC },
  { field: 'by.dimension', with: (t) => by(t), may: DIMENSION },
  { field: 'by.dimension of a dataset', with: (t) => by(`orders.${t}`), may: DIMENSION },
  { field: 'by.dimension of a role', with: (t) => by(`${t}.channel`), may: DIMENSION },
  { field: 'by.time', with: (t) => ({ by: [{ time: t }] }), may: WORD },
  { field: 'by.part', with: (t) => ({ by: [{ part: t }] }), may: WORD },
  { field: 'by.grain', with: (t) => by('orders.due', { grain: t }), may: WORD },
  { field: 'by.as', with: (t) => by('orders.channel', { as: t }), may: ['QUERY.INVALID', 'rows'] },
  { field: 'where.dimension', with: (t) => on(t, { eq: 1 }), may: DIMENSION },
  { field: 'a text', with: (t) => test({ eq: t }), may: VALUE },
  { field: 'a list', with: (t) => test({ in: [t, 'web', null] }), may: VALUE },
  { field: 'a range', with: (t) => test({ between: [t, t] }), may: VALUE },
  { field: 'a part of a text', with: (t) => test({ contains: t }), may: VALUE },
  { field: 'a number', with: (t) => on('orders.hour', { eq: t }), may: VALUE },
  { field: 'a decimal', with: (t) => on('orders.amount', { gt: t }), may: VALUE },
  { field: 'a double', with: (t) => on('orders.weight', { gt: t }), may: VALUE },
  { field: 'a day', with: (t) => on('orders.due', { gt: t }), may: NO_VALUE },
  { field: 'a truth', with: (t) => on('orders.is_gift', { eq: t }), may: VALUE },
  { field: 'a moment', with: (t) => ({ where: [{ time: true, gt: t }] }), may: NO_VALUE },
  { field: 'onlyFor', with: (t) => test({ eq: 'web', onlyFor: [t] }), may: METRIC },
  { field: 'formula', with: formula, may: ['rows', 'TYPE.MISMATCH', 'FORMULA.NOT_ALLOWED', ...NAME] },
  {
    field: 'a text in a formula',
    with: (t) => formula(`orders.channel = ${quotedText(t)}`),
    may: ['rows', ...FORMULA],
  },
  { field: 'a column in a formula', with: (t) => formula(`orders."${t}" = 1`), may: NAME },
  { field: 'having.metric', with: (t) => ({ having: [{ metric: t, gt: 1 }] }), may: METRIC },
  { field: 'having', with: (t) => ({ having: [{ metric: 'placed_orders', gt: t }] }), may: VALUE },
  { field: 'segments', with: (t) => ({ segments: [t] }), may: SEGMENT },
  { field: 'period.from', with: (t) => ({ period: { from: t } }), may: NO_VALUE },
  { field: 'period.to', with: (t) => ({ period: { to: t } }), may: NO_VALUE },
  { field: 'period.grain', with: (t) => ({ period: { last: 3, grain: t } }), may: WORD },
  { field: 'period.last', with: (t) => ({ period: { last: t, grain: 'day' } }), may: ['QUERY.INVALID'] },
  {
    field: 'period.column',
    with: (t) => ({ metrics: [], ...by('orders.channel'), period: { from: '2024-01-01', column: t } }),
    may: DIMENSION,
  },
  { field: 'order.metric', with: (t) => ({ order: [{ metric: t }] }), may: METRIC },
  { field: 'order.dimension', with: (t) => ({ order: [{ dimension: t }] }), may: DIMENSION },
  { field: 'order.time', with: (t) => ({ order: [{ time: t }] }), may: WORD },
  {
    field: 'order.direction',
    with: (t) => ({ order: [{ metric: 'placed_orders', direction: t }] }),
    may: ['QUERY.INVALID'],
  },
  {
    field: 'order.nulls',
    with: (t) => ({ order: [{ metric: 'placed_orders', nulls: t }] }),
    may: ['QUERY.INVALID'],
  },
  { field: 'limit', with: (t) => ({ limit: t }), may: ['QUERY.INVALID'] },
  { field: 'zone', with: (t) => ({ zone: t }), may: ['QUERY.INVALID'] },
  { field: 'asOf', with: (t) => ({ asOf: t }), may: ['QUERY.INVALID', 'TYPE.BAD_LITERAL'] },
];

/** Keys come from outside too. */
export const KEYS: readonly Field[] = [
  { field: 'a key of a question', with: (t) => ({ [`${t}`]: 1 }), may: KEY },
  { field: 'a key of a condition', with: (t) => test({ eq: 'web', [t]: 1 }), may: KEY },
  { field: 'a key of having', with: (t) => ({ having: [{ metric: 'placed_orders', [t]: 1 }] }), may: KEY },
  { field: 'a key of a split', with: (t) => by('orders.channel', { [t]: 1 }), may: KEY },
  { field: 'a key of a period', with: (t) => ({ period: { [t]: '2024-01-01' } }), may: KEY },
  { field: 'a key of an order', with: (t) => ({ order: [{ [t]: 1 }] }), may: KEY },
];
