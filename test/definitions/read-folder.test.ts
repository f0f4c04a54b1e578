import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadDefinitionFiles } from '../../src/service/definition-files';

let root: string;
let outside: string;

beforeEach(() => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenet-definitions-'));
  root = path.join(folder, 'definitions');
  outside = path.join(folder, 'outside');
  mkdirSync(root);
  mkdirSync(outside);
});
afterEach(() => rmSync(path.dirname(root), { recursive: true, force: true }));

function write(name: string, text: string | Buffer = `# ${name}`): void {
  const file = path.join(root, ...name.split('/'));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const pathsOf = async (): Promise<string[]> =>
  (await loadDefinitionFiles(root)).files.map((file) => file.path);
const findingsOf = async (): Promise<string[]> =>
  (await loadDefinitionFiles(root)).diagnostics.map(
    ({ code, severity, at }) => `${severity} ${code} ${at.file}`,
  );

describe('a folder of definitions', () => {
  it('gives its company and the files of its teams, by code point', async () => {
    for (const name of [
      'b/x.yaml',
      'a/b.yml',
      'a/B.yaml',
      'a/team.yaml',
      'company.yaml',
      'a/😀.yaml',
      'a/\uffee.yaml',
    ])
      write(name);
    expect(await pathsOf()).toEqual([
      'a/B.yaml',
      'a/b.yml',
      'a/team.yaml',
      'a/\uffee.yaml',
      'a/😀.yaml',
      'b/x.yaml',
      'company.yaml',
    ]);
    expect((await loadDefinitionFiles(root)).files[0]?.text).toBe('# a/B.yaml');
    expect(await findingsOf()).toEqual([]);
  });

  it('may be empty', async () => {
    expect(await loadDefinitionFiles(root)).toEqual({ files: [], diagnostics: [] });
  });

  it('may hold other files, and dot files, which are nobody’s business', async () => {
    for (const name of [
      'README.md',
      'a/notes.txt',
      '.git/x.yaml',
      'a/.hidden.yaml',
      '.company.yaml',
      'a/x.yaml.bak',
    ])
      write(name);
    expect(await loadDefinitionFiles(root)).toEqual({ files: [], diagnostics: [] });
  });

  it('is warned about for definitions in the wrong place', async () => {
    for (const name of ['orders.yaml', 'a/deep/x.yaml', 'a/deep/er/y.yml']) write(name);
    expect(await pathsOf()).toEqual([]);
    expect(await findingsOf()).toEqual([
      'warning FILE.UNEXPECTED a/deep/er/y.yml',
      'warning FILE.UNEXPECTED a/deep/x.yaml',
      'warning FILE.UNEXPECTED orders.yaml',
    ]);
  });

  it('that does not exist is a failure of the environment', async () => {
    await expect(loadDefinitionFiles(path.join(root, 'none'))).rejects.toMatchObject({
      code: 'ENVIRONMENT.FILE',
      family: 'environment',
    });
  });

  it('that is a file is one too', async () => {
    write('a.yaml');
    await expect(loadDefinitionFiles(path.join(root, 'a.yaml'))).rejects.toMatchObject({
      code: 'ENVIRONMENT.FILE',
    });
  });
});

describe('a file', () => {
  it('may be a megabyte and not a byte more', async () => {
    write('a/full.yaml', '#'.repeat(1024 * 1024));
    write('a/more.yaml', '#'.repeat(1024 * 1024 + 1));
    expect(await pathsOf()).toEqual(['a/full.yaml']);
    expect(await findingsOf()).toEqual(['error FILE.TOO_LARGE a/more.yaml']);
  });

  it('is UTF-8 and keeps its byte order mark', async () => {
    write('a/latin.yaml', Buffer.from('label: caf\xe9', 'latin1'));
    write('a/sixteen.yaml', Buffer.from('\ufefflabel: x', 'utf16le'));
    write('a/mark.yaml', '\ufefflabel: café');
    expect((await loadDefinitionFiles(root)).files).toEqual([
      { path: 'a/mark.yaml', text: '\ufefflabel: café' },
    ]);
    expect(await findingsOf()).toEqual([
      'error FILE.UNREADABLE a/latin.yaml',
      'error FILE.UNREADABLE a/sixteen.yaml',
    ]);
  });
});

it('what is no file, a socket for example, is not waited for', async () => {
  mkdirSync(path.join(root, 'a'));
  const server = createServer().listen(path.join(root, 'a', 's.yaml'));
  await once(server, 'listening');
  try {
    expect(await findingsOf()).toEqual(['error FILE.UNREADABLE a/s.yaml']);
  } finally {
    server.close();
  }
});

describe('a link', () => {
  const link = (target: string, name: string): void => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    symlinkSync(target, path.join(root, name));
  };

  it('is followed inside of the folder, as mounted settings need it', async () => {
    write('..data/a/x.yaml');
    link('..data/a', 'a');
    link('../..data/a/x.yaml', 'b/y.yaml');
    expect(await pathsOf()).toEqual(['a/x.yaml', 'b/y.yaml']);
    expect(await findingsOf()).toEqual([]);
  });

  it('is not followed out of it', async () => {
    writeFileSync(path.join(outside, 'secret.yaml'), 'secret: 1');
    link(path.join(outside, 'secret.yaml'), 'a/secret.yaml');
    link(outside, 'team');
    writeFileSync(path.join(outside, 'notes.txt'), 'nobody reads it');
    link(path.join(outside, 'notes.txt'), 'a/notes.txt');
    write('a/x.yaml');
    expect(await pathsOf()).toEqual(['a/x.yaml']);
    expect(await findingsOf()).toEqual(['error FILE.UNREADABLE a/secret.yaml', 'error FILE.UNREADABLE team']);
  });

  it('to nowhere is an error, and one in a circle ends', async () => {
    link('nowhere.yaml', 'a/x.yaml');
    link('..', 'a/up');
    link('loop.yaml', 'a/loop.yaml');
    expect(await pathsOf()).toEqual([]);
    expect(await findingsOf()).toEqual([
      'error FILE.UNREADABLE a/loop.yaml',
      'error FILE.UNREADABLE a/x.yaml',
    ]);
  });

  it('may be the folder itself', async () => {
    write('a/x.yaml');
    const alias = path.join(outside, 'alias');
    symlinkSync(root, alias);
    expect((await loadDefinitionFiles(alias)).files.map((file) => file.path)).toEqual(['a/x.yaml']);
  });
});
