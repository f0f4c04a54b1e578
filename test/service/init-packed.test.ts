/**
 * The package as users get it: packed, installed into an empty folder, and used there. It installs the packages that Tenet depends
 * on, from npm's cache where it has them, and takes about a minute; hence a file of its own.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
const MINUTE_MS = 60_000;
const folder = mkdtempSync(path.join(tmpdir(), 'tenet-packed-'));
const empty = path.join(folder, 'empty');
const { TENET_DATABASE: _, ...env } = process.env;

/** npm or npx in a folder, as a user types it; no question is ever asked. */
function run(tool: 'npm' | 'npx', args: readonly string[], cwd: string) {
  const options = { cwd, env, encoding: 'utf8', shell: process.platform === 'win32' } as const;
  const { status, stdout, stderr } = spawnSync(tool, [...args], { ...options, timeout: 5 * MINUTE_MS });
  return { status, stdout, stderr };
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(
  'the packed package makes a project in an empty folder that checks and answers',
  () => {
    mkdirSync(empty);
    const packed = run('npm', ['pack', '--silent', '--pack-destination', folder], ROOT);
    expect(packed).toMatchObject({ status: 0 });
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
    const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
    const installed = run('npm', ['install', ...quiet, path.join(folder, String(tarball))], empty);
    expect(installed).toMatchObject({ status: 0 });
    // Without --no-install npx would fetch whatever has this name.
    const tenet = (cwd: string, ...words: readonly string[]) =>
      run('npx', ['--no-install', 'tenet', ...words], cwd);
    expect(tenet(empty, 'init', 'demo')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('made demo/README.md'),
    });
    const demo = path.join(empty, 'demo');
    expect(tenet(demo, 'check', '--data')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('no findings'),
    });
    expect(tenet(demo, 'fmt', '--check')).toMatchObject({ status: 0 });
    const asked = tenet(demo, 'query', 'revenue', '--by', 'orders.channel', '--format', 'json');
    expect(asked).toMatchObject({ status: 0 });
    expect(asked.stdout).toMatch(/"app"[\s\S]*"web"/);
  },
  10 * MINUTE_MS,
);
