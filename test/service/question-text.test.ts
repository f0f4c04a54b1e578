import type { Failure } from '../../src/base/failure';
import type { Catalog } from '../../src/metrics/model/catalog';
import type { ValueType } from '../../src/metrics/model/value-type';
import type { Door } from '../../src/service/question-text/door';
import { parseBy, parseOrder } from '../../src/service/question-text/parse-by';
import { parseWhere, type ReadWord } from '../../src/service/question-text/parse-where';
import { wordReader } from '../../src/service/question-text/read-word';

const DOOR: Door = {
  code: 'QUERY.INVALID',
  name: (name) => name,
  write: (name, value) => `${name}=${value}`,
};

const asText: ReadWord = (_, word) => (word.text === 'null' && !word.quoted ? null : word.text);
const where = (text: string) => parseWhere(text, asText, DOOR);

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as Failure).code;
  }
  return 'nothing was thrown';
}

describe('where', () => {
  test.each([
    ['orders.channel=web', { dimension: 'orders.channel', eq: 'web' }],
    ['orders__channel = web', { dimension: 'orders__channel', eq: 'web' }],
    ['  orders.channel  !=  web shop  ', { dimension: 'orders.channel', ne: 'web shop' }],
    ['orders.amount>=10', { dimension: 'orders.amount', gte: '10' }],
    ['orders.amount > -10', { dimension: 'orders.amount', gt: '-10' }],
    ['orders.amount <= 10', { dimension: 'orders.amount', lte: '10' }],
    ['orders.amount<10', { dimension: 'orders.amount', lt: '10' }],
    ['customers.name ~ a=b', { dimension: 'customers.name', contains: 'a=b' }],
    ['customers.name ^= Dr', { dimension: 'customers.name', startsWith: 'Dr' }],
    ["customers.name = ''", { dimension: 'customers.name', eq: '' }],
    ["customers.name = 'O''Brien'", { dimension: 'customers.name', eq: "O'Brien" }],
    ['customers.name = " x "', { dimension: 'customers.name', eq: ' x ' }],
    ["customers.name = 'null'", { dimension: 'customers.name', eq: 'null' }],
    ['customers.name = null', { dimension: 'customers.name', isNull: true }],
    ['customers.name != null', { dimension: 'customers.name', isNull: false }],
    ['customers.name is null', { dimension: 'customers.name', isNull: true }],
    ['customers.name IS NOT NULL', { dimension: 'customers.name', isNull: false }],
    ['orders.channel in web,app', { dimension: 'orders.channel', in: ['web', 'app'] }],
    ['orders.channel in (web, null)', { dimension: 'orders.channel', in: ['web', null] }],
    ['orders.channel in(web)', { dimension: 'orders.channel', in: ['web'] }],
    ['orders.channel not in (\'a, b\', "c")', { dimension: 'orders.channel', notIn: ['a, b', 'c'] }],
    ['orders.channel = web, app', { dimension: 'orders.channel', eq: 'web, app' }],
    ['time >= 2024-01-01', { time: true, gte: '2024-01-01' }],
  ])('%s', (text, condition) => {
    expect(where(text)).toEqual(condition);
  });

  test.each([
    'orders.channel',
    '= web',
    'orders.channel =',
    'orders.channel in',
    'orders.channel in (web,)',
    'orders.channel like web',
    'orders.amount < null',
    'orders.channel inweb',
    'orders.channel is nothing',
  ])('%s is wrong usage', (text) => {
    expect(codeOf(() => where(text))).toBe('QUERY.INVALID');
  });

  const catalog = (type: ValueType): Catalog =>
    ({ dimensions: new Map([['t.d', { dimension: { type } }]]) }) as unknown as Catalog;
  test.each<[ValueType, string, unknown]>([
    [{ kind: 'integer', bits: 64 }, '8', 8],
    [{ kind: 'integer', bits: 64 }, '-8', -8],
    [{ kind: 'integer', bits: 64 }, '9007199254740993', '9007199254740993'],
    [{ kind: 'integer', bits: 64 }, '8.5', '8.5'],
    [{ kind: 'decimal', precision: 12, scale: 2 }, '8.50', '8.50'],
    [{ kind: 'double' }, '8.5', 8.5],
    [{ kind: 'double' }, 'x', 'x'],
    [{ kind: 'boolean' }, 'true', true],
    [{ kind: 'boolean' }, 'false', false],
    [{ kind: 'boolean' }, 'yes', 'yes'],
    [{ kind: 'string' }, '8', '8'],
    [{ kind: 'string' }, "'true'", 'true'],
    [{ kind: 'date' }, '2024-01-31', '2024-01-31'],
  ])('a %j is read from %s', (type, text, value) => {
    const read = wordReader(catalog(type));
    expect(parseWhere(`t__d = ${text}`, read, DOOR)).toEqual({ dimension: 't__d', eq: value });
  });
});

describe('--by', () => {
  test.each([
    ['time:month', { time: 'month' }],
    ['time:MONTH', { time: 'month' }],
    ['time:month=m', { time: 'month', as: 'm' }],
    ['customers.region', { dimension: 'customers.region' }],
    ['orders.ordered_at:week=ordered', { dimension: 'orders.ordered_at', grain: 'week', as: 'ordered' }],
    ['orders.ordered_at@HOUR_OF_DAY', { dimension: 'orders.ordered_at', part: 'hour_of_day' }],
    ['time@day_of_week=weekday', { part: 'day_of_week', as: 'weekday' }],
    ['customers__region=region', { dimension: 'customers__region', as: 'region' }],
  ])('%s', (text, by) => {
    expect(parseBy(text, DOOR)).toEqual(by);
  });

  test.each([
    ['time', 'GRAIN.MISSING'],
    ['', 'QUERY.INVALID'],
    ['a b', 'QUERY.INVALID'],
    ['a:day:month', 'QUERY.INVALID'],
    ['time:day@day_of_week', 'QUERY.INVALID'],
    ['orders.ordered_at@', 'QUERY.INVALID'],
  ])('%s is refused with %s', (text, code) => {
    expect(codeOf(() => parseBy(text, DOOR))).toBe(code);
  });
});

describe('--order', () => {
  test.each([
    ['net_revenue', { metric: 'net_revenue' }],
    ['-net_revenue', { metric: 'net_revenue', direction: 'DESC' }],
    ['+customers.region', { dimension: 'customers.region' }],
    ['-customers__region', { dimension: 'customers__region', direction: 'DESC' }],
    ['time', { time: true }],
    ['-time:month', { time: 'month', direction: 'DESC' }],
    ['-net_revenue nulls first', { metric: 'net_revenue', direction: 'DESC', nulls: 'FIRST' }],
    ['customers.region NULLS LAST', { dimension: 'customers.region', nulls: 'LAST' }],
  ])('%s', (text, order) => {
    expect(parseOrder(text, DOOR)).toEqual(order);
  });

  test('a grain on anything but time is wrong usage', () => {
    expect(codeOf(() => parseOrder('customers.since:month', DOOR))).toBe('QUERY.INVALID');
  });
});
