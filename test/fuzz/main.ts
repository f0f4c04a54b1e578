/**
 * `npm run fuzz`: asks random questions of fresh seeds in several processes and compares each answer with the oracle's. What they
 * disagree about is made smaller and kept in test/cases/random/, whose files the tests ask again. Options: `--runs N` (50,000),
 * `--seed S` (a random one, printed), `--minutes M` (60: nothing new is asked after that). Exit 1 when anything was found.
 */
import { fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Chunk, Done, Found } from './message';

const ROOT = path.join(__dirname, '..', '..');
const LOADER = path.join(ROOT, 'test', 'support', 'typescript-loader.cjs');
const WORKER = path.join(__dirname, 'worker.ts');
const CASES = path.join(ROOT, 'test', 'cases', 'random');
const PROCESSES = Math.min(8, Math.max(2, os.availableParallelism()));
const RUNS = 50_000;
const MINUTES = 60;
/** Questions of one seed: few enough that a found one is soon told, and that the time limit holds. */
const CHUNK = 500;
const LARGEST_SEED = 2 ** 31;

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

function chunksOf(seed: number, runs: number): Chunk[] {
  return Array.from({ length: Math.ceil(runs / CHUNK) }, (_, i) => ({
    seed: (seed + i) % LARGEST_SEED,
    runs: Math.min(CHUNK, runs - i * CHUNK),
  }));
}

/** Hands chunks out to the processes as they get free, until none is left or `untilMs` has come; `told` hears how each ended. */
async function askAll(chunks: Chunk[], untilMs: number, told: (done: Done) => void): Promise<void> {
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = fork(WORKER, { cwd: ROOT, execArgv: ['-r', LOADER], stdio: 'inherit' });
      const next = (): void => {
        const chunk = Date.now() < untilMs ? chunks.shift() : undefined;
        if (chunk === undefined) worker.disconnect();
        else worker.send(chunk);
      };
      worker.on('message', (done: Done) => {
        told(done);
        next();
      });
      worker.on('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`a process ended with ${code}`)),
      );
      next();
    });
  await Promise.all(Array.from({ length: Math.min(PROCESSES, chunks.length) }, work));
}

/** Writes the smaller case beside the earlier ones. @returns its path in the repository. */
function keep({ label, stored }: Found): string {
  const file = path.join(CASES, `fuzz-${label.replaceAll('/', '-')}.json`);
  writeFileSync(file, `${JSON.stringify(stored, null, 1)}\n`);
  return path.relative(ROOT, file).split(path.sep).join('/');
}

function tell(found: Found): void {
  say(`question ${found.label}: ${found.difference}`);
  if (found.stored) say(`  made smaller and kept as ${keep(found)}`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { runs: { type: 'string' }, seed: { type: 'string' }, minutes: { type: 'string' } },
  });
  const seed = Number(values.seed ?? randomInt(LARGEST_SEED));
  const runs = Number(values.runs ?? RUNS);
  const started = Date.now();
  say(
    `${runs} random questions, seed ${seed} (the same again: npm run fuzz -- --seed ${seed} --runs ${runs})`,
  );
  let [asked, found, tenths] = [0, 0, 0];
  const chunks = chunksOf(seed, runs);
  await askAll(chunks, started + Number(values.minutes ?? MINUTES) * 60_000, (done) => {
    asked += done.asked;
    found += done.found.length;
    for (const each of done.found) tell(each);
    const now = Math.floor((asked * 10) / runs);
    if (now > tenths)
      say(`${asked} asked, ${found} disagreements, ${Math.round((Date.now() - started) / 1000)} s`);
    tenths = now;
  });
  if (asked < runs) say(`The time is up: ${runs - asked} questions were not asked.`);
  say(`${asked} questions, ${found} disagreements`);
  process.exitCode = found > 0 ? 1 : 0;
}

void main();
