/** Plants deliberate errors in the compiler, one at a time and in memory only: test/mutants/main.ts, which says how it is asked. */
const { spawnSync } = require('node:child_process');
const path = require('node:path');

const ROOT = path.join(__dirname, '..');
const LOADER = path.join(ROOT, 'test', 'support', 'typescript-loader.cjs');
const MAIN = path.join(ROOT, 'test', 'mutants', 'main.ts');

const { status } = spawnSync(process.execPath, ['-r', LOADER, MAIN, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
