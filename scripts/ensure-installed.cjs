/**
 * Makes sure that the packages of package-lock.json are there, so that a fresh clone needs no step before `npm start` or `npm test`.
 * Runs before anything is installed: `node:` modules only. Costs a few milliseconds when there is nothing to do.
 * Exit 3 = the environment is at fault (old Node, no network), said in one sentence.
 */
const ENVIRONMENT = 3;
const NODE_NEEDED = [20, 19];

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(ENVIRONMENT);
}

/** True when `version` (as in `process.versions.node`) is new enough. */
function nodeIsNewEnough(version) {
  const parts = version.split('.').map(Number);
  return parts[0] > NODE_NEEDED[0] || (parts[0] === NODE_NEEDED[0] && parts[1] >= NODE_NEEDED[1]);
}

// Before the first require: `node:` names do not even load on very old versions.
if (!nodeIsNewEnough(process.versions.node)) {
  refuse(`Tenet needs Node ${NODE_NEEDED.join('.')} or newer, and this is ${process.versions.node}.`);
}

const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const ROOT = path.join(__dirname, '..');
const STAMP = '.tenet-installed';

const OFFLINE =
  'Tenet has to install its packages once and cannot reach the package registry: connect to the network and run the command again.';

/** What npm prints when the registry cannot be reached and its cache does not hold the package. */
const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|EAI_FAIL|ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|ENETUNREACH|ENETDOWN|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT|ERR_SOCKET_CONNECTION_TIMEOUT|FETCH_ERROR)\b/;

/** Names the lock file and the kind of machine: packages hold binaries. */
function fingerprint(root) {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  return createHash('sha256').update(`${process.platform}-${process.arch}\n`).update(lock).digest('hex');
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** True when npm's own record of node_modules holds every package of the lock file: somebody ran `npm ci` by hand. */
function npmInstalledAll(root) {
  const record = read(path.join(root, 'node_modules', '.package-lock.json'));
  if (record === null) return false;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(record).packages;
  return Object.keys(wanted).every((name) => {
    const entry = wanted[name];
    return name === '' || entry.optional || (present[name] && present[name].version === entry.version);
  });
}

/** Runs the npm that runs us, else the one on the path; its output is kept for the case that it fails. */
function npm(root, args) {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] };
  const cli = process.env.npm_execpath;
  const ours = cli && path.basename(cli) === 'npm-cli.js';
  const run = ours
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (run.error) refuse(`Tenet could not start npm to install its packages: ${run.error.message}.`);
  return { ok: run.status === 0, output: `${run.stdout}${run.stderr}` };
}

/** `npm ci`, after one quick call: without a network npm goes on trying for minutes, package by package. */
function install(root) {
  const quiet = ['--loglevel=error'];
  const reach = npm(root, ['ping', '--fetch-retries=0', ...quiet]);
  if (UNREACHABLE.test(reach.output)) refuse(OFFLINE);
  process.stderr.write('Installing packages (only this once) …\n');
  const run = npm(root, ['ci', '--include=dev', ...quiet]);
  if (run.ok) return;
  if (UNREACHABLE.test(run.output)) refuse(OFFLINE);
  process.stderr.write(run.output);
  refuse('Tenet could not install its packages; npm says why above.');
}

/** Installs what is missing under `root`; ends the process when it cannot. */
function ensureInstalled(root = ROOT) {
  const stampFile = path.join(root, 'node_modules', STAMP);
  const wanted = fingerprint(root);
  if (read(stampFile) === wanted) return;
  if (!npmInstalledAll(root)) install(root);
  writeFileSync(stampFile, wanted);
}

module.exports = { ensureInstalled, nodeIsNewEnough };

if (require.main === module) ensureInstalled();
