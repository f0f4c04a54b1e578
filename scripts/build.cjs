/**
 * Compiles src/ to dist/ when something that the result depends on has changed; some milliseconds when nothing has.
 * `node:` modules only, and never two at a time: tests and people start the command line side by side.
 */
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const ROOT = path.join(__dirname, '..');
const STAMP = '.tenet-built';
const INPUTS = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
const LOCK_WAIT_MS = 50;
const LOCK_STALE_MS = 60_000;

function filesUnder(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** Hash over names and contents, so that a checkout or a copy with other times does not build again. */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of [
    ...INPUTS.map((name) => path.join(root, name)),
    ...filesUnder(path.join(root, 'src')),
  ]) {
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(fs.readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function isFresh(root, wanted) {
  const stamp = path.join(root, 'dist', STAMP);
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted;
}

/** Compiles beside dist/ and swaps: nobody sees half a build, and no file of a deleted source stays behind. */
function compile(root, wanted) {
  const made = path.join(root, '.tenet', 'dist-new');
  const old = path.join(root, '.tenet', 'dist-old');
  const dist = path.join(root, 'dist');
  const remove = (folder) => fs.rmSync(folder, { recursive: true, force: true });
  remove(made);
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [tsc, '-p', 'tsconfig.build.json', '--outDir', made, '--noEmitOnError', '--pretty', 'false'];
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (run.status !== 0) return { ok: false, output: `${run.stdout}${run.stderr}` };
  fs.writeFileSync(path.join(made, STAMP), wanted);
  remove(old);
  if (fs.existsSync(dist)) fs.renameSync(dist, old);
  fs.renameSync(made, dist);
  remove(old);
  return { ok: true, output: '' };
}

/** Holds the lock folder while `work` runs; a lock that nobody has touched for a minute is taken over. */
function locked(root, work) {
  const lock = path.join(root, '.tenet', 'build.lock');
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  for (;;) {
    try {
      fs.mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const held = fs.statSync(lock, { throwIfNoEntry: false });
      if (held && Date.now() - held.mtimeMs > LOCK_STALE_MS)
        fs.rmSync(lock, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOCK_WAIT_MS);
    }
  }
  try {
    return work();
  } finally {
    fs.rmSync(lock, { recursive: true, force: true });
  }
}

/** Builds when needed; ends the process with the compiler's findings when it cannot. @returns whether it compiled. */
function ensureBuilt(root = ROOT) {
  if (isFresh(root, fingerprint(root))) return false;
  const result = locked(root, () => {
    const wanted = fingerprint(root);
    return isFresh(root, wanted) ? null : compile(root, wanted);
  });
  if (result === null) return false;
  if (result.ok) return true;
  process.stderr.write(`${result.output}Tenet could not be built: the compiler's findings are above.\n`);
  process.exit(1);
}

module.exports = { ensureBuilt };

if (require.main === module) ensureBuilt();
