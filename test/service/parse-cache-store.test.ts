import { spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { DefinitionReader, type Reading } from '../../src/service/definition-reader';
import { ParseCache } from '../../src/service/parse-cache';
import { FileRecordStore } from '../../src/service/parse-cache-store';
import { LABORATORY } from './definition-edits';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenet-cache-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const read = (store = new FileRecordStore(folder)): Promise<Reading> =>
  new DefinitionReader(new ParseCache(store, 'a version')).read({ files: LABORATORY, diagnostics: [] });

const records = (): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.record'))
    .map((name) => path.join(folder, name));

const isWhole = (file: string): boolean =>
  new FileRecordStore(folder).read(path.basename(file, '.record')) !== null;

const seen = ({ catalog, diagnostics }: Reading): string =>
  JSON.stringify([catalog, diagnostics], (_, value: unknown) => (value instanceof Map ? [...value] : value));

const anew = async (): Promise<string> =>
  seen(await new DefinitionReader(null).read({ files: LABORATORY, diagnostics: [] }));

describe('the cache of a folder gives the right catalog and is whole again afterwards', () => {
  const DAMAGES: readonly (readonly [string, (file: string) => void])[] = [
    ['cut short', (file) => truncateSync(file, 200)],
    ['empty', (file) => truncateSync(file, 0)],
    ['other bytes', (file) => writeFileSync(file, Buffer.from([0xff, 0x00, 0xfe, 0x7b]))],
    ['with more behind it', (file) => appendFileSync(file, ' ')],
    [
      'one letter changed',
      (file) => writeFileSync(file, readFileSync(file, 'utf8').replace(/a(?=[^a]*$)/, 'b')),
    ],
    ['that of another file', (file) => cpSync(records().find((other) => other !== file)!, file)],
    ['unreadable', (file) => chmodSync(file, 0)],
  ];
  test.each(DAMAGES)('when a record is %s', async (_, damage) => {
    await read();
    for (const file of records()) {
      damage(file);
      expect(seen(await read())).toBe(await anew());
      expect(isWhole(file)).toBe(true);
    }
  });

  test('when a folder stands where a record should', async () => {
    await read();
    const [first] = records();
    rmSync(first!);
    cpSync(path.join(__dirname), first!, { recursive: true });
    expect(seen(await read())).toBe(await anew());
  });
});

test('a cache that cannot be written is no cache', async () => {
  const file = path.join(folder, 'a file');
  writeFileSync(file, '');
  const store = new FileRecordStore(path.join(file, 'cache'));
  expect(seen(await read(store))).toBe(await anew());
  expect(readFileSync(file, 'utf8')).toBe('');
});

test('records of other versions are left alone and never read', async () => {
  await read();
  const before = records();
  const other = new DefinitionReader(new ParseCache(new FileRecordStore(folder), 'another version'));
  await other.read({ files: LABORATORY, diagnostics: [] });
  expect(records()).toHaveLength(2 * before.length);
});

describe('room', () => {
  const store = (maxBytes: number, maxFiles: number) => new FileRecordStore(folder, { maxBytes, maxFiles });

  const DAY_MS = 24 * 3_600_000;
  const age = (name: string, days: number): void => {
    const then = new Date(Date.now() - days * DAY_MS);
    utimesSync(path.join(folder, `${name}.record`), then, then);
  };

  test('is made by leaving out the records that were not used for longest', () => {
    const few = store(1e6, 4);
    for (const [i, name] of ['a', 'b', 'c', 'd', 'e'].entries()) {
      few.write(name, name);
      age(name, 10 - i);
    }
    expect(few.read('a')).toBe('a');
    few.trim();
    expect(['a', 'b', 'c', 'd', 'e'].filter((name) => few.read(name) !== null)).toEqual(['a', 'd', 'e']);
  });

  test('is bounded in bytes', () => {
    const small = store(1_000, 100);
    for (let i = 0; i < 10; i++) small.write(`r${i}`, 'x'.repeat(300));
    small.trim();
    const bytes = records().reduce((sum, file) => sum + readFileSync(file).length, 0);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(1_000);
  });

  test('is taken back from what an ended process left unfinished, not from what another is writing', () => {
    const files = store(1e6, 100);
    files.write('a', 'a');
    for (const name of ['old', 'new']) writeFileSync(path.join(folder, `${name}.part`), '');
    const then = new Date(Date.now() - DAY_MS);
    utimesSync(path.join(folder, 'old.part'), then, then);
    files.trim();
    expect(['old', 'new'].map((name) => existsSync(path.join(folder, `${name}.part`)))).toEqual([
      false,
      true,
    ]);
  });
});

/** Writes and reads one record over and over; says how often it read something that nobody wrote. */
const WRITER = `
  const { FileRecordStore } = require(process.argv[1]);
  const store = new FileRecordStore(process.argv[2]);
  const whole = new Set(['a', 'b'].map((letter) => letter.repeat(200_000)));
  let torn = 0;
  for (let i = 0; i < 150; i++) {
    store.write('one', process.argv[3].repeat(200_000));
    const read = store.read('one');
    if (read === null || !whole.has(read)) torn += 1;
  }
  process.stdout.write(String(torn));
`;

test('processes that write the same record never read a torn one', async () => {
  const { transformFile } = await import('@swc/core');
  const source = path.join(__dirname, '../../src/service/parse-cache-store.ts');
  const { code } = await transformFile(source, { module: { type: 'commonjs' }, jsc: { target: 'es2022' } });
  const module = path.join(folder, 'store.cjs');
  writeFileSync(module, code);
  const run = (letter: string): Promise<string> => {
    const child = spawn(process.execPath, ['-e', WRITER, module, folder, letter]);
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    return promisify<void>((done) => child.once('close', () => done(null)))().then(() => out);
  };
  expect(await Promise.all([run('a'), run('b')])).toEqual(['0', '0']);
});
