import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT, readText } from './repository-files';

interface Row {
  readonly issue: string;
  readonly point: string;
  readonly claim: string;
  readonly slow: boolean;
  readonly lastRun: string;
  readonly command: string | null;
  readonly exit: number;
  readonly prints: string | null;
  readonly jest: { readonly file: string; readonly name: string } | null;
}
interface TestResult {
  readonly fullName: string;
  readonly status: string;
}
const { judgeTests, readRows, runCommand, withLastRun } = require('../../scripts/proof.cjs') as {
  judgeTests: (
    jest: { file: string; name: string },
    results: ReadonlyMap<string, readonly TestResult[]>,
  ) => string | null;
  readRows: (text: string) => readonly Row[];
  runCommand: (row: Row) => string | null;
  withLastRun: (text: string, row: Row, lastRun: string) => string;
};
const { skipped, unproved } = require('./run-reporter.cjs') as {
  skipped: (results: object) => readonly string[];
  unproved: (results: object, table: string) => readonly string[];
};

/** How many numbered points each issue has. */
const POINTS: Readonly<Record<string, number>> = { 2: 9, 3: 7, 4: 8 };
const rows = readRows(readText('docs/proof.md').text);
const TABLE = [
  '| issue | point | claim | command | slow | last run |',
  '|---|---|---|---|---|---|',
  '| 2 | 1 | it adds | `npx jest test/add.test.ts -t "adds (one\\|two)"` | no | in every run |',
  '| 2 | 2 | it lists | `npx --no-install tenet list` exits 1 and prints `a b` | yes | never |',
].join('\n');

describe('docs/proof.md', () => {
  it.each(Object.entries(POINTS))('issue %s has a row for each of its %i points', (issue, points) => {
    const named = new Set(rows.filter((row) => row.issue === issue).map((row) => row.point));
    expect([...named].map(Number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: points }, (_, i) => i + 1),
    );
  });

  it('names a command in each row, and test files that exist', () => {
    expect(rows.filter((row) => row.command === null)).toEqual([]);
    expect(rows.filter((row) => row.jest && !existsSync(path.join(ROOT, row.jest.file)))).toEqual([]);
  });

  // Rows that name tests are judged by the reporter, on the results of this very run.
  const commands = new Map(
    rows.filter((row) => !row.slow && !row.jest && row.command).map((row) => [row.command, row]),
  );
  it.each([...commands.values()])(
    '$command',
    (row) => {
      expect(runCommand(row)).toBeNull();
    },
    120_000,
  );
});

describe('the reader of the table', () => {
  it('reads claim, command, exit code and expected output', () => {
    expect(readRows(TABLE)).toMatchObject([
      { issue: '2', point: '1', slow: false, jest: { file: 'test/add.test.ts', name: 'adds (one|two)' } },
      { slow: true, command: 'npx --no-install tenet list', exit: 1, prints: 'a b', jest: null },
    ]);
  });

  it('writes the last run into its own row only', () => {
    const written = withLastRun(TABLE, readRows(TABLE)[1]!, '2024-01-31 abc holds');
    expect(written.split('\n').slice(0, 3)).toEqual(TABLE.split('\n').slice(0, 3));
    expect(readRows(written)[1]?.lastRun).toBe('2024-01-31 abc holds');
  });
});

describe('a row that names tests', () => {
  const results = new Map([
    [
      'test/add.test.ts',
      [
        { fullName: 'adds one', status: 'passed' },
        { fullName: 'adds two', status: 'failed' },
      ],
    ],
  ]);
  it.each([
    ['adds one', null],
    ['adds', '"adds two" of test/add.test.ts failed'],
    ['adds three', 'test/add.test.ts has no test "adds three"'],
  ])('with the name %s is judged %s', (name, fault) => {
    expect(judgeTests({ file: 'test/add.test.ts', name }, results)).toBe(fault);
  });

  it('may name a folder', () => {
    expect(judgeTests({ file: 'test', name: 'adds one' }, results)).toBeNull();
    expect(judgeTests({ file: 'te', name: 'adds one' }, results)).not.toBeNull();
  });

  it('is found unproved by the reporter when its test was skipped, and a skipped test is named', () => {
    const testFilePath = path.join(ROOT, 'test', 'add.test.ts');
    const run = {
      testResults: [{ testFilePath, testResults: [{ fullName: 'adds one', status: 'pending' }] }],
    };
    expect(unproved(run, TABLE)).toEqual(['docs/proof.md, 2.1: "adds one" of test/add.test.ts pending']);
    expect(skipped(run)).toEqual(['pending under CI: adds one']);
  });
});

it('a command is judged by its exit code and its output', () => {
  const row = { ...readRows(TABLE)[1]!, slow: false };
  expect(runCommand({ ...row, command: 'node -p 1+1', exit: 0, prints: '2' })).toBeNull();
  expect(runCommand({ ...row, command: 'node -p 1+1', exit: 0, prints: '3' })).toContain(
    'does not print "3"',
  );
  expect(runCommand({ ...row, command: 'node -e "process.exit(3)"', exit: 0, prints: null })).toContain(
    'exit 3, not 0',
  );
});
