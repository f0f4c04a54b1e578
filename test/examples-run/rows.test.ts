import { checkMetrics, metric, onlyFinding, said } from './check-text';

const COUNT = 'formula: count(orders)';
const row = (cells: string): string => `- { story: s, orders: [{ ${cells} }], answer: 1 }`;

describe('a value that its column cannot hold', () => {
  test.each([
    ['text for a number', 'items: «many»', '"many" cannot be read as integer.', 'write a whole number'],
    [
      'a fraction for a whole number',
      'items: «1.5»',
      '1.5 cannot be read as integer.',
      'write a whole number',
    ],
    [
      'an integer too large',
      'items: «2147483648»',
      '2147483648 cannot be read as integer.',
      'it is beyond the range of integer',
    ],
    [
      'a smallint too small',
      'code: «-32769»',
      '-32769 cannot be read as smallint.',
      'it is beyond the range of smallint',
    ],
    [
      'a bigint too large',
      'order_id: «9223372036854775808»',
      '9223372036854775808 cannot be read as bigint.',
      'it is beyond the range of bigint',
    ],
    ['a hexadecimal number', 'items: «0x10»', '0x10 cannot be read as integer.', 'write a whole number'],
    [
      'a third decimal place',
      'amount: «12.505»',
      '12.505 cannot be read as decimal(12,2).',
      'decimal(12,2) keeps 2 decimal places',
    ],
    [
      'a decimal too large',
      'amount: «12345678901»',
      '12345678901 cannot be read as decimal(12,2).',
      'it is beyond the range of decimal(12,2)',
    ],
    [
      'a decimal with an exponent',
      'amount: «1e3»',
      '1e3 cannot be read as decimal(12,2).',
      'write the digits, such as 12.50',
    ],
    [
      'a decimal that is none',
      'amount: «.nan»',
      '.nan cannot be read as decimal(12,2).',
      'write the digits, such as 12.50',
    ],
    ['an endless double', 'weight: «.inf»', '.inf cannot be read as double.', 'write a number'],
    ['a double too large', "weight: «'1e999'»", '"1e999" cannot be read as double.', 'write a number'],
    ['a number for a text', 'status: «007»', '007 cannot be read as string.', 'put it in quotes: "007"'],
    [
      'a truth value for a text',
      'status: «true»',
      'true cannot be read as string.',
      'put it in quotes: "true"',
    ],
    [
      'a word that is no truth value',
      'is_test: «yes»',
      'The word yes cannot be read as boolean.',
      'write true or false',
    ],
    [
      'a word that is no text',
      'status: «No»',
      'The word No cannot be read as string.',
      'put it in quotes: "No"',
    ],
    [
      'a text for a truth value',
      "is_test: «'true'»",
      '"true" cannot be read as boolean.',
      'write true or false',
    ],
    ['a number for a truth value', 'is_test: «1»', '1 cannot be read as boolean.', 'write true or false'],
    [
      'a day that does not exist',
      'due_on: «2025-02-29»',
      '"2025-02-29" cannot be read as date.',
      'write 2024-01-31',
    ],
    [
      'a time for a day',
      'due_on: «2025-02-28T10:00»',
      '"2025-02-28T10:00" cannot be read as date.',
      'write 2024-01-31',
    ],
    ['a year for a day', 'due_on: «2025»', '2025 cannot be read as date.', 'write 2024-01-31'],
    [
      'a year before ours',
      'due_on: «-0044-03-15»',
      '"-0044-03-15" cannot be read as date.',
      'write 2024-01-31',
    ],
    [
      'a moment whose instant is in the year 10000',
      'ordered_at: «9999-12-31T23:59:59-05:00»',
      '"9999-12-31T23:59:59-05:00" cannot be read as timestamptz.',
      'years go from 0001 to 9999',
    ],
    [
      'an instant for a wall time',
      'packed_at: «2025-02-28T10:00Z»',
      '"2025-02-28T10:00Z" cannot be read as timestamp.',
      'write 2024-01-31 09:30:00',
    ],
    ['a list', 'status: «[a]»', 'A list cannot be read as string.', undefined],
    ['a mapping', 'items: «{ a: 1 }»', 'A mapping cannot be read as integer.', undefined],
  ])('%s', async (_, cells, message, hint) => {
    const found = await onlyFinding(COUNT, row(cells));
    const column = /^\w+/.exec(cells)?.[0];
    expect(found).toMatchObject({
      code: 'TYPE.BAD_LITERAL',
      message: `The column "${column}" of "orders": ${message}`,
    });
    expect(found.hint).toBe(hint);
  });

  test('is told with all others at once', async () => {
    const checked = await checkMetrics(
      metric(
        COUNT,
        `- { story: s, orders: [{ items: a, amount: b }], customers: [{ customer_id: c }], answer: x }`,
      ),
    );
    expect(said(checked)).toHaveLength(4);
  });
});

describe('a name that does not exist', () => {
  test.each([
    [
      'a column',
      'orders: [{ «amuont»: 1 }]',
      'REFERENCE.UNKNOWN_COLUMN',
      'The dataset "orders" declares no column "amuont".',
      'did you mean "amount"?',
    ],
    [
      'a dimension for a column',
      'orders: [{ «is_gift»: true }]',
      'REFERENCE.UNKNOWN_COLUMN',
      '"is_gift" is a dimension of "orders"; rows hold columns.',
      undefined,
    ],
    [
      'a dataset',
      '«order»: []',
      'REFERENCE.UNKNOWN_DATASET',
      'The example gives rows of "order", which is no dataset.',
      'did you mean "orders"?',
    ],
    [
      'a misspelt key',
      '«anwser»: 1',
      'REFERENCE.UNKNOWN_DATASET',
      'The example gives rows of "anwser", which is no dataset.',
      'did you mean "answer"?',
    ],
    [
      'a role for a dataset',
      '«shipping_address»: []',
      'REFERENCE.UNKNOWN_DATASET',
      '"shipping_address" is a role; its rows are those of the dataset "addresses".',
      'write addresses:',
    ],
    [
      'a dimension',
      'by: «customers.regoin»',
      'REFERENCE.UNKNOWN_DIMENSION',
      'No dimension is named "customers.regoin".',
      'did you mean "customers.region"?',
    ],
  ])('%s', async (_, line, code, message, hint) => {
    const found = await onlyFinding(COUNT, `- { story: s, ${line}, answer: 0 }`);
    expect(found).toMatchObject({ code, message });
    if (hint) expect(found.hint).toBe(hint);
  });

  test('a name of a prototype is no name', async () => {
    const checked = await checkMetrics(
      metric(
        COUNT,
        '- { story: s, __proto__: [], constructor: [], orders: [{ __proto__: 1, toString: 2 }], answer: 0 }',
      ),
    );
    expect(
      said(checked)
        .map((text) => text.split(' ')[0])
        .sort(),
    ).toEqual([
      'REFERENCE.UNKNOWN_COLUMN',
      'REFERENCE.UNKNOWN_COLUMN',
      'REFERENCE.UNKNOWN_DATASET',
      'REFERENCE.UNKNOWN_DATASET',
    ]);
  });
});

describe('an example that is not well formed', () => {
  test.each([
    ['without a story', '- «{ orders: [], answer: 0 }»', 'SHAPE.MISSING_KEY', /lacks the key "story"/],
    ['without an answer', '- «{ story: s }»', 'SHAPE.MISSING_KEY', /lacks the key "answer"/],
    [
      'with a story that is no text',
      '- { story: «7», answer: 0 }',
      'EXAMPLE.INVALID',
      /story of an example must be a text/,
    ],
    [
      'with rows that are no list',
      '- { story: s, orders: «{ items: 1 }», answer: 0 }',
      'EXAMPLE.INVALID',
      /rows of "orders" must be a list/,
    ],
    [
      'with a row that is no mapping',
      '- { story: s, orders: [«7»], answer: 0 }',
      'EXAMPLE.INVALID',
      /A row of "orders" must be a mapping/,
    ],
    [
      'with a key that is NULL',
      '- { story: s, orders: [{ order_id: «null» }], answer: 0 }',
      'EXAMPLE.INVALID',
      /"order_id" is of the key of "orders" and cannot be null/,
    ],
    [
      'with one key twice',
      '- { story: s, orders: [{ order_id: 1 }, «{ order_id: 01 }»], answer: 0 }',
      'EXAMPLE.INVALID',
      /Two rows of "orders" have the same key: order_id 1\./,
    ],
    [
      'with one composite key twice',
      '- { story: s, addresses: [{ country: a, address_id: 1 }, { country: a, address_id: 2 }, «{ country: a, address_id: 2 }»], answer: 0 }',
      'EXAMPLE.INVALID',
      /same key: country a, address_id 2\./,
    ],
    [
      'with an answer in rows, without `by`',
      '- { story: s, answer: «[{ m: 1 }]» }',
      'EXAMPLE.INVALID',
      /Without `by` the answer is one value/,
    ],
    [
      'with one value, and `by`',
      '- { story: s, by: orders.items, answer: «1» }',
      'EXAMPLE.INVALID',
      /With `by` the answer is a list of rows/,
    ],
    [
      'with a `by` of nothing',
      '- { story: s, by: «[]», answer: 1 }',
      'EXAMPLE.INVALID',
      /`by` must be a dimension/,
    ],
    ['split by time', '- { story: s, by: «time.month», answer: [] }', 'EXAMPLE.INVALID', /not split by time/],
    [
      'with an answer that has another column',
      '- { story: s, by: orders.items, answer: [{ «itmes»: 1, m: 1 }] }',
      'EXAMPLE.INVALID',
      /no column "itmes"/,
    ],
    [
      'with one group twice',
      '- { story: s, by: orders.items, answer: [{ m: 1 }, «{ m: 1 }»] }',
      'EXAMPLE.INVALID',
      /two rows for one group/,
    ],
    [
      'with a text for an answer',
      '- { story: s, answer: «none» }',
      'TYPE.BAD_LITERAL',
      /The answer: "none" cannot be read as number/,
    ],
    [
      'with a word for an answer',
      '- { story: s, answer: «no» }',
      'TYPE.BAD_LITERAL',
      /The answer: The word no cannot be read/,
    ],
    [
      'with a group of the wrong type',
      '- { story: s, by: orders.due_on, answer: [{ orders.due_on: «soon», m: 1 }] }',
      'TYPE.BAD_LITERAL',
      /The answer: "soon" cannot be read as date/,
    ],
  ] as const)('%s', async (_, example, code, message) => {
    const found = await onlyFinding(COUNT, example);
    expect(found.code).toBe(code);
    expect(found.message).toMatch(message);
  });

  test('a split that the metric does not have is refused as in a question', async () => {
    const found = await onlyFinding(
      'formula: count(customers)',
      '- { story: s, by: «orders.status», answer: [] }',
    );
    expect(['DIMENSION.UNREACHABLE', 'GRAIN.TOO_COARSE']).toContain(found.code);
  });

  test('a metric that is sound is served whatever is wrong with its examples', async () => {
    const checked = await checkMetrics(metric(COUNT, '- {}\n- { story: right, orders: [{}], answer: 1 }'));
    expect(said(checked)).toEqual([
      'SHAPE.MISSING_KEY The example lacks the key "story".',
      'SHAPE.MISSING_KEY The example lacks the key "answer".',
    ]);
  });

  test('rows of a dataset that is broken are told so, and a metric that is broken has no examples', async () => {
    const checked = await checkMetrics(
      `datasets:
  torn: { table: torn, columns: { id: no_such_type } }
metrics:
  a: { formula: count(orders), examples: [{ story: s, torn: [], answer: 0 }] }
  b: { formula: count(torn), examples: [{ story: s, torn: [], answer: 99 }] }
`,
      { mayFail: true },
    );
    expect(said(checked)).toEqual(['REFERENCE.BROKEN The dataset "torn" is itself broken.']);
  });

  test('a dataset whose columns differ in case only, which the embedded database cannot have, fails alone', async () => {
    const checked = await checkMetrics(`datasets:
  odd: { table: odd, columns: { Amount: integer, amount: integer } }
metrics:
  a: { formula: sum(odd.amount), examples: [{ story: s, odd: [{ amount: 1, Amount: 2 }], answer: 1 }] }
  b: { formula: count(orders), examples: [{ story: s, orders: [{}], answer: 1 }] }
`);
    expect(said(checked)).toEqual([
      expect.stringMatching(/^EXAMPLE.WRONG_ANSWER The example "s" of "a" has no answer: /),
    ]);
  });

  test('too many rows are refused', async () => {
    const found = await onlyFinding(
      COUNT,
      `- { story: s, orders: «[${'{}, '.repeat(1000)}{}]», answer: 1001 }`,
    );
    expect(found.message).toBe('An example gives "orders" at most 1000 rows; these are 1001.');
  });
});

describe('keys that a row does not mention', () => {
  test.each([
    ['are numbered from 1', 'sum(orders.order_id)', 'orders: [{}, {}, {}]', '6'],
    [
      'are numbered past those that are given',
      'sum(orders.order_id)',
      'orders: [{}, { order_id: 1 }, {}, { order_id: 02 }]',
      '10',
    ],
    [
      'of texts and numbers',
      "count(addresses) filter (where addresses.country = '2' and addresses.address_id = 1)",
      'addresses: [{ country: GB }, { address_id: 7 }, {}]',
      '0',
    ],
    [
      'are found by rows that point to them',
      "count(orders) filter (where customers.region = 'b')",
      'customers: [{ region: a }, { region: b }], orders: [{ customer_id: 2 }]',
      '1',
    ],
  ])('%s', async (_, formula, rows, answer) => {
    const checked = await checkMetrics(
      metric(`formula: ${formula}`, `- { story: s, ${rows}, answer: ${answer} }`),
    );
    expect(said(checked).filter((text) => !/UNPROVED/.test(text))).toEqual([]);
  });
});

describe('hostile text', () => {
  const TEXTS = [
    'it\'s "quoted" `so`',
    '? $1 $2 :name ?? \\?',
    '-- comment /* more */ ; drop table "examples"."orders"',
    "'; drop schema examples cascade; --",
    "\\n \\0 %s $x {{y}} E'\\'",
    '😀 שלום العربية ﷽ é e\u0301',
    ' null ',
    'x'.repeat(200_000),
  ];

  test('in values comes back byte for byte', async () => {
    const examples = TEXTS.map((text, i) => {
      const json = JSON.stringify(text);
      return `- { story: ${JSON.stringify(`${i} ${text.slice(0, 50)}`)}, orders: [{ status: ${json} }], answer: ${json} }`;
    });
    expect(said(await checkMetrics(metric('formula: max(orders.status)', examples.join('\n'))))).toEqual([]);
  });

  test('in values and groups splits as it stands', async () => {
    const json = TEXTS.map((text) => JSON.stringify(text));
    const rows = json.map((text) => `{ status: ${text} }`).join(', ');
    const answer = json.map((text) => `{ orders.status: ${text}, m: 1 }`).join(', ');
    const example = `- { story: s, orders: [${rows}], by: orders.status, answer: [${answer}] }`;
    expect(said(await checkMetrics(metric(COUNT, example)))).toEqual([]);
  });
});
