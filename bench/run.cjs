/**
 * Runs the measurements of measurements.cjs. Standard output holds the results and nothing else; it ends with 0 whatever they are.
 *
 *   npm run bench [-- [--json] [--only NAME,…] [--sizes 10,500,5000] [--rounds 3]]
 */
const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { createInterface } = require('node:readline');
const { parseArgs } = require('node:util');
const measurements = require('./measurements.cjs');

const SIZES = [10, 500, 5_000];
const ROUNDS = 3;
/** All of it takes less than ten minutes: what would take longer is ended and has no value. */
const DEADLINE_MS = 9 * 60_000;

const say = (line) => process.stderr.write(`${line}\n`);

function options() {
  const { values } = parseArgs({
    strict: false,
    options: {
      json: { type: 'boolean' },
      only: { type: 'string' },
      sizes: { type: 'string' },
      rounds: { type: 'string' },
    },
  });
  const list = (text) => (typeof text === 'string' ? text.split(',').filter(Boolean) : []);
  const numbers = (text) =>
    list(text)
      .map(Number)
      .filter((n) => Number.isSafeInteger(n) && n > 0);
  const [sizes, [rounds = ROUNDS]] = [numbers(values.sizes), numbers(values.rounds)];
  return {
    json: values.json === true,
    only: list(values.only),
    sizes: sizes.length > 0 ? sizes : SIZES,
    rounds,
  };
}

/** A result as it is printed; a value that is missing is a goal that is missed. */
function result({ name, unit, goal }, value) {
  const rounded = value === undefined ? null : Number(value.toPrecision(3));
  return { name, value: rounded, unit, goal, ok: value !== undefined && (goal === null || value <= goal) };
}

function written({ name, value, unit, goal, ok }) {
  const text = `${name.padEnd(34)} ${String(value ?? 'none').padStart(8)} ${unit}`;
  return goal === null
    ? text
    : `${text.padEnd(52)} goal ${String(goal).padStart(5)}  ${ok ? 'ok' : 'MISSED'}`;
}

/** Runs one in a process and a folder of its own. @returns its values by name, as far as it came. */
async function run(measurement, { sizes, rounds }, untilMs) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tenet-bench-'));
  const args = [path.join(__dirname, 'measure.cjs'), measurement.name, sizes.join(), String(rounds)];
  const timeout = Math.max(1, untilMs - Date.now());
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout,
    killSignal: 'SIGKILL',
  });
  const closed = new Promise((resolve) => child.once('close', resolve));
  const values = new Map();
  for await (const line of createInterface({ input: child.stdout })) {
    const { name, value } = JSON.parse(line);
    values.set(name, value);
  }
  const status = await closed;
  if (status !== 0) say(`${measurement.name} did not come to its end.`);
  fs.rmSync(folder, { recursive: true, force: true });
  return values;
}

async function main() {
  const { json, only, ...how } = options();
  const untilMs = Date.now() + DEADLINE_MS;
  const build = spawnSync(process.execPath, [path.join(__dirname, '..', 'scripts', 'build.cjs')], {
    stdio: ['ignore', 2, 2],
  });
  if (build.status !== 0) return;
  for (const measurement of measurements) {
    if (only.length > 0 && !only.includes(measurement.name)) continue;
    const values = await run(measurement, how, untilMs);
    for (const line of measurement.lines(how.sizes)) {
      const found = result(line, values.get(line.name));
      process.stdout.write(`${json ? JSON.stringify(found) : written(found)}\n`);
    }
  }
}

main().catch((error) => say(error.stack));
