/**
 * `npm run mutants`: plants deliberate errors in the compiler, one at a time and in memory only, and asks the random questions of the
 * oracle until one tells, then the golden cases. Options: `--only NAME,NAME`, `--runs N` questions at most, `--seed S`, and
 * `--questions` to leave the golden cases out.
 * Exit 1 when an error is not found, or when a text that one replaces is no longer in its source.
 */
import { fork } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import committed from '../seed.json';
import type { Mutant } from './mutant';
import { MUTANTS } from './mutants';
import type { Order, Outcome } from './outcome';

const ROOT = path.join(__dirname, '..', '..');
const LOADER = path.join(ROOT, 'test', 'support', 'typescript-loader.cjs');
const WORKER = path.join(__dirname, 'worker.ts');
const PROCESSES = 2;
const MOST_QUESTIONS = 2000;
const MOST_CHARACTERS = 160;

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** Hands the orders out to the processes as they get free; `told` hears how each ended. */
async function huntAll(orders: readonly Order[], told: (outcome: Outcome) => void): Promise<void> {
  const waiting = [...orders];
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = fork(WORKER, { cwd: ROOT, execArgv: ['-r', LOADER], stdio: 'inherit' });
      const next = (): void => {
        const order = waiting.shift();
        if (order === undefined) worker.disconnect();
        else worker.send(order);
      };
      worker.on('message', (outcome: Outcome) => {
        told(outcome);
        next();
      });
      worker.on('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`a process ended with ${code}`)),
      );
      next();
    });
  await Promise.all(Array.from({ length: Math.min(PROCESSES, orders.length) }, work));
}

function verdictOf({ found, fault }: Outcome): string {
  if (fault !== null) return 'FAILED';
  if (found === null) return 'SURVIVED';
  return found.by === 'question' ? `question ${found.asked}` : `case ${found.label}`;
}

function tell(outcome: Outcome): void {
  say(`${outcome.name.padEnd(46)} ${verdictOf(outcome)}`);
  if (outcome.fault !== null) say(outcome.fault);
  if (outcome.found) say(`  ${outcome.found.difference.slice(0, MOST_CHARACTERS)}`);
  for (const label of outcome.unusable)
    say(`  question ${label} is answered differently without any mutation too`);
}

function table(mutants: readonly Mutant[], outcomes: ReadonlyMap<string, Outcome>): void {
  say('\nrow     found by                                        mutant: what the compiler does');
  for (const { name, row, does } of mutants) {
    const outcome = outcomes.get(name);
    say(`${String(row).padEnd(7)} ${(outcome ? verdictOf(outcome) : '').padEnd(47)} ${name}: ${does}`);
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      runs: { type: 'string' },
      seed: { type: 'string' },
      questions: { type: 'boolean', default: false },
    },
  });
  const settings = {
    seed: Number(values.seed ?? committed.seed),
    runs: Number(values.runs ?? MOST_QUESTIONS),
  };
  const names = values.only?.split(',') ?? MUTANTS.map(({ name }) => name);
  const started = performance.now();
  const orCases = values.questions ? '' : ', or the golden cases';
  say(`Random questions until one tells, at most ${settings.runs} (seed ${settings.seed})${orCases}:`);
  const outcomes = new Map<string, Outcome>();
  await huntAll(
    names.map((name) => ({ name, settings, questionsOnly: values.questions })),
    (outcome) => {
      outcomes.set(outcome.name, outcome);
      tell(outcome);
    },
  );
  const missed = names.filter((name) => !outcomes.get(name)?.found);
  table(
    MUTANTS.filter(({ name }) => outcomes.has(name)),
    outcomes,
  );
  const byQuestion = [...outcomes.values()].filter(({ found }) => found?.by === 'question').length;
  const seconds = Math.round((performance.now() - started) / 1000);
  say(
    `\n${names.length - missed.length} of ${names.length} found, ${byQuestion} by a random question, in ${seconds} s`,
  );
  if (missed.length > 0) say(`Not found: ${missed.join(', ')}`);
  process.exitCode = missed.length > 0 ? 1 : 0;
}

void main();
