import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Query } from '../../src/metrics/model/query';
import { tenet as runTenet } from '../cli/captured-io';
import { closeServers, post, serve } from '../server/serve-demo';
import { COMPANY, KEPT, keep, type Opened, opened } from './opened';
import { CONTROLS, HIDDEN, HOSTILE, IMPOSSIBLE, quotedText } from './texts';

const TEXTS = { ...HOSTILE, ...CONTROLS, 'no character at all': '' };
const ALL = [...new Set(Object.values(TEXTS))];
const CASES = Object.entries(TEXTS).map(([what, text]) => ({ what, text }));
const LARGE = ['\'"?\\$1'.repeat(150_000), '😀é'.repeat(250_000)];

let all: Opened;
let url: string;
beforeAll(async () => {
  all = await opened([COMPANY, KEPT], (connection) => keep(connection, [...ALL, ...LARGE]));
  url = (await serve(all.tenet)).url;
});
afterAll(async () => {
  await closeServers();
  await all.close();
});

async function wordsWhere(condition: object): Promise<readonly unknown[]> {
  const where = [condition] as Query['where'] & object;
  const { data } = await all.tenet.ask({ metrics: ['words'], by: [{ dimension: 'kept.word' }], where });
  return data[0]!;
}

const inAll = (matches: (text: string) => boolean): readonly string[] =>
  [...ALL, ...LARGE].filter(matches).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

describe.each(CASES)('the value: $what', ({ text }) => {
  it('is found as it is, by every test', async () => {
    const dimension = 'kept.word';
    expect(await wordsWhere({ dimension, eq: text })).toEqual([text]);
    expect(await wordsWhere({ dimension, in: [text, 'nowhere'] })).toEqual([text]);
    expect(await wordsWhere({ formula: `kept.word = ${quotedText(text)}` })).toEqual([text]);
    const pattern = text.replace(/[\\%_]/g, '\\$&');
    expect(await wordsWhere({ formula: `kept.word like ${quotedText(pattern)}` })).toEqual([text]);
    expect(await wordsWhere({ dimension, contains: text })).toEqual(inAll((one) => one.includes(text)));
    expect(await wordsWhere({ dimension, startsWith: text })).toEqual(inAll((one) => one.startsWith(text)));
    expect(await wordsWhere({ dimension, ne: text })).toEqual(inAll((one) => one !== text));
  });

  it('goes over HTTP and back, and in the SQL for people', async () => {
    const query =
      'query ($v: Value!) { metricQuery(metrics: [words], by: [{ dimension: kept__word }], where: [{ dimension: kept__word, eq: $v }]) { rows } }';
    const { data } = await post(url, query, { v: text });
    expect(data.metricQuery.rows).toEqual([{ kept__word: text, words: 1 }]);
    const { sql } = await all.tenet.ask({
      metrics: ['words'],
      by: [{ dimension: 'kept.word' }],
      where: [{ dimension: 'kept.word', eq: text }],
    });
    const types = [{ kind: 'string' }, { kind: 'integer', bits: 64 }] as const;
    expect((await all.tenet.engine.run({ sql, bindings: [] }, types)).columns).toEqual([[text], [1]]);
  });
});

describe('a question in a file that asks for every one of them', () => {
  const asked = async (command: string, format: string): Promise<string> => {
    const file = path.join(all.folder, 'question.json');
    const where = [{ dimension: 'kept.word', in: ALL }];
    writeFileSync(file, JSON.stringify({ metrics: ['words'], by: [{ dimension: 'kept.word' }], where }));
    const { out, err, code } = await runTenet([command, '--file', file, '--format', format, ...all.flags]);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    return out;
  };
  const sorted = [...ALL].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

  it('in JSON, where each is whole and none reaches the terminal hidden', async () => {
    const out = await asked('query', 'json');
    const rows: readonly { readonly kept__word: string }[] = JSON.parse(out).rows;
    expect(rows.map((row) => row.kept__word)).toEqual(sorted);
    expect(out).not.toMatch(HIDDEN);
  });

  it('in CSV, byte for byte', async () => {
    const fields = readCsv(await asked('query', 'csv'));
    expect(fields).toEqual([['kept__word', 'words'], ...sorted.map((text) => [text, '1'])]);
  });

  it('in a table of one line each, where nothing is hidden', async () => {
    const out = await asked('query', 'table');
    expect(out).not.toMatch(HIDDEN);
    expect(out.trimEnd().split('\n').length).toBe(ALL.length + 1);
  });

  it('in the explanation, where nothing is hidden either', async () => {
    expect(await asked('explain', 'text')).not.toMatch(HIDDEN);
    const out = await asked('explain', 'json');
    expect(out).not.toMatch(HIDDEN);
    expect(JSON.parse(out).question.where[0].in).toEqual(ALL);
  });
});

/** RFC 4180, read by nobody's library. */
function readCsv(text: string): string[][] {
  const fields = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)];
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of fields) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

it.each(LARGE)('a value of a megabyte is a value', async (text) => {
  expect(await wordsWhere({ dimension: 'kept.word', eq: text })).toEqual([text]);
  expect(await wordsWhere({ dimension: 'kept.word', startsWith: text.slice(0, -6) })).toEqual([text]);
});

describe.each(Object.entries(IMPOSSIBLE))('%s', (_what, text) => {
  it.each([
    { eq: text },
    { ne: text },
    { in: ['x', text] },
    { contains: text },
    { startsWith: text },
    { gt: text },
    { between: ['a', text] },
  ])('is refused as a value of %j', async (test) => {
    await expect(wordsWhere({ dimension: 'kept.word', ...test })).rejects.toMatchObject({
      family: 'request',
      code: 'TYPE.BAD_LITERAL',
    });
  });

  it('is refused in a formula, as a text and as a name', async () => {
    for (const formula of [`kept.word = ${quotedText(text)}`, `kept."${text}" = 'x'`])
      await expect(wordsWhere({ formula })).rejects.toMatchObject({ code: 'FORMULA.SYNTAX' });
  });
});

it('a body that is no UTF-8 is refused, not mended', async () => {
  const body = Buffer.concat([
    Buffer.from('{"query":"{ metricQuery(metrics: [words], where: [{ dimension: kept__word, eq: \\"'),
    Buffer.from([0xff]),
    Buffer.from('\\" }]) { rows } }"}'),
  ]);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'REQUEST.BODY' } }] });
});
