import { renderDiagnostic } from '../../src/base/code-frame';
import type { DefinitionFile } from '../../src/metrics/definitions/raw';
import { readDefinitions } from '../../src/metrics/definitions/read';
import { tenet as runTenet } from '../cli/captured-io';
import { closeServers, post, serve } from '../server/serve-demo';
import { COMPANY, type Opened, opened } from './opened';
import { CONTROLS, HIDDEN, HOSTILE, IMPOSSIBLE, quotedName, quotedText, yamlText } from './texts';

/** Nobody may call a definition so: SQL, objects of JavaScript, and what cannot be seen. */
const LEGAL = ['constructor', 'underscore'];
const NAMES: readonly string[] = [
  ...Object.entries(HOSTILE).flatMap(([what, text]) => (LEGAL.includes(what) ? [] : [text])),
  ...Object.values(CONTROLS),
  ...Object.values(IMPOSSIBLE),
  '',
  'select',
  'case',
  'sum',
  'now',
  'per',
  'hasOwnProperty',
  'Revenue',
  'net__revenue',
  '_revenue',
  'revenue_',
  '1st',
  'größe',
  'x'.repeat(64),
  'x'.repeat(100_000),
];

const inDataset = (part: string, key: string, entry: string): string =>
  `datasets:\n  d:\n    table: t\n    columns: { a: bigint }\n    ${part}:\n      ? ${key}\n      : ${entry}\n`;

const KINDS: readonly { readonly kind: string; readonly text: (key: string) => string }[] = [
  { kind: 'metric', text: (key) => `metrics:\n  ? ${key}\n  : { formula: count(sound) }\n` },
  { kind: 'dataset', text: (key) => `datasets:\n  ? ${key}\n  : { table: t, columns: { a: bigint } }\n` },
  { kind: 'segment', text: (key) => `segments:\n  ? ${key}\n  : { of: sound, where: a = 1 }\n` },
  { kind: 'dimension', text: (key) => inDataset('dimensions', key, '{ formula: a }') },
  { kind: 'join', text: (key) => inDataset('joins', key, '{ to: sound, by: a }') },
];

const SOUND: DefinitionFile = {
  path: 'z/sound.yaml',
  text: 'datasets: { sound: { table: t, key: a, columns: { a: bigint } } }\nmetrics: { rows: { formula: count(sound) } }\n',
};

describe.each(KINDS)('a hostile name of a $kind', ({ text }) => {
  it.each(NAMES.map((name) => [JSON.stringify(name.slice(0, 40)), name] as const))(
    '%s is refused at its place, and harms nobody else',
    (_shown, name) => {
      const file = { path: 'a/a.yaml', text: text(yamlText(name)) };
      const line = file.text.split('\n').findIndex((one) => one.includes('? ')) + 1;
      const raw = readDefinitions([COMPANY, file, SOUND]);
      const errors = raw.diagnostics.filter(({ severity }) => severity === 'error');
      expect(errors.length).toBeGreaterThan(0);
      for (const { at, message } of errors) {
        expect([at.file, at.start.line]).toEqual(['a/a.yaml', line]);
        expect(message.length).toBeLessThan(400);
      }
      expect([...raw.datasets, ...raw.metrics].map((one) => one.name)).toEqual(['sound', 'rows']);
    },
  );
});

it.each(NAMES.filter((name) => name !== '' && !/[/\0]/.test(name) && name.length < 200))(
  'a folder %j is refused and its definitions with it',
  (name) => {
    const path = `${name}/a.yaml`;
    const raw = readDefinitions([COMPANY, { path, text: 'metrics: { a: { formula: x } }' }, SOUND]);
    expect(raw.diagnostics.map(({ code, at }) => [code, at.file])).toContainEqual(['NAME.INVALID', path]);
    expect(raw.metrics.map((metric) => metric.name)).toEqual(['rows']);
  },
);

it.each(NAMES.filter((name) => !/[/\0]/.test(name) && name.length < 200))(
  'a file %j is read like any other, and its findings show where they are',
  (name) => {
    const file = {
      path: `a/${name}.yaml`,
      text: 'metrics:\n  sound_too: { formula: count(sound) }\n  wrong: 1\n',
    };
    const raw = readDefinitions([COMPANY, file, SOUND]);
    const [finding, ...others] = raw.diagnostics;
    expect([finding?.at.file, finding?.at.start.line, others]).toEqual([file.path, 3, []]);
    expect(renderDiagnostic(finding!, file.text, { color: false })).not.toMatch(HIDDEN);
    expect(raw.metrics.map((metric) => metric.name)).toEqual(['sound_too', 'rows']);
  },
);

/** Names of tables and columns may be anything; engines fold case, so that each is there once. */
const COLUMNS = [
  ...new Map(
    Object.entries(HOSTILE).map(([what, text]) => [text.toLowerCase(), { what, text }] as const),
  ).values(),
]
  .filter(({ text }) => text.trim() !== '')
  .map(({ what, text }, i) => ({ what, text, id: `n${i}` }));

const tableOf = (text: string): string => `${quotedName(`s ${text}`)}.${quotedName(text)}`;

function definitions(): DefinitionFile {
  const datasets = COLUMNS.map(({ text, id }) => {
    const name = yamlText(text);
    return `  d_${id}:
    label: ${yamlText(`${text}.`)}
    table: ${yamlText(tableOf(text))}
    key: ${name}
    columns: { ${name}: string, other: bigint }
    joins: { r_${id}: { to: d_${id}, by: ${name} } }
    dimensions: { word: { formula: ${yamlText(quotedName(text))}, label: ${yamlText(`${text}.`)} } }
`;
  });
  const metrics = COLUMNS.map(({ text, id }) => {
    const where = yamlText(`d_${id}.${quotedName(text)} = ${quotedText(text)}`);
    return `  m_${id}: { label: ${yamlText(`${text}.`)}, description: ${yamlText(`${text}.`)}, question: ${yamlText(`${text}.`)}, unit: ${yamlText(`${text}.`)}, formula: sum(d_${id}.other), where: ${where} }\n`;
  });
  return { path: 'shop/all.yaml', text: `datasets:\n${datasets.join('')}metrics:\n${metrics.join('')}` };
}

describe('a table and a column of any name', () => {
  let all: Opened;
  let url: string;
  beforeAll(async () => {
    all = await opened([COMPANY, definitions()], async (connection) => {
      for (const { text } of COLUMNS) {
        await connection.run(`create schema ${quotedName(`s ${text}`)}`);
        await connection.run(`create table ${tableOf(text)} (${quotedName(text)} varchar, other bigint)`);
        await connection.run(
          `insert into ${tableOf(text)} values (${quotedText(text)}, 7), ('something else', 1)`,
        );
      }
    });
    url = (await serve(all.tenet)).url;
  });
  afterAll(async () => {
    await closeServers();
    await all.close();
  });

  it('are all read without a finding', () => {
    expect(all.tenet.diagnostics).toEqual([]);
    expect(all.tenet.catalog.metrics.size).toBe(COLUMNS.length);
  });

  it.each(COLUMNS)('$what: a metric over it, split by it, also by way of a join', async ({ text, id }) => {
    const answer = await all.tenet.ask({
      metrics: [`m_${id}`],
      by: [{ dimension: `d_${id}.word` }, { dimension: `r_${id}.word`, as: 'joined' }],
      totals: true,
    });
    expect(answer.data).toEqual([[text], [text], [7]]);
    expect(answer.totals).toEqual([null, null, 7]);
    expect(await answer.notices()).toEqual([]);
    const { name, label, unit } = answer.columns[2]!;
    expect({ name, label, unit }).toEqual({ name: `m_${id}`, label: `${text}.`, unit: `${text}.` });
  });

  it.each(COLUMNS)('$what: the SQL that people are shown gives the same rows', async ({ text, id }) => {
    const { sql } = await all.tenet.ask({ metrics: [`m_${id}`], by: [{ dimension: `d_${id}.word` }] });
    const types = [{ kind: 'string' }, { kind: 'integer', bits: 128 }] as const;
    expect((await all.tenet.engine.run({ sql, bindings: [] }, types)).columns).toEqual([[text], [7]]);
  });

  it('over GraphQL, with labels as they are written', async () => {
    for (const { text, id } of COLUMNS) {
      const query = `{ metric(name: m_${id}) { label description question unit } metricQuery(metrics: [m_${id}], by: [{ dimension: d_${id}__word }]) { rows columns { label unit } } }`;
      const { data, status } = await post(url, query);
      expect({ text, status }).toEqual({ text, status: 200 });
      const words = `${text}.`;
      expect(data.metric).toEqual({ label: words, description: words, question: words, unit: words });
      expect(data.metricQuery.rows).toEqual([{ [`d_${id}__word`]: text, [`m_${id}`]: 7 }]);
      expect(data.metricQuery.columns[1]).toEqual({ label: `${text}.`, unit: `${text}.` });
    }
  });

  it('on the command line', async () => {
    for (const { text, id } of COLUMNS.filter((_, i) => i % 8 === 0)) {
      const argv = ['query', `m_${id}`, '--by', `d_${id}.word`, '--format', 'json', ...all.flags];
      const { out, err, code } = await runTenet(argv);
      expect({ text, err, code }).toEqual({ text, err: '', code: 0 });
      expect(JSON.parse(out).rows).toEqual([{ [`d_${id}__word`]: text, [`m_${id}`]: 7 }]);
    }
    expect((await runTenet(['check', '--data', ...all.flags])).code).toBe(0);
  });
});
