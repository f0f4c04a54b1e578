import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Answer, Value } from '../../src/metrics/model/answer';
import type { Query } from '../../src/metrics/model/query';
import type { ValueType } from '../../src/metrics/model/value-type';
import { openTenet } from '../../src/service/open';
import { seedDemo } from '../../src/service/seed';
import type { Tenet } from '../../src/service/tenet';

type Rows = readonly (readonly Value[])[];

interface Reference {
  readonly name: string;
  readonly question: Query;
  readonly best: string;
}

const { referenceQuestions, answerOf, bestOf, rowsOfAnswer, difference } =
  require('../../bench/reference-questions.cjs') as {
    readonly referenceQuestions: readonly Reference[];
    answerOf(tenet: Tenet, reference: Reference): Promise<Answer>;
    bestOf(tenet: Tenet, reference: Reference, types: readonly ValueType[]): Promise<Rows>;
    rowsOfAnswer(answer: Answer): Rows;
    difference(answer: Rows, best: Rows): string | null;
  };

const ROOT = path.join(__dirname, '../..');

describe('the questions by which speed is measured', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenet-questions-'));
  let tenet: Tenet;

  beforeAll(async () => {
    const file = path.join(folder, 'demo.duckdb');
    await seedDemo(file, 'small');
    tenet = await openTenet({ definitions: path.join(ROOT, 'definitions'), database: `duckdb:${file}` });
  }, 60_000);

  afterAll(async () => {
    await tenet.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('are eight', () => {
    expect(referenceQuestions).toHaveLength(8);
  });

  test.each(referenceQuestions)('$name is answered as the SQL written by hand says', async (reference) => {
    const answer = await answerOf(tenet, reference);
    const best = await bestOf(
      tenet,
      reference,
      answer.columns.map(({ type }) => type),
    );
    expect(best.length).toBeGreaterThan(1);
    expect(difference(rowsOfAnswer(answer), best)).toBeNull();
  });

  test('are told apart from wrong answers', () => {
    expect(difference([['web', 1]], [['web', 1 + 1e-12]])).toBeNull();
    expect(difference([['web', '1.00']], [['web', '1.01']])).toBe(
      'row 1: ["web","1.00"] instead of ["web","1.01"]',
    );
    expect(difference([['web', 1]], [])).toBe('row 1: ["web",1] instead of null');
    expect(difference([], [['web', 1]])).toBe('row 1: null instead of ["web",1]');
  });
});

test('without their large database nothing is measured, and it is said how to make it', async () => {
  const { measure } = require('../../bench/measurements/reference-questions.cjs') as {
    measure(options: {
      readonly rounds: number;
      readonly database: string;
      readonly report: (name: string) => void;
      readonly progress: (text: string) => void;
    }): Promise<void>;
  };
  const said: string[] = [];
  const reported: string[] = [];
  const database = path.join(tmpdir(), 'no-such.duckdb');
  await measure({ rounds: 1, database, report: (n) => reported.push(n), progress: (t) => said.push(t) });
  expect(reported).toEqual([]);
  expect(said).toEqual([expect.stringMatching(/^skipped, because .* seed --scale 10m$/)]);
});
