import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { ROOT, readText } from './repository-files';
import { temporaryFolder } from './temporary-folder';

const LOCK = JSON.stringify({ lockfileVersion: 3, packages: { '': { name: 'tenet' } } });

/** A checkout of its own with one source file and the compiler, as small as the build allows. */
function checkout(): string {
  const folder = temporaryFolder({
    'src/cli/main.ts': "process.stdout.write(process.argv.slice(2).join(' '));\n",
    'src/base/old.ts': 'export const old = 1;\n',
    'tsconfig.json': readText('tsconfig.json').text,
    'tsconfig.build.json': readText('tsconfig.build.json').text,
    'package-lock.json': LOCK,
    'node_modules/.package-lock.json': LOCK,
  });
  for (const name of ['bin', 'scripts'])
    cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  for (const name of ['typescript', '@types']) {
    // `junction` is the kind of link that needs no rights on Windows.
    symlinkSync(path.join(ROOT, 'node_modules', name), path.join(folder, 'node_modules', name), 'junction');
  }
  return folder;
}

const tenet = (folder: string, ...args: string[]) =>
  spawnSync(process.execPath, [path.join(folder, 'bin', 'tenet.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
const built = (folder: string, file: string): string => path.join(folder, 'dist', file);

it('the command builds a fresh checkout and then runs', () => {
  expect(tenet(checkout(), 'query', '--help')).toMatchObject({
    status: 0,
    stdout: 'query --help',
    stderr: '',
  });
});

it('nothing is compiled again while nothing has changed', () => {
  const folder = checkout();
  tenet(folder);
  writeFileSync(built(folder, 'cli/main.js'), "process.stdout.write('untouched');");
  expect(tenet(folder).stdout).toBe('untouched');
});

it('a changed source is compiled, and the output of a deleted one goes', () => {
  const folder = checkout();
  tenet(folder);
  expect(existsSync(built(folder, 'base/old.js'))).toBe(true);
  rmSync(path.join(folder, 'src/base/old.ts'));
  writeFileSync(path.join(folder, 'src/cli/main.ts'), "process.stdout.write('changed');\n");
  expect(tenet(folder).stdout).toBe('changed');
  expect(existsSync(built(folder, 'base/old.js'))).toBe(false);
});

it('a source that does not compile is named with its place, and the last good build stays', () => {
  const folder = checkout();
  tenet(folder);
  writeFileSync(path.join(folder, 'src/cli/main.ts'), "export const answer: number = 'x';\n");
  const { status, stderr } = tenet(folder);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^src\/cli\/main\.ts\(1,14\): error TS2322/);
  expect(readFileSync(built(folder, 'cli/main.js'), 'utf8')).toContain('argv');
});

it('a build that died long ago does not stop the next one', () => {
  const folder = checkout();
  const lock = path.join(folder, '.tenet', 'build.lock');
  mkdirSync(lock, { recursive: true });
  utimesSync(lock, 1, 1);
  expect(tenet(folder, 'a')).toMatchObject({ status: 0, stdout: 'a' });
});

it('a packed package runs what it brings along, without sources or compiler', () => {
  const folder = temporaryFolder({
    'dist/cli/main.js': "process.stdout.write(process.argv[2] + ' ' + process.env.UV_THREADPOOL_SIZE);",
  });
  cpSync(path.join(ROOT, 'bin'), path.join(folder, 'bin'), { recursive: true });
  expect(tenet(folder, 'list')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^list \d+$/) });
});

it('the command enlarges the thread pool before anything uses it', () => {
  // Each hash takes a thread for a moment; the names of all that worked show how many there are.
  const folder = temporaryFolder({
    'dist/cli/main.js': `
      const { readdirSync, existsSync } = require('node:fs');
      const before = existsSync('/proc/self/task') ? readdirSync('/proc/self/task').length : 0;
      require('node:crypto').pbkdf2('a', 'b', 1, 8, 'sha1', () => {
        const now = existsSync('/proc/self/task') ? readdirSync('/proc/self/task').length : 16;
        process.stdout.write(String(now - before));
      });`,
  });
  cpSync(path.join(ROOT, 'bin'), path.join(folder, 'bin'), { recursive: true });
  const { UV_THREADPOOL_SIZE: _, ...env } = process.env;
  const run = spawnSync(process.execPath, [path.join(folder, 'bin', 'tenet.js')], { env, encoding: 'utf8' });
  expect(Number(run.stdout)).toBeGreaterThanOrEqual(16);
});
