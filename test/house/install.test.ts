import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, readText } from './repository-files';
import { temporaryFolder } from './temporary-folder';

const script = (folder: string): string => path.join(folder, 'scripts', 'ensure-installed.cjs');

/** A folder with the install script, these files, and a registry that nobody listens at. */
function project(files: Readonly<Record<string, string>>): {
  run: (...before: string[]) => ReturnType<typeof spawnSync>;
  folder: string;
} {
  const folder = temporaryFolder(files);
  cpSync(path.join(ROOT, 'scripts'), path.join(folder, 'scripts'), { recursive: true });
  const env = {
    ...process.env,
    npm_config_registry: 'http://127.0.0.1:9',
    npm_config_cache: path.join(folder, 'cache'),
  };
  return {
    folder,
    run: (...before) =>
      spawnSync(process.execPath, [...before, script(folder)], { cwd: folder, env, encoding: 'utf8' }),
  };
}

const MANIFEST = JSON.stringify({ name: 'tenet', version: '0.1.0' });
const lock = (version: string): string =>
  JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { name: 'tenet' },
      'node_modules/a': { version },
      'node_modules/b': { version: '1.0.0', optional: true },
    },
  });

it('without packages and without a network there is one sentence and exit 3', () => {
  const { run } = project({
    'package.json': readText('package.json').text,
    'package-lock.json': readText('package-lock.json').text,
  });
  const { status, stdout, stderr } = run();
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  expect(stderr).toMatch(
    /^Tenet has to install its packages once and cannot reach the package registry: .*\.\n$/,
  );
});

it('packages that npm has already installed are not installed again', () => {
  const { run, folder } = project({
    'package.json': MANIFEST,
    'package-lock.json': lock('1.2.3'),
    'node_modules/.package-lock.json': lock('1.2.3'),
  });
  expect(run()).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(existsSync(path.join(folder, 'node_modules', '.tenet-installed'))).toBe(true);
});

it('an older package than the lock file names is installed anew', () => {
  const { run } = project({
    'package.json': MANIFEST,
    'package-lock.json': lock('1.2.3'),
    'node_modules/.package-lock.json': lock('1.2.2'),
  });
  expect(run()).toMatchObject({ status: 3 });
});

it('a Node that is too old is told so in one sentence', () => {
  const { run, folder } = project({
    'old-node.cjs':
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.18.3' } });",
    'package.json': MANIFEST,
    'package-lock.json': lock('1.2.3'),
  });
  const { status, stderr } = run('--require', path.join(folder, 'old-node.cjs'));
  expect({ status, stderr }).toEqual({
    status: 3,
    stderr: 'Tenet needs Node 20.19 or newer, and this is 20.18.3.\n',
  });
});

it.each([
  ['18.20.8', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['21.0.0', true],
  ['24.1.0', true],
])('Node %s is new enough: %s', (version, enough) => {
  const { nodeIsNewEnough } = require('../../scripts/ensure-installed.cjs') as {
    nodeIsNewEnough: (version: string) => boolean;
  };
  expect(nodeIsNewEnough(version)).toBe(enough);
});

it('the versions that package.json, the script and the documentation ask for are the same', () => {
  const { engines } = JSON.parse(readText('package.json').text) as { engines: { node: string } };
  expect(engines.node).toBe('>=20.19');
  expect(readFileSync(path.join(ROOT, 'README.md'), 'utf8')).toContain('Node 20.19');
});
