/**
 * Judges a whole run of the tests after the last one: with CI=true no test may have been skipped, and in a run of everything each test
 * that docs/proof.md names must have passed. It costs no run of its own.
 */
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { judgeTests, readRows } = require('../../scripts/proof.cjs');

const ROOT = path.join(__dirname, '..', '..');

/** Test results by file, as `judgeTests` wants them. */
const byFile = (results) =>
  new Map(
    results.testResults.map((file) => [
      path.relative(ROOT, file.testFilePath).split(path.sep).join('/'),
      file.testResults,
    ]),
  );

function skipped(results) {
  return results.testResults.flatMap((file) =>
    file.testResults
      .filter((test) => test.status !== 'passed' && test.status !== 'failed')
      .map((test) => `${test.status} under CI: ${test.fullName}`),
  );
}

/** What docs/proof.md claims and this run does not show. */
function unproved(results, table) {
  const tests = byFile(results);
  return readRows(table)
    .filter((row) => row.jest && !row.slow)
    .map((row) => ({ row, fault: judgeTests(row.jest, tests) }))
    .filter(({ fault }) => fault !== null)
    .map(({ row, fault }) => `docs/proof.md, ${row.issue}.${row.point}: ${fault}`);
}

class RunReporter {
  constructor(config) {
    this.partial =
      config.nonFlagArgs?.length > 0 ||
      config.runTestsByPath ||
      config.onlyChanged ||
      Boolean(config.testNamePattern);
    this.findings = [];
  }

  onRunComplete(_contexts, results) {
    if (process.env.CI === 'true') this.findings.push(...skipped(results));
    const table = path.join(ROOT, 'docs', 'proof.md');
    if (!this.partial) this.findings.push(...unproved(results, readFileSync(table, 'utf8')));
    for (const finding of this.findings) process.stderr.write(`FAILED ${finding}\n`);
  }

  getLastError() {
    return this.findings.length > 0
      ? new Error(`${this.findings.length} findings about the run as a whole`)
      : undefined;
  }
}

module.exports = RunReporter;
module.exports.skipped = skipped;
module.exports.unproved = unproved;
