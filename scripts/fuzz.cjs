/** Asks random questions of fresh seeds and compares each answer with the oracle's: test/fuzz/main.ts, which says how it is asked. */
const { spawnSync } = require('node:child_process');
const path = require('node:path');

const ROOT = path.join(__dirname, '..');
const LOADER = path.join(ROOT, 'test', 'support', 'typescript-loader.cjs');
const MAIN = path.join(ROOT, 'test', 'fuzz', 'main.ts');

const { status } = spawnSync(process.execPath, ['-r', LOADER, MAIN, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
