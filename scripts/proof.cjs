/**
 * Runs the commands of docs/proof.md, the table that says which command shows which point of an issue.
 * `node scripts/proof.cjs` runs every row that is not slow; `--slow` runs the slow ones and writes date, commit and result back.
 * Rows of the form `npx jest FILE -t "NAME"` are answered together by one run of jest. Exit 1 when a row does not hold.
 */
const { spawnSync } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');

const ROOT = path.join(__dirname, '..');
const TABLE = path.join(ROOT, 'docs', 'proof.md');
const FAST_MS = 120_000;
const SLOW_MS = 1_800_000;

/** `command`, then perhaps what it exits with and what its output holds. */
const COMMAND = /^`([^`]+)`(?: exits (\d+))?(?:(?: and)? prints `([^`]+)`)?$/;
const JEST = /^npx jest (\S+)(?: -t "([^"]+)")?$/;

/** The rows of the table, in order, with the line that each stands on. */
function readRows(text) {
  return text.split('\n').flatMap((line, index) => {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
    if (cells.length !== 8 || !/^\d+$/.test(cells[1])) return [];
    const [, issue, point, claim, command, slow, lastRun] = cells;
    return [{ line: index, issue, point, claim, slow: slow === 'yes', lastRun, ...readCommand(command) }];
  });
}

/** A cell as `{ command, exit, prints, jest }`; `command` is null where the cell has another form. */
function readCommand(cell) {
  const match = COMMAND.exec(cell);
  if (!match) return { command: null, cell };
  const jest = JEST.exec(match[1]);
  return {
    command: match[1],
    exit: Number(match[2] ?? 0),
    prints: match[3] ?? null,
    jest: jest ? { file: jest[1], name: jest[2] ?? '' } : null,
  };
}

/**
 * What is wrong with a row that names tests of a file or folder, or null. `results` maps a test file, relative to the repository, to
 * its tests' `{ fullName, status }`; as for jest, the name is a regular expression, and every test that it finds must have passed.
 */
function judgeTests({ file, name }, results) {
  const tests = [...results]
    .filter(([tested]) => tested === file || tested.startsWith(`${file}/`))
    .flatMap(([, found]) => found)
    .filter((test) => new RegExp(name).test(test.fullName));
  if (tests.length === 0) return `${file} has no test "${name}"`;
  const bad = tests.find((test) => test.status !== 'passed');
  return bad ? `"${bad.fullName}" of ${file} ${bad.status}` : null;
}

const relative = (file) => path.relative(ROOT, file).split(path.sep).join('/');

/** Runs the named test files once. */
function runTests(files) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenet-proof-'));
  const output = path.join(folder, 'jest.json');
  const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const args = [jest, '--json', `--outputFile=${output}`, ...files];
  spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'ignore' });
  const { testResults } = JSON.parse(readFileSync(output, 'utf8'));
  rmSync(folder, { recursive: true });
  return new Map(testResults.map((result) => [relative(result.name), result.assertionResults]));
}

/** What is wrong with a row that names a command, or null. */
function runCommand({ command, exit, prints, slow }) {
  const timeout = slow ? SLOW_MS : FAST_MS;
  const run = spawnSync(command, { cwd: ROOT, shell: true, encoding: 'utf8', timeout, maxBuffer: 1 << 28 });
  const output = `${run.stdout ?? ''}${run.stderr ?? ''}`;
  if (run.status !== exit) return `exit ${run.status ?? run.signal}, not ${exit}\n${output}`;
  return prints !== null && !output.includes(prints) ? `does not print "${prints}"\n${output}` : null;
}

/** @returns a function from a row to what is wrong with it, or null; equal commands run once, and all tests in one run. */
function judge(rows) {
  const files = [...new Set(rows.filter((row) => row.jest).map((row) => row.jest.file))];
  const results = files.length > 0 ? runTests(files) : new Map();
  const known = new Map();
  return (row) => {
    if (row.command === null) return `no command: ${row.cell}`;
    if (row.jest) return judgeTests(row.jest, results);
    const key = JSON.stringify([row.command, row.exit, row.prints]);
    if (!known.has(key)) known.set(key, runCommand(row));
    return known.get(key);
  };
}

/** The table with the last cell of one row replaced. */
function withLastRun(text, row, lastRun) {
  const lines = text.split('\n');
  lines[row.line] = lines[row.line].replace(/\|[^|]*\|\s*$/, `| ${lastRun} |`);
  return lines.join('\n');
}

function commit() {
  const run = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim() : 'no commit';
}

function main(slow) {
  const rows = readRows(readFileSync(TABLE, 'utf8')).filter((row) => row.slow === slow);
  const wrong = judge(rows);
  const stamp = `${new Date().toISOString().slice(0, 10)} ${commit()}`;
  for (const row of rows) {
    const fault = wrong(row);
    process.stdout.write(`${fault === null ? 'ok    ' : 'FAILED'} ${row.issue}.${row.point} ${row.claim}\n`);
    if (fault !== null) process.stdout.write(`       ${fault}\n`);
    if (fault !== null) process.exitCode = 1;
    if (slow) {
      const result = fault === null ? 'holds' : 'does not hold';
      writeFileSync(TABLE, withLastRun(readFileSync(TABLE, 'utf8'), row, `${stamp} ${result}`));
    }
  }
}

module.exports = { judgeTests, readRows, runCommand, withLastRun };

if (require.main === module) main(process.argv.includes('--slow'));
