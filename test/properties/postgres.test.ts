/** Half of the random questions, asked of PostgreSQL: the oracle's answers are the same, whatever engine is asked. */
import { openPostgres } from '../../src/engines/postgres/open-postgres';
import { runTogether } from '../oracle/run';
import committed from '../seed.json';
import { copyStatements } from '../support/copy-tables';
import { type OpenFilled, openTenets } from '../support/in-memory-tenet';
import { createTestDatabase, describePostgres } from '../support/postgres-server';

const seed = Number(process.env['TENET_SEED'] ?? committed.seed);
const runs = Number(process.env['TENET_RUNS'] ?? committed.runs) / 2;

const onPostgres: OpenFilled = async (statements) => {
  const database = await createTestDatabase();
  await copyStatements(statements.join('; '), database.address);
  return { engine: await openPostgres({ address: database.address }), remove: () => database.drop() };
};

describePostgres('random questions on PostgreSQL', () => {
  test(
    `${runs} random questions over random companies are answered as the oracle answers them (TENET_SEED=${seed})`,
    async () => {
      const wrong = await runTogether((openings) => openTenets(openings, onPostgres), { seed, runs });
      expect(wrong).toEqual([]);
    },
    120_000 + runs * 200,
  );
});
