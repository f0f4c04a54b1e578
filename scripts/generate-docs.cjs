/**
 * Writes the generated pages of docs/ anew: the tests that compare them with what they are made from write them instead.
 * Read the difference like code before you commit it.
 */
const { spawnSync } = require('node:child_process');
const path = require('node:path');

const ROOT = path.join(__dirname, '..');
const PAGES = ['test/docs', 'test/errors'];

const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
const env = { ...process.env, TENET_UPDATE_DOCS: '1' };
const { status } = spawnSync(process.execPath, [jest, ...PAGES], { cwd: ROOT, env, stdio: 'inherit' });
process.exitCode = status ?? 1;
