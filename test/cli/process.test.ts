import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
const TENET = path.join(ROOT, 'bin/tenet.js');
const folder = mkdtempSync(path.join(tmpdir(), 'tenet-process-'));
const env = { ...process.env, TENET_DATABASE: '', PORT: '0', HOST: '' };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the process', () => {
  test('ends with the exit code of the command and keeps the streams apart', () => {
    const args = [TENET, 'query', 'net_revenu', '--definitions', path.join(ROOT, 'definitions')];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(/^error ENGINE\.UNAVAILABLE: /);
  });

  test.each([
    ['the definitions of the demo in well under a second', ['--no-examples'], 1_500],
    // The goal for 250 examples is about a second; this is a fence against five times that.
    ['the demo with its two hundred examples in about a second', [], 5_000],
  ])('checks %s of CPU', (_, flags, fenceMs) => {
    const script = `
      process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write('\\nCPU ' + (user + system) / 1000); });
      process.argv = [process.argv[0], 'tenet', 'check', ...${JSON.stringify(flags)}];
      require(${JSON.stringify(TENET)});`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
      cwd: ROOT,
      env,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('no findings');
    expect(Number(/CPU ([\d.]+)$/.exec(stderr)?.[1])).toBeLessThan(fenceMs);
  });

  test('serves the demo from nothing, and a signal ends it with 0', async () => {
    const args = [TENET, 'serve', '--demo', '--definitions', path.join(ROOT, 'definitions')];
    const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const ready = new Promise<void>((resolve) => {
      child.stdout.on('data', (piece: Buffer) => {
        out += piece.toString();
        if (/^ready in /m.test(out)) resolve();
      });
    });
    await Promise.race([ready, ended]);
    expect(out).toContain('Seeded the demo company');
    const url = /at (http:\S+)/.exec(out)?.[1] ?? '';
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ metrics { nodes { name } } }' }),
    });
    expect(response.status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(Number(/^ready in (\d+) ms CPU/m.exec(out)?.[1])).toBeLessThan(4_000);
  });
});
