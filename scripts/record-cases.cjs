/** Writes plan, SQL and rows of the golden cases anew: rows only where the SQL written by hand agrees. Read the difference before you commit it. */
const { spawnSync } = require('node:child_process');
const path = require('node:path');

const jest = path.join(__dirname, '..', 'node_modules', 'jest', 'bin', 'jest.js');
const run = spawnSync(process.execPath, [jest, 'test/cases', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, TENET_UPDATE_CASES: '1' },
});
process.exit(run.status ?? 1);
