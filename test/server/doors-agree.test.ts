import { tableFromIPC } from 'apache-arrow';
import fc from 'fast-check';
import type { Query } from '../../src/metrics/model/query';
import { compatibleDimensions } from '../../src/metrics/planner/compatible';
import { printQuestion } from '../../src/server/print-question';
import type { RunningServer } from '../../src/server/start-server';
import { seed } from '../seed.json';
import { closeServers, type Demo, openDemo, post, serve } from './serve-demo';

let demo: Demo;
let server: RunningServer;

beforeAll(async () => {
  demo = await openDemo();
  server = await serve(demo.tenet);
});
afterAll(async () => {
  await closeServers();
  await demo?.close();
});

const QUESTIONS = 50;

type Row = Readonly<Record<string, unknown>>;
interface Told {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly Row[];
  readonly totals?: Row | null;
  readonly notices: readonly { readonly code: string; readonly message: string }[];
}
interface Refused {
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** Questions of the demo company: metrics that may stand together or not, dimensions that split the first, time or not. */
function questions(): readonly Query[] {
  const { catalog } = demo.tenet;
  const metrics = [...catalog.metrics.keys()];
  const one = fc
    .record({
      metrics: fc.uniqueArray(fc.constantFrom(...metrics), { minLength: 1, maxLength: 3 }),
      splits: fc.array(fc.nat(), { maxLength: 2 }),
      grain: fc.constantFrom(null, 'week', 'month', 'quarter'),
      last: fc.constantFrom(null, 1, 5),
      totals: fc.boolean(),
      limit: fc.constantFrom(null, 3, 40),
    })
    .map(({ metrics: asked, splits, grain, last, totals, limit }): Query => {
      const fitting = compatibleDimensions(catalog, [catalog.metrics.get(asked[0] ?? '')!]).filter(
        ({ isCompatible }) => isCompatible,
      );
      const names = new Set(splits.map((place) => fitting[place % Math.max(1, fitting.length)]?.of.name));
      const by = [...names].flatMap((dimension) => (dimension === undefined ? [] : [{ dimension }]));
      return {
        metrics: asked,
        by: [...(grain === null ? [] : [{ time: grain } as const]), ...by],
        ...(last !== null && { period: { last, grain: 'month' as const } }),
        ...(totals && { totals }),
        ...(limit !== null && { limit }),
      };
    });
  return fc.sample(one, { seed, numRuns: QUESTIONS });
}

const get = (question: Query, form: Record<string, string>): Promise<Response> =>
  fetch(
    new URL(`/v1/query?${new URLSearchParams({ query: JSON.stringify(question), ...form })}`, server.url),
  );

const json = async (question: Query, numbers: string): Promise<Told & Refused> =>
  (await get(question, { numbers })).json() as Promise<Told & Refused>;

function graphql(question: Query, numbers: string) {
  const selected = '{ columns { name type } rows data totals notices { code message } }';
  const text = printQuestion(question)
    .replace('metricQuery(', `metricQuery( numbers: ${numbers}`)
    .replace(/\) \{[\s\S]*$/, `) ${selected} }`);
  return post(server.url, text);
}

async function ndjson(question: Query, numbers: string): Promise<readonly Row[]> {
  const text = await (await get(question, { format: 'ndjson', numbers })).text();
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Row]));
}

/** Fields of a CSV without a line end in a field, as texts; NULL and an empty text are told apart. */
async function csv(question: Query): Promise<readonly (readonly (string | null)[])[]> {
  const text = await (await get(question, { format: 'csv', spreadsheet: 'false' })).text();
  const [, ...lines] = text.split('\r\n').slice(0, -1);
  return lines.map((line) =>
    [...`,${line}`.matchAll(/,("(?:[^"]|"")*"|[^,]*)/g)].map(([, field = '']) =>
      field === '' ? null : field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field,
    ),
  );
}

const plain = (value: unknown): string | null => (value === null ? null : String(value));

/** What Arrow holds, in the words of exact JSON. */
async function arrow(question: Query, { columns }: Told): Promise<readonly (readonly (string | null)[])[]> {
  const table = tableFromIPC(await (await get(question, { format: 'arrow' })).arrayBuffer());
  return Array.from({ length: table.numRows }, (_, row) =>
    columns.map(({ type }, place) => {
      const value: unknown = table.getChildAt(place)?.get(row) ?? null;
      if (value === null) return null;
      if (type.startsWith('decimal'))
        return decimal(value as Uint32Array, Number(/,\s*(\d+)\)/.exec(type)?.[1] ?? 0));
      if (type === 'date') return new Date(Number(value)).toISOString().slice(0, 10);
      return String(value);
    }),
  );
}

function decimal(words: Uint32Array, scale: number): string {
  const whole = BigInt.asIntN(
    128,
    [...words].reduce((sum, word, place) => sum + (BigInt(word) << BigInt(32 * place)), 0n),
  );
  const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, '0');
  const sign = whole < 0n ? '-' : '';
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

test('fifty random questions have one answer or one refusal at every door', async () => {
  let answered = 0;
  for (const question of questions()) {
    const told = await json(question, 'exact');
    const api = await graphql(question, 'EXACT');
    const said = JSON.stringify(question);
    if (told.errors !== undefined) {
      expect([said, api.errors[0]?.message]).toEqual([said, told.errors[0]?.message]);
      expect(api.errors[0]?.extensions.code).toBe(told.errors[0]?.extensions.code);
      continue;
    }
    answered += 1;
    const { columns, rows, totals, notices } = api.data.metricQuery;
    expect([said, rows, totals, notices]).toEqual([said, told.rows, told.totals, told.notices]);
    expect(told.columns).toMatchObject(columns);
    const inexact = await graphql(question, 'JSON');
    expect((await json(question, 'json')).rows).toEqual(inexact.data.metricQuery.rows);

    const { totals: _, ...flat } = question;
    expect(await ndjson(flat, 'exact')).toEqual(told.rows);
    expect(await ndjson(flat, 'json')).toEqual(inexact.data.metricQuery.rows);
    const texts = told.rows.map((row) => told.columns.map(({ name }) => plain(row[name])));
    expect([said, await csv(flat)]).toEqual([said, texts]);
    expect([said, await arrow(flat, told)]).toEqual([said, texts]);
  }
  expect(answered).toBeGreaterThan(20);
}, 120_000);
