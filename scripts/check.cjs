/**
 * Everything about the code that needs no run of it: types, format and lint, architecture, dead code. Goes on after a finding, so that
 * one run shows all. `--report FILE` writes the result as JSON for the summary of `.ci/run`. Exit 1 when there are findings.
 */
const { spawnSync } = require('node:child_process');
const { writeFileSync } = require('node:fs');
const path = require('node:path');

const ROOT = path.join(__dirname, '..');
const CHECKS = [
  ['types', 'typescript/bin/tsc', ['--noEmit']],
  ['format and lint', '@biomejs/biome/bin/biome', ['ci', '.', '--colors=off', '--max-diagnostics=50']],
  [
    'architecture',
    'jest/bin/jest.js',
    [
      'test/house/architecture.test.ts',
      'test/house/portable-scripts.test.ts',
      'test/house/committed-files.test.ts',
      '--silent',
    ],
  ],
  ['dead code', 'knip/bin/knip.js', ['--no-progress']],
];

/** @returns whether the check found nothing; its output is shown only when it did. */
function passes([name, tool, args]) {
  const started = process.hrtime.bigint();
  const command = [path.join(ROOT, 'node_modules', tool), ...args];
  // Reporters of other runs (the proof, skipped tests) have no say here.
  const run = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28 });
  const seconds = (Number(process.hrtime.bigint() - started) / 1e9).toFixed(1);
  const fine = run.status === 0;
  process.stdout.write(`${fine ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
  if (!fine) process.stdout.write(`${run.stdout ?? ''}${run.stderr ?? ''}\n`);
  return fine;
}

function main(args) {
  const failed = CHECKS.filter((check) => !passes(check)).map(([name]) => `check: ${name}`);
  const report = args.indexOf('--report');
  if (report >= 0)
    writeFileSync(args[report + 1], JSON.stringify({ passed: CHECKS.length - failed.length, failed }));
  process.exitCode = failed.length > 0 ? 1 : 0;
}

main(process.argv.slice(2));
