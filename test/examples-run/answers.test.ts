import { checkMetrics, metric, onlyFinding, said } from './check-text';

const right = async (keys: string, examples: string): Promise<void> =>
  expect(said(await checkMetrics(metric(keys, examples))).filter((text) => !/UNPROVED/.test(text))).toEqual(
    [],
  );

describe('an example whose answer is wrong', () => {
  test('names the story, what it says and what the definition gives, at the answer', async () => {
    const found = await onlyFinding(
      'formula: sum(orders.amount - orders.tax)',
      `- story: a paid order and a test order
  orders: [{ amount: 120, tax: 20, is_test: false }, { amount: 70, tax: 10, is_test: true }]
  answer: «100»`,
    );
    expect(found).toMatchObject({
      code: 'EXAMPLE.WRONG_ANSWER',
      severity: 'error',
      message: 'The example "a paid order and a test order" of "m" says 100, but the definition gives 160.',
      definition: { kind: 'metric', name: 'm' },
    });
  });

  test.each([
    [
      'a NULL for a number',
      'formula: sum(orders.items)',
      'orders: []\nanswer: «0»',
      'says 0, but the definition gives null',
    ],
    [
      'a number for a NULL',
      'formula: sum(orders.items)',
      'orders: [{ items: 2 }]\nanswer: «null»',
      'says null, but the definition gives 2',
    ],
    [
      'a fraction for a whole number',
      'formula: count(orders)',
      'orders: [{}]\nanswer: «1.5»',
      'says 1.5, but the definition gives 1',
    ],
    [
      'the last digit of a decimal',
      'formula: sum(orders.ratio)',
      "orders: [{ ratio: '0.12345678901234567890' }]\nanswer: «0.12345678901234567891»",
      'says 0.12345678901234567891, but the definition gives 0.1234567890123456789.',
    ],
    [
      'the last digit of an integer',
      'formula: sum(orders.order_id)',
      'orders: [{ order_id: 9007199254740993 }]\nanswer: «9007199254740992»',
      'says 9007199254740992, but the definition gives 9007199254740993',
    ],
    [
      'a double of three digits',
      'formula: avg(orders.items)',
      'orders: [{ items: 1 }, { items: 1 }, { items: 2 }]\nanswer: «1.333»',
      'says 1.333, but the definition gives 1.3333333333333333',
    ],
    [
      'another text',
      'formula: max(orders.status)',
      'orders: [{ status: "it\'s" }]\nanswer: «its»',
      'says "its", but the definition gives "it\'s"',
    ],
    [
      'another day',
      'formula: max(orders.due_on)',
      'orders: [{ due_on: 2025-03-01 }]\nanswer: «2025-03-02»',
      'says 2025-03-02, but the definition gives 2025-03-01',
    ],
  ])('%s', async (_, keys, example, message) => {
    const found = await onlyFinding(keys, `- story: a story\n  ${example.replaceAll('\n', '\n  ')}`);
    expect(found.code).toBe('EXAMPLE.WRONG_ANSWER');
    expect(found.message).toContain(message);
  });

  test('a definition that the database refuses has no answer, and the others have theirs', async () => {
    const checked = await checkMetrics(`metrics:
  broken:
    formula: max(orders.status::integer)
    examples: [{ story: no number, orders: [{ status: abc }], answer: 1 }]
  sound:
    formula: count(orders)
    examples: [{ story: one, orders: [{}], answer: 1 }]
  wrong:
    formula: count(orders)
    examples: [{ story: two, orders: [{}, {}], answer: 3 }]
`);
    expect(said(checked)).toEqual([
      expect.stringMatching(/^EXAMPLE.WRONG_ANSWER The example "no number" of "broken" has no answer: /),
      'EXAMPLE.WRONG_ANSWER The example "two" of "wrong" says 3, but the definition gives 2.',
    ]);
  });

  test('only fifty of one metric are told', async () => {
    const examples = Array.from({ length: 60 }, (_, i) => `{ story: s${i}, orders: [], answer: 7 }`);
    const checked = await checkMetrics(metric('formula: count(orders)', `- ${examples.join('\n- ')}`));
    expect(checked.findings).toHaveLength(50);
  });
});

describe('an example whose answer is right', () => {
  test.each([
    ['a number in any spelling', 'formula: sum(orders.amount)', 'orders: [{ amount: 45.50 }]\nanswer: 45.5'],
    [
      'a number with a sign',
      'formula: sum(orders.amount)',
      'orders: [{ amount: +7 }, { amount: -.5 }]\nanswer: 06.50',
    ],
    [
      'a decimal that no double holds',
      'formula: sum(orders.amount)',
      'orders: [{ amount: 0.1 }, { amount: 0.2 }]\nanswer: 0.3',
    ],
    [
      'all digits of a number',
      'formula: sum(orders.ratio)',
      'orders: [{ ratio: 123456789012345678.12345678901234567891 }]\nanswer: 123456789012345678.12345678901234567891',
    ],
    [
      'digits in quotes',
      'formula: sum(orders.order_id)',
      "orders: [{ order_id: '9223372036854775807' }]\nanswer: '9223372036854775807'",
    ],
    [
      'a sum beyond 64 bits',
      'formula: sum(orders.customer_id)',
      'orders: [{ customer_id: 9223372036854775807 }, { customer_id: 9223372036854775807 }]\nanswer: 18446744073709551614',
    ],
    [
      'a double up to its ninth digit',
      'formula: avg(orders.items)',
      'orders: [{ items: 1 }, { items: 0 }, { items: 0 }]\nanswer: 0.3333333333',
    ],
    [
      'a double with an exponent',
      'formula: sum(orders.weight)',
      'orders: [{ weight: 1.5e300 }]\nanswer: 15e299',
    ],
    ['no rows', 'formula: count(orders)', 'answer: 0'],
    ['no rows, with a value of its own', 'formula: sum(orders.items)\nempty: 7', 'orders: []\nanswer: 7'],
    ['a count without rows that is NULL', 'formula: count(orders)\nempty: null', 'answer: null'],
    [
      'the instant of a local time',
      'formula: max(orders.ordered_at)',
      'orders: [{ ordered_at: 2025-07-01 09:30 }]\nanswer: 2025-07-01T08:30:00Z',
    ],
    [
      'a local day as an instant',
      'formula: max(orders.ordered_at)',
      'orders: [{ ordered_at: 2025-07-01 }]\nanswer: 2025-06-30T23:00:00Z',
    ],
    [
      'a wall time',
      'formula: max(orders.packed_at)',
      'orders: [{ packed_at: 2025-07-01 09:30:00.250 }]\nanswer: 2025-07-01T09:30:00.25',
    ],
    [
      'a formula that compares with now',
      'formula: count(orders)\nwhere: orders.ordered_at > now()',
      'orders: [{ ordered_at: 2024-01-01 }, { ordered_at: 9999-01-01 }]\nanswer: 1',
    ],
    [
      'several facts',
      'formula: sum(refunds.amount) / sum(orders.amount)',
      'orders: [{ amount: 8 }]\nrefunds: [{ amount: 1 }, { amount: 1 }]\nanswer: 0.25',
    ],
    [
      'one fact without rows',
      'formula: sum(refunds.amount) / sum(orders.amount)',
      'orders: [{ amount: 8 }]\nanswer: null',
    ],
  ])('%s', async (_, keys, example) => {
    await right(keys, `- story: a story\n  ${example.replaceAll('\n', '\n  ')}`);
  });

  test('a dataset that is a query is given by its columns', async () => {
    await right(
      'formula: sum(refunds.amount)',
      '- { story: small ones too, refunds: [{ amount: 5 }], answer: 5 }',
    );
  });

  test('a metric of metrics', async () => {
    const checked = await checkMetrics(`metrics:
  revenue: { formula: sum(orders.amount), where: not orders.is_test }
  placed: { formula: count(orders) }
  average:
    formula: revenue / placed
    examples:
      - { story: a test counts as placed, orders: [{ amount: 6, is_test: false }, { amount: 9, is_test: true }], answer: 3 }
`);
    expect(said(checked)).toEqual([]);
  });

  test('a value per customer', async () => {
    await right(
      'formula: count(orders)\nwhere: per(customers, sum(orders.amount)) >= 100',
      `- story: one customer of a hundred in two orders, one of less, and a guest
  customers: [{}, {}]
  orders: [{ customer_id: 1, amount: 60 }, { customer_id: 1, amount: 40 }, { customer_id: 2, amount: 99 }, { amount: 500 }]
  answer: 2
- story: the same numbers in another example are other customers
  customers: [{}, {}]
  orders: [{ customer_id: 1, amount: 60 }, { customer_id: 2, amount: 40 }]
  answer: 0`,
    );
  });
});

describe('joined datasets', () => {
  test('are given beside the dataset of the metric, with orphans and guests', async () => {
    await right(
      "formula: count(orders) filter (where customers.region = 'North')",
      `- story: one from the north
  customers: [{ region: North }, { region: South }]
  orders: [{ customer_id: 1 }, { customer_id: 2 }, { customer_id: 77 }, {}]
  answer: 1`,
    );
  });

  test('by a composite key, under a role', async () => {
    await right(
      "formula: count(orders)\nwhere: shipping_address.city = 'Bath'",
      `- story: the same number in two countries
  addresses: [{ country: GB, address_id: 1, city: Bath }, { country: US, address_id: 1, city: Bath }, { country: US, address_id: 2, city: York }]
  orders: [{ ship_country: US, ship_address: 1 }, { ship_country: US, ship_address: 2 }, { ship_country: GB, ship_address: 2 }, { ship_country: GB }]
  answer: 1`,
    );
  });

  test('never repeat a row', async () => {
    await right(
      'formula: count(customers)',
      '- { story: two orders of one, customers: [{}], orders: [{ customer_id: 1 }, { customer_id: 1 }], answer: 1 }',
    );
  });
});

describe('an answer by dimensions', () => {
  const orders = `customers: [{ region: North }, { region: South }]
  orders: [{ customer_id: 1, amount: 4, is_test: false }, { customer_id: 1, amount: 6, is_test: true }, { customer_id: 2, amount: 1, is_test: false }, { amount: 9, is_test: false }]`;

  test('is a row for each group, in any order, NULL where nothing is said', async () => {
    await right(
      'formula: sum(orders.amount)',
      `- story: by region
  ${orders}
  by: customers.region
  answer: [{ m: 9 }, { customers.region: South, m: 1 }, { customers.region: North, m: 10 }]
- story: by region and test
  ${orders}
  by: [customers.region, orders__is_test]
  answer:
    - { customers.region: North, orders.is_test: false, m: 4.00 }
    - { customers.region: North, orders.is_test: true, m: 6 }
    - { customers.region: South, orders.is_test: false, m: 1 }
    - { orders__is_test: false, m: 9 }
- story: no rows, no groups
  by: orders.items
  answer: []`,
    );
  });

  test('has its own groups only, not those of the metrics beside it', async () => {
    const rows = 'orders: [{ items: 1 }], refunds: [{ order_id: 5 }]';
    const checked = await checkMetrics(`metrics:
  a: { formula: count(orders), examples: [{ story: a, ${rows}, by: orders.items, answer: [{ orders.items: 1, a: 1 }] }] }
  b: { formula: count(refunds), examples: [{ story: b, ${rows}, by: orders.items, answer: [{ b: 1 }] }] }
`);
    expect(said(checked)).toEqual([]);
  });

  test('that has a wrong value is told at its row', async () => {
    const found = await onlyFinding(
      'formula: sum(orders.amount)',
      `- story: by region
  ${orders}
  by: customers.region
  answer: [{ m: 9 }, «{ customers.region: South, m: 2 }», { customers.region: North, m: 10 }]`,
    );
    expect(found.message).toBe(
      'The example "by region" of "m" says 2 for customers.region "South", but the definition gives 1.',
    );
  });

  test('that lacks a group is told at the answer', async () => {
    const found = await onlyFinding(
      'formula: sum(orders.amount)',
      `- story: by region
  ${orders}
  by: customers.region
  answer: «[{ m: 9 }, { customers.region: North, m: 10 }]»`,
    );
    expect(found.message).toBe(
      'The example "by region" of "m" says nothing for customers.region "South", but the definition gives 1.',
    );
  });

  test('that has a group too many is told at its row', async () => {
    const found = await onlyFinding(
      'formula: count(orders)',
      `- story: by items
  orders: [{ items: 3 }]
  by: orders.items
  answer: [{ orders.items: 3, m: 1 }, «{ m: 1 }»]`,
    );
    expect(found.message).toBe(
      'The example "by items" of "m" says 1 for orders.items null, but the definition has no such group.',
    );
  });
});

describe('examples that lie in the tables together', () => {
  test('never see the rows of another, in any dataset', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `r${i}`);
    const examples = names.map(
      (name, i) => `- story: ${name}
  customers: [{ customer_id: 1, region: ${name} }]
  orders: [${Array.from({ length: i % 4 }, () => '{ customer_id: 1 }').join(', ')}]
  by: customers.region
  answer: [${i % 4 ? `{ customers.region: ${name}, m: ${i % 4} }` : ''}]
- story: ${name}, whole
  customers: [{ customer_id: ${i} }]
  orders: [{ customer_id: 1 }, { customer_id: ${i}, items: ${i} }]
  answer: 2`,
    );
    await right('formula: count(orders)', examples.join('\n'));
  });

  test('more than lie there at a time are all run', async () => {
    const metrics = Array.from(
      { length: 600 },
      (_, i) =>
        `  m${i}: { formula: sum(orders.items), examples: [{ story: s, orders: [{ items: ${i} }], answer: ${i === 555 ? 0 : i} }] }`,
    );
    const checked = await checkMetrics(`metrics:\n${metrics.join('\n')}\n`);
    expect(said(checked)).toEqual([
      'EXAMPLE.WRONG_ANSWER The example "s" of "m555" says 0, but the definition gives 555.',
    ]);
  });
});
