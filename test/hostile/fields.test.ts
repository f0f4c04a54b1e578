import { Failure } from '../../src/base/failure';
import { parseQueryText } from '../../src/metrics/query/parse-query';
import { closeServers, post, serve } from '../server/serve-demo';
import { FIELDS, KEYS } from './fields';
import type { Opened } from './opened';
import { openShop } from './shop';
import { CONTROLS, cpuMs, HOSTILE, IMPOSSIBLE } from './texts';

/** All that a field can be given, and a name that is longer than any message. */
const TEXTS: readonly string[] = [
  ...Object.values({ ...HOSTILE, ...CONTROLS, ...IMPOSSIBLE }),
  '',
  'hasOwnProperty',
  'valueOf',
  'x'.repeat(100_000),
  '\u202e'.repeat(20_000),
];
const HUGE = 'x'.repeat(1024 * 1024);
/** Of a refusal, with its hint and its suggestions. */
const MAX_WORDS = 3_000;

const asked = (part: object): string => JSON.stringify({ metrics: ['placed_orders'], ...part });
const shown = (text: string): string => JSON.stringify(text.slice(0, 40));

let shop: Opened;
let url: string;
const logged: string[] = [];
beforeAll(async () => {
  shop = await openShop();
  url = (await serve(shop.tenet, { log: (line) => logged.push(line) })).url;
});
afterAll(async () => {
  await closeServers();
  await shop.close();
});

interface Outcome {
  readonly code: string;
  readonly words: string;
}

async function outcome(json: string): Promise<Outcome> {
  try {
    const answer = await shop.tenet.ask(parseQueryText(json));
    await answer.notices();
    return { code: 'rows', words: '' };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { code: error.code, words: JSON.stringify({ ...error, message: error.message }) };
  }
}

describe.each([...FIELDS, ...KEYS])('$field', ({ with: part, may }) => {
  it('answers or refuses every text, in few words', async () => {
    const wrong: unknown[] = [];
    for (const text of [...TEXTS, HUGE]) {
      const { ms, result } = await cpuMs(() => outcome(asked(part(text))));
      const { code, words } = result;
      if (!may.includes(code) || words.length > MAX_WORDS || ms > 1_000)
        wrong.push([shown(text), code, words.length, Math.round(ms), words.slice(0, 300)]);
    }
    expect(wrong).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

const OPERATION = `query ($metrics: [MetricName!]!, $by: [ByInput!], $where: [ConditionInput!], $having: [HavingInput!],
  $segments: [SegmentName!], $period: PeriodInput, $order: [OrderInput!], $limit: NonNegativeInt, $zone: String, $asOf: String) {
  metricQuery(metrics: $metrics, by: $by, where: $where, having: $having, segments: $segments, period: $period,
    order: $order, limit: $limit, zone: $zone, asOf: $asOf) { rowCount notices { code } }
}`;

/** Each field a third of the texts, each text in a third of the fields. */
const OVER_HTTP = [...FIELDS, ...KEYS.slice(1)].map((one, turn) => ({
  ...one,
  texts: TEXTS.filter((_, index) => index % 3 === turn % 3),
}));

describe.each(OVER_HTTP)('over GraphQL: $field', ({ with: part, may, texts }) => {
  it('answers or refuses each text, as the front door does', async () => {
    const wrong: unknown[] = [];
    for (const text of texts) {
      const { status, errors } = await post(url, OPERATION, { metrics: ['placed_orders'], ...part(text) });
      const inside = await outcome(asked(part(text)));
      const code = errors[0]?.extensions.code ?? 'rows';
      const words = JSON.stringify(errors);
      const isRefused = code !== 'rows';
      if (
        isRefused !== (inside.code !== 'rows') ||
        status !== (isRefused ? 400 : 200) ||
        (isRefused && ![...may, 'REQUEST.VARIABLE'].includes(code)) ||
        words.length > MAX_WORDS
      )
        wrong.push([shown(text), status, code, inside.code, words.length, words.slice(0, 300)]);
    }
    expect(wrong).toEqual([]);
    expect(logged).toEqual([]);
  });
});

it.each(['x', '\\"', ' at "', '; ', ' at "x '])('keys made of %j cost the server no time', async (piece) => {
  const key = ` at "${piece.repeat(100_000 / piece.length)}`;
  for (const part of [
    { metrics: [{ [key]: 1 }] },
    { order: [{ direction: { [key]: 1 } }] },
    { zone: { [key]: 1 } },
  ]) {
    const { ms, result } = await cpuMs(() => post(url, OPERATION, { metrics: ['placed_orders'], ...part }));
    expect(result.status).toBe(400);
    expect(JSON.stringify(result.errors).length).toBeLessThan(MAX_WORDS);
    expect(ms).toBeLessThan(1_000);
  }
});

it('every text as a literal of GraphQL is a value, or no text of GraphQL', async () => {
  for (const text of TEXTS.filter((one) => one.length < 1_000)) {
    const query = `{ metricQuery(metrics: [placed_orders], where: [{ dimension: orders__channel, in: [${JSON.stringify(text)}, "web"] }]) { rows } }`;
    const { status, data, errors } = await post(url, query);
    const code = errors[0]?.extensions.code;
    const isText = !Object.values(IMPOSSIBLE).includes(text);
    expect([shown(text), status, data?.metricQuery?.rows]).toEqual(
      isText ? [shown(text), 200, [{ placed_orders: 7 }]] : [shown(text), 400, undefined],
    );
    if (!isText) expect(['REQUEST.SYNTAX', 'TYPE.BAD_LITERAL']).toContain(code);
  }
});

it('names without end in a document are refused in few words', async () => {
  const long = 'x'.repeat(100_000);
  for (const query of [
    `{ metricQuery(metrics: [${long}]) { rows } }`,
    `{ metricQuery(metrics: ["${long}"]) { rows } }`,
    `{ metricQuery(metrics: [placed_orders], where: [{ dimension: orders__channel, eq: ${long} }]) { rows } }`,
    `{ metricQuery(metrics: [placed_orders], where: [{ dimension: orders__channel, eq: { ${long}: 1 } }]) { rows } }`,
    `{ metricQuery(metrics: [placed_orders], ${long}: 1) { rows } }`,
    `{ ${long} }`,
    `query { metricQuery(metrics: [placed_orders]) { ${long} } }`,
    `{ ...${long} }`,
    `query ($${long}: Int) { __typename }`,
    `query ($x: ${long}) { __typename }`,
    `{ __typename @${long} }`,
    `{ metric(name: ${long}) { name } }`,
    `"${long}"`,
    `{ metrics(search: "${long}") { name } }`,
  ]) {
    const { ms, result } = await cpuMs(() => post(url, query));
    expect([query.slice(0, 60), ms < 1_000, JSON.stringify(result.errors).length < MAX_WORDS]).toEqual([
      query.slice(0, 60),
      true,
      true,
    ]);
  }
  expect(logged).toEqual([]);
});
