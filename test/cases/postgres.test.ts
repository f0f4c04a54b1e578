/** The golden cases on PostgreSQL: the same question has the same rows, totals and notices as in rows.json. */
import type { Engine } from '../../src/engines/engine';
import { openPostgres } from '../../src/engines/postgres/open-postgres';
import type { Catalog } from '../../src/metrics/model/catalog';
import { parseQuery } from '../../src/metrics/query/parse-query';
import { answerQuery } from '../../src/service/ask';
import { loadCatalogFrom } from '../../src/service/load-catalog';
import { differenceOfAnswers, type RecordedRows, recorded, rowsOf } from '../support/cases-compare';
import { readGenerated } from '../support/cases-files';
import { readTopics } from '../support/cases-folders';
import { copyStatements } from '../support/copy-tables';
import { createTestDatabase, describePostgres, type TestDatabase } from '../support/postgres-server';

const topics = readTopics();

describePostgres('golden cases on PostgreSQL', () => {
  describe.each(topics)('$name', (topic) => {
    const answered = topic.cases.filter(({ check }) => check !== null);
    if (answered.length === 0) return;
    let catalog: Catalog;
    let database: TestDatabase;
    let engine: Engine;

    beforeAll(async () => {
      catalog = (await loadCatalogFrom(topic.definitions)).catalog!;
      database = await createTestDatabase();
      await copyStatements(topic.data, database.address);
      engine = await openPostgres({ address: database.address, maxConcurrent: 2 });
    });
    afterAll(async () => {
      await engine?.close();
      await database?.drop();
    });

    test.each(answered)('$name: $about', async ({ question, folder }) => {
      const query = parseQuery(question);
      const answer = await answerQuery(query, { catalog, engine, options: {} });
      const want = JSON.parse(readGenerated(folder, 'rows.json')!) as RecordedRows;
      expect(differenceOfAnswers(want, await recorded(answer))).toBeNull();
      // The SQL that people read, with its values inlined, is another text than the one that ran.
      const read = await engine.run(
        { sql: readGenerated(folder, 'postgres.sql')!, bindings: [] },
        answer.columns.map(({ type }) => type),
        { zone: query.zone ?? catalog.company.zone },
      );
      const rows = rowsOf(read.columns, Math.min(read.rowCount, want.rows.length));
      expect(differenceOfAnswers(want, { ...want, rows })).toBeNull();
    });
  });
});
