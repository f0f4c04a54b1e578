import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RunningServer } from '../../src/server/start-server';
import { closeServers, type Demo, openDemo, post, serve } from '../server/serve-demo';

const ROOT = path.join(__dirname, '../..');
const EXAMPLE = path.join(ROOT, 'examples/graphql-codegen');
const GENERATOR = path.join(EXAMPLE, 'node_modules/@graphql-codegen/cli');
const INSTALL_MS = 300_000;

const mustRun = process.env['CI'] === 'true';
if (!mustRun && !existsSync(GENERATOR)) {
  process.stderr.write(
    'SKIPPED: graphql-codegen is not installed; `npm ci` in examples/graphql-codegen does it.\n',
  );
}
const suite = mustRun || existsSync(GENERATOR) ? describe : describe.skip;

interface Ended {
  readonly status: number | null;
  readonly output: string;
}

/** Runs a program beside the server of this process. */
function run(command: string, args: readonly string[], cwd: string, env = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output }));
  });
}
const node = (script: string, args: readonly string[], cwd: string, env = {}): Promise<Ended> =>
  run(process.execPath, [script, ...args], cwd, env);
const compile = (folder: string, ...more: readonly string[]): Promise<Ended> =>
  node(path.join(ROOT, 'node_modules/typescript/bin/tsc'), ['-p', '.', ...more], folder);

suite('the recipe with graphql-codegen', () => {
  let demo: Demo;
  let server: RunningServer;
  /** The example as a project of its own, with its packages and the types of Node. */
  let project: string;

  beforeAll(async () => {
    if (!existsSync(GENERATOR)) {
      const { status, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], EXAMPLE);
      if (status !== 0) throw new TypeError(`npm ci: ${output}`);
    }
    demo = await openDemo();
    server = await serve(demo.tenet);
    project = mkdtempSync(path.join(tmpdir(), 'tenet-codegen-'));
    for (const file of ['package.json', 'codegen.yml', 'tsconfig.json', 'board.graphql', 'board.ts'])
      cpSync(path.join(EXAMPLE, file), path.join(project, file));
    symlinkSync(path.join(EXAMPLE, 'node_modules'), path.join(project, 'node_modules'), 'junction');
    const cli = path.join(project, 'node_modules/@graphql-codegen/cli/cjs/bin.js');
    const made = await node(cli, ['--config', 'codegen.yml'], project, { TENET_URL: server.url });
    if (made.status !== 0) throw new TypeError(made.output);
  }, INSTALL_MS);
  afterAll(async () => {
    await closeServers();
    await demo?.close();
    if (project) rmSync(project, { recursive: true, force: true });
  });

  const types = ['--typeRoots', path.join(ROOT, 'node_modules/@types')];

  test('knows the names of the company', () => {
    const generated = readFileSync(path.join(project, 'generated/graphql.ts'), 'utf8');
    const names = /export type MetricName =([^;]*);/.exec(generated)?.[1]?.match(/'\w+'/g) ?? [];
    expect(names.map((name) => name.slice(1, -1)).sort()).toEqual(
      [...demo.tenet.catalog.metrics.keys()].sort(),
    );
  });

  test('compiles under strict, runs, and prints the answer of the server', async () => {
    expect(await compile(project, ...types)).toEqual({ status: 0, output: '' });
    const { status, output } = await node('.data/board.js', [server.url], project);
    expect(status).toBe(0);
    const { data } = await post(
      server.url,
      '{ metricQuery(metrics: [net_revenue, placed_orders], by: [{ dimension: orders__channel }], period: { last: 3, grain: MONTH }) { rows } }',
    );
    const rows = data.metricQuery.rows.map((row: Record<string, unknown>) => Object.values(row).join(', '));
    expect(output.trimEnd().split('\n')).toEqual([
      'Sales channel, Net revenue [GBP], Orders placed [orders]',
      ...rows,
    ]);
  });

  test('no longer compiles with a metric that does not exist', async () => {
    const wrong = readFileSync(path.join(EXAMPLE, 'board.ts'), 'utf8').replace(
      "'net_revenue'",
      "'net_revenu'",
    );
    writeFileSync(path.join(project, 'board.ts'), wrong);
    const { status, output } = await compile(project, '--noEmit', ...types);
    expect(status).not.toBe(0);
    expect(output).toContain('"net_revenu"');
  });
});
