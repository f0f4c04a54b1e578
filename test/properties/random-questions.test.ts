import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { madeSmaller } from '../fuzz/make-smaller';
import { type Disagreement, disagreement, openWorld, runTogether } from '../oracle/run';
import type { Case } from '../oracle/world';
import committed from '../seed.json';
import { openTenet, openTenets } from '../support/in-memory-tenet';

const seed = Number(process.env['TENET_SEED'] ?? committed.seed);
const runs = Number(process.env['TENET_RUNS'] ?? committed.runs);
const SHRINK_MS = 60_000;
const STORED = join(__dirname, '../cases/random');

async function report(found: Disagreement): Promise<string> {
  const stored = await madeSmaller(found, SHRINK_MS);
  return [
    `question ${found.label}: ${found.difference}`,
    'The same, made smaller; keep it as test/cases/random/<name>.json, and it is asked for ever after:',
    JSON.stringify(stored, null, 1),
  ].join('\n');
}

describe('random questions', () => {
  test(
    `${runs} random questions over random companies are answered as the oracle answers them (TENET_SEED=${seed})`,
    async () => {
      const [first] = await runTogether(openTenets, { seed, runs });
      if (first) throw new Error(await report(first));
    },
    120_000 + runs * 200,
  );
});

describe('random questions that once went wrong', () => {
  const names = existsSync(STORED) ? readdirSync(STORED).filter((name) => name.endsWith('.json')) : [];

  test.each(names.sort())('%s is answered as the oracle answers it', async (name) => {
    const stored = JSON.parse(readFileSync(join(STORED, name), 'utf8')) as Case;
    const opened = await openWorld(openTenet, stored.world);
    try {
      expect(await disagreement(opened, stored.world, stored.question)).toBeNull();
    } finally {
      await opened.close();
    }
  });

  test('the folder of stored cases is where it should be', () => {
    expect(existsSync(STORED)).toBe(true);
  });
});
