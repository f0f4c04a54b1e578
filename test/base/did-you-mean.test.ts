import { nearest } from '../../src/base/did-you-mean';

const DIMENSIONS = [
  'customers.region',
  'customers.name',
  'orders.channel',
  'orders.region_code',
  'shipping_address.country',
  'shipping_address.countries.name',
];
const METRICS = ['net_revenue', 'gross_revenue', 'revenue_growth', 'orders', 'roas', 'average_order_value'];

describe('the nearest names', () => {
  it.each<[string, readonly string[], string]>([
    ['net_revenu', METRICS, 'net_revenue'],
    ['Net_Revenue', METRICS, 'net_revenue'],
    ['netrevenue', METRICS, 'net_revenue'],
    ['gros_revenue', METRICS, 'gross_revenue'],
    ['revenue_net', METRICS, 'net_revenue'],
    ['raos', METRICS, 'roas'],
    ['order', METRICS, 'orders'],
    ['customers.regoin', DIMENSIONS, 'customers.region'],
    ['regoin', DIMENSIONS, 'customers.region'],
    ['region', DIMENSIONS, 'customers.region'],
    ['customer.region', DIMENSIONS, 'customers.region'],
    ['clients.region', DIMENSIONS, 'customers.region'],
    ['customers__regoin', DIMENSIONS, 'customers.region'],
    ['orders.chanel', DIMENSIONS, 'orders.channel'],
    ['fromula', ['formula', 'format', 'label'], 'formula'],
    ['max_row', ['default_rows', 'max_rows', 'max_in_list'], 'max_rows'],
  ])('of %s', (name, candidates, first) => {
    expect(nearest(name, candidates)[0]).toBe(first);
  });

  it('do not include what nobody would mean', () => {
    expect(nearest('margin', METRICS)).toEqual([]);
    expect(nearest('sum', ['avg', 'max', 'min'])).toEqual([]);
    expect(nearest('x', ['a', 'b'])).toEqual([]);
    expect(nearest('', METRICS)).toEqual([]);
    expect(nearest('a'.repeat(100_000), ['a'.repeat(99_999)])).toEqual([]);
  });

  it('are at most three, or as many as asked, without repeats', () => {
    const many = ['cost_a', 'cost_b', 'cost_c', 'cost_d', 'cost_a'];
    expect(nearest('cost_x', many)).toEqual(['cost_a', 'cost_b', 'cost_c']);
    expect(nearest('cost_x', many, 1)).toEqual(['cost_a']);
    expect(nearest('cost_x', new Set(many), 10)).toHaveLength(4);
  });

  it('put the same beginning first among equals, then the alphabet', () => {
    expect(nearest('units_solo', ['units_sold', 'bnits_solo', 'anits_solo'])).toEqual([
      'units_sold',
      'anits_solo',
      'bnits_solo',
    ]);
  });

  it('put another dataset’s equal column after a slip of the finger', () => {
    expect(nearest('clients.region', ['customers.region', 'clients.regions'])).toEqual([
      'clients.regions',
      'customers.region',
    ]);
  });

  it('are found among ten thousand in a moment', () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `metric_number_${i}`);
    const started = process.cpuUsage();
    expect(nearest('metric_numbr_4711', names)[0]).toBe('metric_number_4711');
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(1);
  });
});
