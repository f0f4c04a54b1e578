import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadGrammar } from '../../src/metrics/language/postgres-tree';
import { checkSelect } from '../../src/metrics/language/select-text';
import { loadCatalog } from '../../src/service/load-catalog';
import { COMPANY, KEPT, keep, type Opened, opened } from './opened';
import { cpuMs, yamlText } from './texts';

beforeAll(loadGrammar);

/** What a `query:` may not be, and the text at which it is told. */
const TRICKS: readonly (readonly [query: string, at: string])[] = [
  ["select * from «read_csv»('x')", 'files'],
  ["select * from «glob»('*')", 'files'],
  ["select * from «'file.csv'»", 'files'],
  ['select * from «"file.csv"»', 'files'],
  ["select «read_text»('x')", 'files'],
  ["select 'é', «read_blob»('x')", 'files'],
  ["select «getenv»('HOME')", 'settings'],
  ["select «current_setting»('temp_directory')", 'settings'],
  ['select * from «duckdb_settings»', 'settings'],
  ['select * from «duckdb_databases»', 'paths'],
  ['select * from «pragma_database_list»', 'paths'],
  ['select * from «pg_catalog.pg_settings»', 'settings'],
  ['select * from «information_schema.tables»', 'schema'],
  ['select * from «system.main.duckdb_logs»', 'other queries'],
  ['select (select 1 from «PG_SETTINGS»)', 'settings'],
  ['select «"current_user"» from kept', 'the session'],
  ['select «current_date»', 'the clock'],
  ["«copy» (select 1) to 'x'", 'writing'],
  ['«pragma» database_list', 'settings'],
  ["«attach» 'x'", 'files'],
  ['with a as (insert into «kept» values (1) returning 1) select 1', 'writing'],
  ['select 1 into «x»', 'writing'],
  ['«select» 1 for update', 'locking'],
  ['select 1«;» drop table kept', 'a second statement'],
  ['select 1«;»', 'a semicolon'],
  ['select "\'" from kept «--» \'', 'a comment that a quoted apostrophe hides'],
  ['select "\'" , 1 «/*» \' */ from kept', 'the same in a block'],
  ['select 1 «--»', 'a comment'],
  ["select «E»'a'", 'escapes'],
  ["select «U&»'d!0061t' uescape '!'", 'escapes'],
  ['select «u&»"d!0061t" uescape \'!\' from kept', 'escapes'],
  ['select «$$»a$$', 'dollar quotes'],
  ["select «x»'41'", 'bits'],
  ['select id «?» 1 from kept', 'a placeholder'],
  ['select «?» 1 from kept', 'a placeholder'],
  ['select id «->» 1 from kept', 'a lambda'],
  ['select «#» 1', 'a position'],
  ['select id «OPERATOR»(pg_catalog.+) 1 from kept', 'a schema'],
  ['select word«\u00a0»from\u00a0pg_settings', 'a space that only one of two parsers sees'],
  ['with recursive t as («select» 1 as n union all select n + 1 from t) select * from t', 'no end'],
  ['select «main.sum»(id) from kept', 'a schema of functions'],
  ['select «generate_series»(1, 1000000000)', 'rows without end'],
  ['select * from (values (1)) a', 'values'],
  ["select «'\ud800»'", 'half a character'],
];

it.each(TRICKS)('%s is refused: %s', (marked) => {
  const query = marked.replace(/[«»]/g, '');
  const problem = checkSelect(query);
  expect(problem?.code).toBe('QUERY_TEXT.NOT_ALLOWED');
  const half = marked.includes('\ud800');
  if (marked.includes('«') && !half && !marked.includes('recursive'))
    expect([problem?.range.from, problem?.message]).toEqual([marked.indexOf('«'), problem?.message]);
});

it.each([
  'select * from kept',
  `select 'a?b', '$1', '-- x', '\\', 'it''s' as "a?b--c" from kept`,
  "with a as (select id from kept) select a.id, b.word from a join kept b on a.id = b.id where b.word like '%x'",
  'select word, count(*) filter (where id > 1), row_number() over (partition by word order by id) from kept group by word',
  "select extract(year from date '2024-01-01'), trim(both from word), position('a' in word) from kept",
])('%s is a query', (query) => {
  expect(checkSelect(query)).toBeNull();
});

it.each([
  `select ${'(select '.repeat(2_000)}1${')'.repeat(2_000)}`,
  `select * from ${'(select * from '.repeat(900)}kept${') a'.repeat(900)}`,
  `select ${'not '.repeat(4_900)}true`,
  `select 1${'+1'.repeat(9_900)}`,
  `select ${'('.repeat(9_900)}1`,
  `select '${'x'.repeat(1_000_000)}'`,
])('%# ends soon, without an exception', async (query) => {
  const { ms } = await cpuMs(() => checkSelect(query));
  expect(ms).toBeLessThan(1000);
});

it.each([
  'duckdb_settings',
  'pg_catalog.pg_settings',
  '"information_schema"."tables"',
  'main.pragma_database_list',
])('a table of the database itself, %s, is no dataset', async (table) => {
  const text = `datasets: { d: { table: ${yamlText(table)}, columns: { name: string } } }`;
  const { diagnostics } = await loadCatalog([COMPANY, { path: 'a/a.yaml', text }]);
  expect(diagnostics).toMatchObject([{ code: 'SHAPE.WRONG_TYPE', definition: { name: 'd' } }]);
});

describe('what the two parsers both let through', () => {
  let all: Opened;
  const secret = 'the-secret-of-this-file';
  const datasets = [
    ['by_parts', 'table: file.csv'],
    ['by_quotes', `table: '"file.csv"'`],
    ['by_query', 'query: select * from file.csv'],
    ['marks', `query: |\n      select id as "a?b", '?$1' || word as "\\?", '-- x' as "c" from kept`],
  ] as const;
  beforeAll(async () => {
    const columns = `columns: { secret: string, "a?b": bigint, "\\\\?": string, c: string }`;
    const dimensions = `dimensions: { secret: {}, mark: { formula: '"\\?"' }, id: { formula: '"a?b"' } }`;
    const text = datasets
      .map(([name, source]) => `  ${name}:\n    ${source}\n    ${columns}\n    ${dimensions}\n`)
      .join('');
    const metrics = datasets.map(([name]) => `  n_${name}: { formula: count(${name}) }\n`).join('');
    all = await opened(
      [COMPANY, KEPT, { path: 'a/a.yaml', text: `datasets:\n${text}metrics:\n${metrics}` }],
      (connection) => keep(connection, ["it's ?", '']),
    );
    writeFileSync(path.join(all.folder, 'file.csv'), `secret\n${secret}\n`);
  });
  afterAll(() => all.close());

  it.each(['by_parts', 'by_quotes', 'by_query'])('%s: no file is read', async (name) => {
    const before = process.cwd();
    process.chdir(all.folder);
    try {
      const asked = all.tenet.ask({ metrics: [`n_${name}`], by: [{ dimension: `${name}.secret` }] });
      await expect(asked).rejects.toMatchObject({ family: 'engine' });
      const message = await asked.then(String, (error: Error) => error.message);
      expect(message).not.toContain(secret);
      expect(message).not.toContain(all.folder);
    } finally {
      process.chdir(before);
    }
  });

  it('question marks in a query stay its own, beside bound values', async () => {
    const { data } = await all.tenet.ask({
      metrics: ['n_marks'],
      by: [{ dimension: 'marks.mark' }, { dimension: 'marks.id' }],
      where: [{ dimension: 'marks.mark', eq: "?$1it's ?" }],
    });
    expect(data).toEqual([["?$1it's ?"], [0], [1]]);
  });
});
