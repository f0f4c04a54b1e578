import type { Span } from '../../src/base/diagnostic';
import type { RawDefinition, ValuePath } from '../../src/metrics/definitions/raw';
import { offsetsOf, readText } from './read-marked';

const DATASETS = `datasets:
  orders:
    table: shop.orders
    key: order_id
    columns: { order_id: bigint, at: { type: timestamp, zone: UTC } }
    joins:
      customers: { to: customers, by: customer_id }
      places:
        to: places
        by:
          - country
          - place_id
    dimensions:
      channel:
      long:
        formula: |
          case when a
            then b
          end
`;

const orders = readText(DATASETS).datasets[0]!;
const slice = (text: string, span: Span): string => {
  const { from, to } = offsetsOf(text, span);
  return text.slice(from, to);
};

describe('the place of a value', () => {
  it.each<[ValuePath, string]>([
    [[], DATASETS.slice(DATASETS.indexOf('table:')).trimEnd()],
    [['table'], 'shop.orders'],
    [['key'], 'order_id'],
    [['key', 0], 'order_id'],
    [['columns', 'order_id'], 'bigint'],
    [['columns', 'order_id', 'type'], 'bigint'],
    [['columns', 'at'], '{ type: timestamp, zone: UTC }'],
    [['columns', 'at', 'zone'], 'UTC'],
    [['joins', 'customers', 'by', 0], 'customer_id'],
    [['joins', 'places', 'by', 1], 'place_id'],
    [['dimensions', 'long', 'formula'], 'case when a\n            then b\n          end'],
    // What is not there: the innermost key around it.
    [['dimensions', 'channel'], 'channel'],
    [['dimensions', 'channel', 'formula'], 'channel'],
    [['joins', 'customers', 'description'], 'customers'],
    [['joins', 'places', 'by', 7], 'by'],
    [['time'], 'orders'],
    [['via', 'countries'], 'orders'],
    [['constructor'], 'orders'],
  ])('at %j', (path, expected) => {
    expect(slice(DATASETS, orders.locate(path))).toBe(expected);
  });
});

describe('the place of a key', () => {
  it.each<[ValuePath, string]>([
    [[], 'orders'],
    [['table'], 'table'],
    [['columns', 'at'], 'at'],
    [['joins', 'customers', 'by'], 'by'],
    [['joins', 'places', 'by', 1], 'place_id'],
    [['time'], 'orders'],
    [['joins', 'customers', 'description'], 'customers'],
  ])('that leads to %j', (path, expected) => {
    expect(slice(DATASETS, orders.locateKey(path))).toBe(expected);
  });

  it('is the name for the definition itself', () => {
    expect(slice(DATASETS, orders.at)).toBe('orders');
  });
});

describe('the place of a part of a formula', () => {
  const metricOf = (formula: string): { definition: RawDefinition<{ formula: string }>; text: string } => {
    const text = `metrics:\n  a:\n    formula: ${formula}\n    unit: GBP\n`;
    return { definition: readText(text).metrics[0]!, text };
  };

  it.each([
    ['plain', 'sum(orders.amuont - orders.tax)'],
    ['plain over two lines', 'sum(\n      orders.amuont)'],
    ['in single quotes', "'sum(orders.amuont) filter (where a = ''x'')'"],
    ['in double quotes', '"sum(\\"Order\\".x) + \\\n      orders.amuont"'],
    ['as a literal block', '|\n      sum(\n        orders.amuont)'],
    ['as a folded block', '>-\n      sum(\n      orders.amuont)'],
    ['beside an emoji', '"\'😀\' || orders.amuont"'],
  ])('%s', (_style, written) => {
    const { definition, text } = metricOf(written);
    const from = definition.value.formula.indexOf('amuont');
    const span = definition.locateText(['formula'], from, from + 'amuont'.length);
    expect(slice(text, span)).toBe('amuont');
  });

  it('is empty for nothing, and stands behind the text at its end', () => {
    const { definition, text } = metricOf('sum(x');
    const end = definition.locateText(['formula'], 5, 5);
    expect(offsetsOf(text, end)).toEqual({ from: text.indexOf('sum(x') + 5, to: text.indexOf('sum(x') + 5 });
    const inside = definition.locateText(['formula'], 3, 3);
    expect(offsetsOf(text, inside)).toEqual({ from: text.indexOf('(x'), to: text.indexOf('(x') });
  });

  it('is clamped when it reaches beyond the text', () => {
    const { definition, text } = metricOf('sum(x)');
    expect(slice(text, definition.locateText(['formula'], 4, 999))).toBe('x)');
    expect(slice(text, definition.locateText(['formula'], 50, 99))).toBe('');
  });

  it('is the place of the value when that is no text or not there', () => {
    const { definition, text } = metricOf('sum(x)');
    expect(slice(text, definition.locateText(['where'], 0, 3))).toBe('a');
    expect(slice(text, definition.locateText([], 0, 3))).toBe('formula: sum(x)\n    unit: GBP');
  });
});
