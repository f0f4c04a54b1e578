import { execute, firstColumn, inMemoryEngine, rejection } from './with-engine';

const engine = inMemoryEngine();
const INSTANT = { kind: 'timestamptz' } as const;

const read = (instants: readonly string[], zone?: string) =>
  firstColumn(
    engine(),
    `SELECT unnest([${instants.map((instant) => `'${instant}'`).join(', ')}]::TIMESTAMPTZ[])`,
    INSTANT,
    zone === undefined ? {} : { zone },
  );

describe('UTC', () => {
  test('is the default and is written as Z, under every name', async () => {
    const instants = ['2024-07-01 12:00:00+00', '1969-12-31 23:59:59.25+00'];
    const expected = ['2024-07-01T12:00:00Z', '1969-12-31T23:59:59.250000Z'];
    expect(await read(instants)).toEqual(expected);
    for (const zone of ['UTC', 'Etc/UTC', 'utc']) expect(await read(instants, zone)).toEqual(expected);
  });

  test('is not what a zone without an offset is', async () => {
    expect(await read(['2024-01-01 12:00:00+00'], 'Europe/London')).toEqual(['2024-01-01T12:00:00+00:00']);
  });
});

describe('changeover days', () => {
  type Pair = readonly [instant: string, text: string];
  type Case = readonly [zone: string, why: string, ...pairs: Pair[]];
  const cases: readonly Case[] = [
    [
      'Europe/London',
      'an hour in the north',
      ['2024-03-31 00:59:59.999999+00', '2024-03-31T00:59:59.999999+00:00'],
      ['2024-03-31 01:00:00+00', '2024-03-31T02:00:00+01:00'],
      ['2024-10-27 00:30:00+00', '2024-10-27T01:30:00+01:00'],
      ['2024-10-27 01:30:00+00', '2024-10-27T01:30:00+00:00'],
    ],
    [
      'America/New_York',
      'west of Greenwich',
      ['2024-03-10 06:59:59+00', '2024-03-10T01:59:59-05:00'],
      ['2024-03-10 07:00:00+00', '2024-03-10T03:00:00-04:00'],
      ['2024-11-03 05:59:59+00', '2024-11-03T01:59:59-04:00'],
      ['2024-11-03 06:00:00+00', '2024-11-03T01:00:00-05:00'],
    ],
    [
      'Australia/Lord_Howe',
      'half an hour in the south',
      ['2024-04-06 14:59:59+00', '2024-04-07T01:59:59+11:00'],
      ['2024-04-06 15:00:00+00', '2024-04-07T01:30:00+10:30'],
      ['2024-10-05 15:29:59+00', '2024-10-06T01:59:59+10:30'],
      ['2024-10-05 15:30:00+00', '2024-10-06T02:30:00+11:00'],
    ],
    [
      'America/Sao_Paulo',
      'a midnight that does not exist',
      ['2018-11-04 02:59:59+00', '2018-11-03T23:59:59-03:00'],
      ['2018-11-04 03:00:00+00', '2018-11-04T01:00:00-02:00'],
      ['2018-02-18 01:59:59+00', '2018-02-17T23:59:59-02:00'],
      ['2018-02-18 02:00:00+00', '2018-02-17T23:00:00-03:00'],
    ],
    [
      'Pacific/Chatham',
      'three quarters of an hour beyond the hour',
      ['2024-04-06 13:59:59+00', '2024-04-07T03:44:59+13:45'],
      ['2024-04-06 14:00:00+00', '2024-04-07T02:45:00+12:45'],
    ],
    [
      'Asia/Kathmandu',
      'no changeover, an odd offset',
      ['2024-06-01 00:00:00+00', '2024-06-01T05:45:00+05:45'],
    ],
    ['Asia/Kolkata', 'no changeover, half an hour', ['2024-06-01 18:30:00+00', '2024-06-02T00:00:00+05:30']],
    ['America/St_Johns', 'half an hour west', ['2024-01-01 03:29:59+00', '2023-12-31T23:59:59-03:30']],
    [
      'America/Recife',
      'a summer time of one week',
      ['2000-10-08 02:59:59+00', '2000-10-07T23:59:59-03:00'],
      ['2000-10-08 03:00:00+00', '2000-10-08T01:00:00-02:00'],
      ['2000-10-15 01:59:59+00', '2000-10-14T23:59:59-02:00'],
      ['2000-10-15 02:00:00+00', '2000-10-14T23:00:00-03:00'],
    ],
  ];

  for (const [zone, why, ...pairs] of cases) {
    test(`${zone}: ${why}`, async () => {
      const instants = pairs.map(([instant]) => instant);
      expect(await read(instants, zone)).toEqual(pairs.map(([, text]) => text));
    });
  }

  test('the order of the instants does not matter', async () => {
    const zone = 'Europe/Vienna';
    const instants = [
      '2031-10-26 01:00:00+00',
      '2031-03-30 00:59:59+00',
      '2031-10-26 00:59:59+00',
      '2031-03-30 01:00:00+00',
    ];
    expect(await read(instants, zone)).toEqual([
      '2031-10-26T02:00:00+01:00',
      '2031-03-30T01:59:59+01:00',
      '2031-10-26T02:59:59+02:00',
      '2031-03-30T03:00:00+02:00',
    ]);
  });
});

describe('the edges of time', () => {
  test('offsets before standard time have seconds', async () => {
    expect(await read(['1800-01-01 00:00:00+00'], 'Europe/London')).toEqual(['1799-12-31T23:58:45-00:01:15']);
  });

  test('years that Date cannot hold follow the rules of the same year in another cycle', async () => {
    expect(await read(['294246-07-01 12:00:00+00', '294246-01-01 12:00:00+00'], 'Europe/London')).toEqual([
      '+294246-07-01T13:00:00+01:00',
      '+294246-01-01T12:00:00+00:00',
    ]);
    expect(await read(['290000-07-01 (BC) 12:00:00+00'], 'Europe/London')).toEqual([
      '-289999-07-01T11:58:45-00:01:15',
    ]);
  });

  test('an infinite instant says so, in every zone', async () => {
    expect(await read(['infinity', '-infinity'], 'Asia/Tokyo')).toEqual(['infinity', '-infinity']);
    expect(await read(['infinity', '-infinity'])).toEqual(['infinity', '-infinity']);
  });
});

test('a zone that does not exist is refused', async () => {
  expect(await rejection(read(['2024-01-01 00:00:00+00'], 'Europe/Londn'))).toMatchObject({
    code: 'QUERY.INVALID',
  });
});

test.each(['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/Santiago'])(
  'the wall clock in %s is the one of the database itself, from 1970 to 2035',
  async (zone) => {
    const sql = `SELECT t::TIMESTAMPTZ, timezone('${zone}', t::TIMESTAMPTZ)
      FROM range(TIMESTAMPTZ '1970-01-01 00:00:00+00', TIMESTAMPTZ '2035-01-01 00:00:00+00', INTERVAL 29 HOUR) r(t)`;
    const { columns, rowCount } = await engine().run(
      { sql, bindings: [] },
      [INSTANT, { kind: 'timestamp', zone: null }],
      {
        zone,
      },
    );
    expect(rowCount).toBeGreaterThan(19_000);
    expect(columns[0]?.map((text) => String(text).slice(0, 19))).toEqual(columns[1]);
  },
);

test('the zone of the connection itself is UTC', async () => {
  await execute(
    engine(),
    "CREATE OR REPLACE TABLE noon AS SELECT TIMESTAMP '2024-07-01 12:00:00'::TIMESTAMPTZ AS t",
  );
  expect(await firstColumn(engine(), 'SELECT t FROM noon', INSTANT)).toEqual(['2024-07-01T12:00:00Z']);
});
