import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type FolderWatch, type WatchOptions, watchFolder } from '../../src/service/watch/watch-folder';
import { type Run, tenet } from './captured-io';

let folder: string;
let definitions: string;
const team = (name: string): string => path.join(definitions, 'sales', name);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenet-watch-'));
  definitions = path.join(folder, 'definitions');
  mkdirSync(path.join(definitions, 'sales'), { recursive: true });
  writeFileSync(path.join(definitions, 'company.yaml'), 'zone: Europe/London\n');
  writeFileSync(team('all.yaml'), SOUND);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SOUND = `datasets: { orders: { table: orders, columns: { amount: integer } } }
metrics: { revenue: { formula: sum(orders.amount) } }
`;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Other processes of the machine may hold up one change of many. */
const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

describe('a watched folder', () => {
  let watching: FolderWatch;
  afterEach(() => watching.close());

  /** How long it takes until the watch tells of what `change` does. */
  async function toldAfter(change: () => void): Promise<number> {
    const news = watching.next();
    const began = performance.now();
    change();
    await news;
    return performance.now() - began;
  }

  const broken: NonNullable<WatchOptions['watch']> = () => {
    throw new Error('ENOSPC');
  };
  const failing: NonNullable<WatchOptions['watch']> = (_, __, failed) => {
    setTimeout(failed, 10);
    return { close: () => {} };
  };
  const ways: readonly [string, WatchOptions][] = [
    ['that tells of changes', {}],
    ['that cannot be watched', { watch: broken }],
    ['whose watchers fail later', { watch: failing }],
  ];

  describe.each(ways)('%s', (_, options) => {
    beforeEach(async () => {
      watching = await watchFolder(definitions, options);
      await pause(50);
    });

    test('has news within 300 ms when a file is written, added, renamed or removed', async () => {
      const changes = [
        () => writeFileSync(team('all.yaml'), `${SOUND}# more\n`),
        () => writeFileSync(team('new.yaml'), 'metrics: {}\n'),
        () => renameSync(team('new.yaml'), team('newer.yaml')),
        () => rmSync(team('newer.yaml')),
        () => writeFileSync(path.join(definitions, 'company.yaml'), 'zone: UTC\n'),
      ];
      const times: number[] = [];
      for (const change of changes) times.push(await toldAfter(change));
      expect(median(times)).toBeLessThan(300);
    });

    test('has news of a folder that is new, and of one that goes away and comes back', async () => {
      const marketing = path.join(definitions, 'marketing');
      await toldAfter(() => {
        mkdirSync(marketing);
        writeFileSync(path.join(marketing, 'all.yaml'), 'metrics: {}\n');
      });
      await toldAfter(() => writeFileSync(path.join(marketing, 'all.yaml'), 'metrics: { }\n'));
      await toldAfter(() => renameSync(definitions, `${definitions}.away`));
      await toldAfter(() => renameSync(`${definitions}.away`, definitions));
      const times: number[] = [];
      for (const text of ['1', '22', '333'])
        times.push(await toldAfter(() => writeFileSync(team('all.yaml'), text)));
      expect(median(times)).toBeLessThan(300);
    });
  });

  test('has no news of what is no definition', async () => {
    watching = await watchFolder(definitions);
    let told = false;
    void watching.next().then(() => {
      told = true;
    });
    writeFileSync(team('notes.txt'), 'not a definition');
    writeFileSync(team('.all.yaml.swp'), 'of an editor');
    writeFileSync(team('4913'), '');
    rmSync(team('4913'));
    await pause(400);
    expect(told).toBe(false);
  });

  test('has one piece of news for a burst of changes, and keeps it for who asks later', async () => {
    watching = await watchFolder(definitions);
    for (let i = 0; i < 10; i++) writeFileSync(team(`file${i}.yaml`), `# ${i}\n`);
    await pause(400);
    await watching.next();
    let told = false;
    void watching.next().then(() => {
      told = true;
    });
    await pause(300);
    expect(told).toBe(false);
  });
});

/** A running `tenet check --watch`, and the text of each of its runs. */
async function checking(argv: readonly string[] = []) {
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const shown: string[] = [];
  let told = (): void => {};
  const running: Promise<Run> = tenet(['check', '--watch', ...argv], {
    cwd: folder,
    untilStopped: () => stopped,
    onClear: () => shown.push(''),
    onOut: (text) => {
      shown.push(`${shown.pop() ?? ''}${text}`);
      if (text.includes('Ctrl+C stops')) told();
    },
  });
  /** The text of the run that comes after `change`. */
  const runAfter = async (change: () => void): Promise<{ text: string; ms: number }> => {
    const came = new Promise<void>((resolve) => {
      told = resolve;
    });
    const began = performance.now();
    change();
    await Promise.race([came, running]);
    return { text: shown.at(-1) ?? '', ms: performance.now() - began };
  };
  const first = await runAfter(() => {});
  return { first: first.text, runAfter, shown, stop: endedBy(stop, running) };
}

const endedBy = (stop: () => void, running: Promise<Run>) => (): Promise<Run> => {
  stop();
  return running;
};

describe('check --watch', () => {
  test('checks again when a file changes, on an empty screen, and ends with 0', async () => {
    const { first, runAfter, stop, shown } = await checking();
    expect(first).toMatch(/^1 metric, 1 dataset, 0 dimensions: no findings in \d+ ms\n\nWatching/);
    const typo = await runAfter(() => writeFileSync(team('all.yaml'), SOUND.replace('sum', 'summ')));
    expect(typo.ms).toBeLessThan(1_000);
    expect(typo.text).toMatch(/^definitions\/sales\/all\.yaml:2:\d+ {2}error {2}FORMULA\.UNKNOWN_FUNCTION\n/);
    const mended = await runAfter(() => writeFileSync(team('all.yaml'), SOUND));
    expect(mended.text).toMatch(/^1 metric, 1 dataset, 0 dimensions: no findings/);
    expect(await stop()).toMatchObject({ code: 0, err: '' });
    expect(shown).toHaveLength(3);
  });

  test('goes on over half-written files, and while the folder is away', async () => {
    const { runAfter, stop } = await checking();
    for (const text of ['metrics: { revenue: {', '\0\0\0', 'datasets:\n  - [', '\ud800 {{{ : : :', '']) {
      expect((await runAfter(() => writeFileSync(team('all.yaml'), text))).text).toContain('Watching');
    }
    expect((await runAfter(() => renameSync(definitions, `${definitions}.away`))).text).toMatch(
      /^\nWatching/,
    );
    await runAfter(() => renameSync(`${definitions}.away`, definitions));
    const mended = await runAfter(() => writeFileSync(team('all.yaml'), SOUND));
    expect(mended.text).toMatch(/^1 metric, 1 dataset, 0 dimensions: no findings/);
    const { code, err } = await stop();
    expect(code).toBe(0);
    expect(err).toMatch(
      /^error ENVIRONMENT\.FILE: [^\n]*definitions" cannot be read[^\n]*\n {2}hint: [^\n]*\n$/,
    );
  });

  test('of a folder that is not there ends at once, and prints text only', async () => {
    expect(await tenet(['check', '--watch', '--definitions', 'nowhere'], { cwd: folder })).toMatchObject({
      code: 3,
      err: expect.stringContaining('error ENVIRONMENT.FILE'),
    });
    expect(await tenet(['check', '--watch', '--format', 'json'], { cwd: folder })).toMatchObject({
      code: 2,
      err: expect.stringContaining('--watch prints text, not json.'),
    });
  });

  test('as a process ends with 0 at Ctrl+C', async () => {
    const bin = path.join(__dirname, '../../bin/tenet.js');
    const child = spawn(process.execPath, [bin, 'check', '--watch'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    let out = '';
    const ready = new Promise<void>((resolve) => {
      child.stdout.on('data', (piece: Buffer) => {
        out += piece.toString();
        if (out.includes('Ctrl+C stops')) resolve();
      });
    });
    await Promise.race([ready, ended]);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    // No terminal, so nothing to clear.
    expect(out).not.toContain('\u001b');
  });
});
