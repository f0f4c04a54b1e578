/**
 * Golden cases: test/cases/<topic>/<case>/ holds a question, its plan, its SQL and its rows, and a check written by hand.
 *
 *     TENET_UPDATE_CASES=1 npx jest test/cases     records plan.txt, duckdb.sql, postgres.sql, rows.json and refusal.json anew
 *
 * rows.json is recorded only where check.sql agrees, and no case turns from an answer into a refusal by recording.
 */
import { Failure } from '../../src/base/failure';
import type { Answer } from '../../src/metrics/model/answer';
import type { Catalog } from '../../src/metrics/model/catalog';
import { parseQuery } from '../../src/metrics/query/parse-query';
import { answerQuery, explainQuery } from '../../src/service/ask';
import { loadCatalogFrom } from '../../src/service/load-catalog';
import { planInWords } from '../../src/service/plan-in-words';
import {
  type CheckedRows,
  checkSections,
  differenceFromCheck,
  differenceOfAnswers,
  type RecordedRows,
  recorded,
  rowsOf,
} from '../support/cases-compare';
import { TopicDatabase } from '../support/cases-database';
import { formatRecorded, readGenerated, UPDATING, writeGenerated } from '../support/cases-files';
import { type CaseFolder, readTopics } from '../support/cases-folders';

const topics = readTopics();

afterAll(() => {
  if (UPDATING) formatRecorded();
});

describe.each(topics)('$name', ({ folder, definitions, data, cases }) => {
  let catalog: Catalog;
  let database: TopicDatabase;
  let faults: readonly string[];

  beforeAll(async () => {
    const resolved = await loadCatalogFrom(definitions);
    faults = resolved.diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ at, code, message }) => `${at.file}:${at.start.line}:${at.start.column} ${code} ${message}`);
    catalog = resolved.catalog!;
    database = await TopicDatabase.open(data);
  });
  afterAll(() => database.close());

  test('the definitions have the faults of faults.json, if any', () => {
    const before = readGenerated(folder, 'faults.json');
    // A topic without the file stays one without faults, also while recording.
    if (UPDATING && before !== undefined) writeGenerated(folder, 'faults.json', JSON.stringify(faults));
    else expect(faults).toEqual(JSON.parse(before ?? '[]'));
  });

  const answered = cases.filter(({ check }) => check !== null);
  if (answered.length > 0) {
    test.each(answered)('$name: $about', async (one) => {
      const query = parseQuery(one.question);
      const { plan, sql } = explainQuery(query, catalog, 'duckdb');
      const answer = await answerQuery(query, { catalog, engine: database.engine, options: {} });
      const got = await recorded(answer);

      expect(differenceFromCheck(got, await checkedRows(one, database))).toBeNull();
      const slow = { catalog, engine: database.unoptimized, options: {} };
      expect(differenceOfAnswers(got, await recorded(await answerQuery(query, slow)))).toBeNull();
      const zone = query.zone ?? catalog.company.zone;
      expect(differenceOfAnswers(got, await readByPeople(sql, answer, got, zone, database))).toBeNull();
      compareText(one, 'plan.txt', planInWords(plan));
      compareText(one, 'duckdb.sql', sql);
      compareText(one, 'postgres.sql', explainQuery(query, catalog, 'postgres').sql);
      compareRows(one, got);
    });
  }

  const refused = cases.filter(({ check }) => check === null);
  if (refused.length > 0) {
    test.each(refused)('$name: $about', async (one) => {
      const refusal = await refusalOf(one, catalog, database);
      if (UPDATING) writeGenerated(one.folder, 'refusal.json', JSON.stringify(refusal));
      expect(refusal).toEqual(JSON.parse(readGenerated(one.folder, 'refusal.json') ?? 'null'));
    });
  }
});

async function checkedRows(one: CaseFolder, database: TopicDatabase): Promise<CheckedRows> {
  const sections = checkSections(one.check!);
  const ask = async (name: string) => (sections.has(name) ? await database.ask(sections.get(name)!) : null);
  return { rows: (await ask('rows'))!, totals: await ask('totals'), notices: await ask('notices') };
}

/** The SQL that people read, with its values inlined, is another text than the one that ran: it must say the same. */
async function readByPeople(
  sql: string,
  { columns }: Answer,
  got: RecordedRows,
  zone: string,
  { engine }: TopicDatabase,
): Promise<RecordedRows> {
  const result = await engine.run(
    { sql, bindings: [] },
    columns.map(({ type }) => type),
    { zone },
  );
  // It asks for one row more than a default limit lets through.
  return { ...got, rows: rowsOf(result.columns, Math.min(result.rowCount, got.rows.length)) };
}

function compareText(one: CaseFolder, name: string, text: string): void {
  if (UPDATING) writeGenerated(one.folder, name, text);
  expect(text.trim()).toBe(readGenerated(one.folder, name)?.trim());
}

function compareRows(one: CaseFolder, got: RecordedRows): void {
  const before = readGenerated(one.folder, 'rows.json');
  const want = before === undefined ? null : (JSON.parse(before) as RecordedRows);
  const difference = want ? differenceOfAnswers(want, got) : 'there is no rows.json yet';
  // Doubles may differ in their last digits from machine to machine: only a real change is written.
  if (UPDATING && difference !== null) writeGenerated(one.folder, 'rows.json', JSON.stringify(got));
  else expect(difference).toBeNull();
}

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  readonly suggestions: readonly string[];
  readonly path: string | null;
}

async function refusalOf(one: CaseFolder, catalog: Catalog, { engine }: TopicDatabase): Promise<Refusal> {
  try {
    const answer = await answerQuery(parseQuery(one.question), { catalog, engine, options: {} });
    throw new Error(`was answered: ${JSON.stringify((await recorded(answer)).rows)}`);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, message, hint, suggestions, path } = error;
    return { code, message, hint: hint ?? null, suggestions, path: path ?? null };
  }
}
