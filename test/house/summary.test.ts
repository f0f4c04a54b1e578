import path from 'node:path';
import { temporaryFolder } from './temporary-folder';

const { summarize } = require('../../scripts/summarize.cjs') as {
  summarize: (files: readonly string[]) => { lines: readonly string[]; fine: boolean };
};

const report = (success: boolean, ...statuses: readonly string[]): string =>
  JSON.stringify({
    success,
    testResults: [
      {
        name: 'a.test.ts',
        status: 'passed',
        assertionResults: statuses.map((status) => ({ status, fullName: `is ${status}` })),
      },
    ],
  });

/** The last line for reports with these texts. */
function summaryOf(...texts: readonly string[]): { last: string | undefined; fine: boolean } {
  const names = texts.map((_, index) => `${index}.json`);
  const folder = temporaryFolder(Object.fromEntries(texts.map((text, index) => [`${index}.json`, text])));
  const { lines, fine } = summarize(names.map((name) => path.join(folder, name)));
  return { last: lines.at(-1), fine };
}

it.each([
  ['all is well', [report(true, 'passed', 'passed'), '{"passed":4,"failed":[]}'], '6 passed, 0 failed', true],
  ['a test failed', [report(false, 'passed', 'failed')], '1 passed, 1 failed', false],
  ['a test was skipped', [report(true, 'passed', 'pending')], '1 passed, 1 failed', false],
  ['the run failed though no test did', [report(false, 'passed')], '1 passed, 1 failed', false],
  ['a check failed', ['{"passed":3,"failed":["check: types"]}'], '3 passed, 1 failed', false],
])('when %s the last line says so', (_, reports, last, fine) => {
  expect(summaryOf(...reports)).toEqual({ last, fine });
});

it('a report that was never written counts as a failure', () => {
  expect(summarize([path.join(temporaryFolder(), 'tests.json')])).toEqual({
    lines: ['FAILED tests: did not come to an end', '0 passed, 1 failed'],
    fine: false,
  });
});
