import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
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

  test('the page shows each of them as found', () => {
    const page = path.join(ROOT, 'docs', 'mutants.md');
    const lines = existsSync(page) ? readFileSync(page, 'utf8').split('\n') : [];
    const isFound = (name: string): boolean =>
      lines.some((line) => line.startsWith(`| ${name} |`) && /\| \d+ \|$/.test(line));
    expect(MUTANTS.map(({ name }) => name).filter((name) => !isFound(name))).toEqual([]);
  });
});

describe('the hunt', () => {
  test('an error is found by a random question, and the questions until then are counted', () => {
    const { status, output } = run('--only', 'inner-for-left-join', '--runs', '200');
    expect(output).toMatch(/^ +\d+ {2}inner-for-left-join$/m);
    expect(status).toBe(0);
  });

  test('what no question finds ends the hunt with 1', () => {
    const { status, output } = run('--only', 'unchanged', '--runs', '10');
    expect(output).toContain('Not found: unchanged');
    expect(status).toBe(1);
  });
});
