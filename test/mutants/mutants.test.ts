import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { edited, inFile } from './mutant';
import { MUTANTS } from './mutants';

const ROOT = path.join(__dirname, '..', '..');
const ENOUGH = 25;

const filesOf = (edits: readonly { readonly file: string }[]): readonly string[] => [
  ...new Set(edits.map(({ file }) => file)),
];

function run(...args: readonly string[]): { readonly status: number | null; readonly output: string } {
  const script = path.join(ROOT, 'scripts', 'mutants.cjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

describe('the deliberate errors', () => {
  test('there are enough of them, each under its own name', () => {
    expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
    expect(MUTANTS.length).toBeGreaterThanOrEqual(ENOUGH);
  });

  test.each(MUTANTS.map((mutant) => [mutant.name, mutant] as const))(
    '%s finds the texts that it replaces: whoever rewrites them moves the error along',
    (_, { edits }) => {
      expect(edits.length).toBeGreaterThan(0);
      for (const file of filesOf(edits)) {
        const text = readFileSync(path.join(ROOT, file), 'utf8');
        expect(edited(edits, file, text)).not.toBe(text);
      }
    },
  );

  test('an edit whose text is gone, or there twice, is an error', () => {
    expect(() => edited(inFile('a.ts', ['x', 'y']), 'a.ts', 'z')).toThrow('0 times');
    expect(() => edited(inFile('a.ts', ['x', 'y']), 'a.ts', 'x x')).toThrow('2 times');
    expect(edited(inFile('a.ts', ['x', '$&y']), 'a.ts', 'x')).toBe('$&y');
  });
});

describe('the hunt', () => {
  const names = ['inner-for-left-join', 'null-group-dropped', 'empty-dropped', 'week-start-ignored'];

  test('errors are found by random questions or by golden cases, and the questions until then are counted', () => {
    const { status, output } = run('--only', names.join(','), '--runs', '100');
    for (const name of names) expect(output).toMatch(new RegExp(`^${name} +(question \\d+|case \\S+)$`, 'm'));
    expect(output).toMatch(/4 of 4 found, [1-4] by a random question/);
    expect(status).toBe(0);
  });

  test('what no question and no case finds ends the hunt with 1', () => {
    const { status, output } = run('--only', 'unchanged', '--runs', '10');
    expect(output).toContain('Not found: unchanged');
    expect(status).toBe(1);
  });

  test('a mutant that is not there is no success', () => {
    const { status, output } = run('--only', 'no-such-mutant', '--runs', '10');
    expect(output).toContain('there is no such mutant');
    expect(status).toBe(1);
  });
});

jest.setTimeout(120_000);
