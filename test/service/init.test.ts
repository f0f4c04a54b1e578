import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createProject } from '../../src/service/new-project';
import { tenet } from '../cli/captured-io';

const folder = mkdtempSync(path.join(tmpdir(), 'tenet-init-'));
const project = path.join(folder, 'garden-centre');
const run = (...argv: readonly string[]) => tenet(argv, { cwd: project });

beforeAll(async () => {
  const { code, out, err } = await tenet(['init', 'garden-centre'], { cwd: folder });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('made garden-centre/definitions/sales/orders.yaml\n');
  expect(out).toContain('  cd garden-centre\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a new project', () => {
  test('has a company, a team, a README and a database, and no more', () => {
    const files = (readdirSync(project, { recursive: true, encoding: 'utf8' }) as string[]).filter(
      (file) => path.extname(file) !== '' || file === '.gitignore',
    );
    expect(files.map((file) => file.split(path.sep).join('/')).sort()).toEqual([
      '.gitignore',
      '.tenet/demo.duckdb',
      'README.md',
      'definitions/company.yaml',
      'definitions/sales/orders.yaml',
      'definitions/sales/team.yaml',
    ]);
    expect(readFileSync(path.join(project, 'definitions/company.yaml'), 'utf8')).toContain(
      'name: "Garden centre"',
    );
  });

  test('passes its check, also against its database', async () => {
    const { code, out } = await run('check', '--data');
    expect(out).toMatch(/^1 metric, 1 dataset, 1 dimension: no findings in \d+ ms\n$/);
    expect(code).toBe(0);
  });

  test('is formatted', async () => {
    expect((await run('fmt', '--check')).out).toBe('3 files: nothing to do\n');
  });

  test('answers', async () => {
    const { code, out, err } = await run('query', 'revenue', '--by', 'orders.channel', '--format', 'csv');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const sold = { app: 0, web: 0 };
    for (let order = 1; order <= 240; order += 1) {
      if (order % 10 !== 7) sold[order % 3 === 0 ? 'app' : 'web'] += 20.5 + ((order * 29) % 80);
    }
    expect(out.split('\r\n')).toEqual([
      'orders__channel,revenue',
      `app,${sold.app.toFixed(2)}`,
      `web,${sold.web.toFixed(2)}`,
      '',
    ]);
  });

  test('has commands in its README that work', async () => {
    const readme = readFileSync(path.join(project, 'README.md'), 'utf8');
    const commands = [...readme.matchAll(/^npx tenet (\S.*?)(?: {2,}.*)?$/gm)].map((match) =>
      match[1]!.split(' '),
    );
    expect(commands.map(([name]) => name)).toEqual(['check', 'query', 'explain', 'fmt', 'serve']);
    for (const command of commands.filter(([name]) => name !== 'serve')) {
      expect({ command, ...(await run(...command)) }).toMatchObject({ command, code: 0, err: '' });
    }
  });
});

describe('tenet init', () => {
  test('refuses a folder with something in it, and leaves it as it was', async () => {
    const occupied = path.join(folder, 'occupied');
    mkdirSync(occupied);
    writeFileSync(path.join(occupied, 'notes.txt'), 'mine');
    const { code, err } = await tenet(['init', 'occupied'], { cwd: folder });
    expect(err).toMatch(/^error USAGE\.INVALID: ".*occupied" is not empty: it holds "notes\.txt"\.\n/);
    expect(code).toBe(2);
    expect(readdirSync(occupied)).toEqual(['notes.txt']);
  });

  test('makes the database where it is told', async () => {
    const database = { address: 'duckdb:data/first.duckdb', file: 'data/first.duckdb' };
    const files = await createProject({ folder: path.join(folder, 'elsewhere'), database });
    expect(files.at(-1)).toBe('data/first.duckdb');
    for (const file of files) expect(existsSync(path.join(folder, 'elsewhere', file))).toBe(true);
    expect(readFileSync(path.join(folder, 'elsewhere/README.md'), 'utf8')).toContain(
      '`duckdb:data/first.duckdb`',
    );
  });

  test('takes an empty folder, and one with nothing but a repository', async () => {
    const empty = path.join(folder, 'empty');
    mkdirSync(path.join(empty, '.git'), { recursive: true });
    const { code, out } = await tenet(['init', '.'], { cwd: empty });
    expect(code).toBe(0);
    expect(out).not.toContain('cd ');
    expect(existsSync(path.join(empty, 'definitions/company.yaml'))).toBe(true);
    expect((await tenet(['check'], { cwd: empty })).code).toBe(0);
  });

  test('says that a database set elsewhere comes first', async () => {
    const { code, err } = await tenet(['init', 'other'], {
      cwd: folder,
      env: { TENET_DATABASE: 'duckdb:x.duckdb' },
    });
    expect(code).toBe(0);
    expect(err).toContain('TENET_DATABASE');
  });

  test.each([
    ['a file', 'file', 3, 'ENVIRONMENT.FILE'],
    ['nothing', undefined, 2, 'USAGE.INVALID'],
  ])('with %s for a folder is refused', async (_, name, exit, message) => {
    writeFileSync(path.join(folder, 'file'), '');
    const { code, err } = await tenet(['init', ...(name === undefined ? [] : [name])], { cwd: folder });
    expect(err).toContain(message);
    expect(code).toBe(exit);
  });

  test('makes a name for the company from whatever the folder is called', async () => {
    const { code } = await tenet(['init', '"quoted": \\ #…'], { cwd: folder });
    expect(code).toBe(0);
    const made = path.join(folder, '"quoted": \\ #…');
    expect(readFileSync(path.join(made, 'definitions/company.yaml'), 'utf8')).toContain('name: "Quoted"');
    expect((await tenet(['check'], { cwd: made })).code).toBe(0);
  });
});
