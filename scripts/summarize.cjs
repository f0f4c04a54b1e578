/**
 * Adds up what `.ci/run` found: the reports of check.cjs and run-snippets.cjs (`{ passed, failed: [name] }`) and jest's own. A report that is
 * not there counts as one failure, a skipped test as well. Prints the failures, then `N passed, N failed` alone on the last line.
 */
const { existsSync, readFileSync } = require('node:fs');
const path = require('node:path');

/** Reads jest's JSON in the form of the other reports. */
function fromJest({ testResults, success }) {
  const tests = testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failed = tests
    .filter((test) => test.status !== 'passed')
    .map((test) => `test: ${test.fullName} (${test.status})`);
  const unread = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  failed.push(...unread.map((file) => `test file: ${path.basename(file.name)} could not be run`));
  if (!success && failed.length === 0) failed.push('tests: the run as a whole failed, see above');
  return { passed, failed };
}

function readReport(file) {
  if (!existsSync(file))
    return { passed: 0, failed: [`${path.basename(file, '.json')}: did not come to an end`] };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return report.testResults ? fromJest(report) : report;
}

/** @returns the lines to print and whether all is well. */
function summarize(files) {
  const reports = files.map(readReport);
  const failed = reports.flatMap((report) => report.failed);
  const passed = reports.reduce((sum, report) => sum + report.passed, 0);
  const lines = [...failed.map((name) => `FAILED ${name}`), `${passed} passed, ${failed.length} failed`];
  return { lines, fine: failed.length === 0 && passed > 0 };
}

module.exports = { fromJest, summarize };

if (require.main === module) {
  const { lines, fine } = summarize(process.argv.slice(2));
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = fine ? 0 : 1;
}
