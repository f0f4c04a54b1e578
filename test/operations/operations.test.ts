/**
 * Golden operations: test/operations/cases/<case>/ holds the questions of one operation, and the plans and the SQL of the statements
 * that answer them.
 *
 *     TENET_UPDATE_CASES=1 npx jest test/operations     records statements.txt and duckdb.sql anew
 *
 * Whatever is recorded, each question has to be answered as it is alone, without any pass.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Answer } from '../../src/metrics/model/answer';
import type { Catalog } from '../../src/metrics/model/catalog';
import { parseQuery } from '../../src/metrics/query/parse-query';
import { answerQuery, answerTogether, explainTogether } from '../../src/service/ask';
import { loadCatalogFrom } from '../../src/service/load-catalog';
import { planInWords } from '../../src/service/plan-in-words';
import { differenceOfAnswers, recorded } from '../support/cases-compare';
import { TopicDatabase } from '../support/cases-database';
import { readGenerated, UPDATING, writeGenerated } from '../support/cases-files';

const FOLDER = path.join(__dirname, 'cases');
let catalog: Catalog;
let database: TopicDatabase;

beforeAll(async () => {
  catalog = (await loadCatalogFrom(path.join(__dirname, 'definitions'))).catalog!;
  database = await TopicDatabase.open(readFileSync(path.join(__dirname, 'data.sql'), 'utf8'));
});
afterAll(() => database.close());

function compareText(folder: string, name: string, text: string): void {
  if (UPDATING) writeGenerated(folder, name, text);
  expect(text.trim()).toBe(readGenerated(folder, name)?.trim());
}

const answerOf = (settled: PromiseSettledResult<Answer>): Answer => {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
};

test.each(readdirSync(FOLDER))('%s', async (name) => {
  const folder = path.join(FOLDER, name);
  const questions = JSON.parse(readFileSync(path.join(folder, 'questions.json'), 'utf8')) as unknown[];
  const queries = questions.map((question) => parseQuery(question));
  for (const engine of [database.engine, database.unoptimized]) {
    const together = await answerTogether(queries, { catalog, engine, options: {} });
    for (const [i, query] of queries.entries()) {
      const alone = await answerQuery(query, { catalog, engine, options: {}, passes: [] });
      const difference = differenceOfAnswers(await recorded(alone), await recorded(answerOf(together[i]!)));
      expect(difference).toBeNull();
    }
  }
  const statements = explainTogether(queries, catalog, 'duckdb');
  const words = statements.map(({ plan, answers }, i) => {
    const given = answers.map(({ question, part }) => `the ${part} of question ${question + 1}`);
    return `STATEMENT ${i + 1} answers ${given.join(', ')}\n\n${planInWords(plan)}`;
  });
  compareText(folder, 'statements.txt', words.join('\n\n'));
  compareText(folder, 'duckdb.sql', statements.map(({ sql }) => `${sql};`).join('\n\n'));
});
