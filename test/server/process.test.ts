import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { FILES, until, Workplace } from './live-company';
import { post } from './serve-demo';

const TENET = path.resolve(__dirname, '../../bin/tenet.js');

let place: Workplace;
let child: ChildProcess;
beforeEach(async () => {
  place = new Workplace();
  place.writeAll({
    ...FILES,
    'company.yaml': 'name: Small\nzone: UTC\nlimits: { deadline_ms: 120000 }\n',
    'sales/long.yaml':
      'datasets: { long: { table: long, columns: { n: bigint } } }\nmetrics: { long_sum: { formula: count(distinct long.n) } }\n',
  });
  await place.seed();
});
afterEach(() => {
  child.kill('SIGKILL');
  place.remove();
});

/** The command as an operator starts it; all that it writes. */
async function start(): Promise<{ url: string; err: () => string; ended: Promise<number | null> }> {
  const args = [TENET, 'serve', '--port', '0', '--definitions', place.definitions];
  child = spawn(process.execPath, [...args, '--database', `duckdb:${place.file}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout?.on('data', (piece: Buffer) => {
    out += piece.toString();
  });
  child.stderr?.on('data', (piece: Buffer) => {
    err += piece.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await until(async () => /^ready in /m.test(out), 25_000);
  return { url: /at (http:\S+)/.exec(out)?.[1] ?? '', err: () => err, ended };
}

test('a signal ends the process when what is in flight is answered, with a log of JSON alone', async () => {
  const { url, err, ended } = await start();
  const isRunning = async (): Promise<boolean> =>
    /^tenet_engine_running 1$/m.test(await (await fetch(new URL('/metrics', url))).text());
  const reply = post(url, '{ metricQuery(metrics: [long_sum]) { rows } }');
  await until(isRunning);
  child.kill('SIGTERM');
  await until(async () => err().includes('"stopping"'));
  await expect(fetch(new URL('/health/live', url))).rejects.toThrow();
  const { status, data } = await reply;
  expect([status, data.metricQuery.rows]).toEqual([200, [{ long_sum: 20_000_000 }]]);
  expect(await ended).toBe(0);
  const lines = err()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { msg: string; route?: string; status?: number });
  expect(lines[0]?.msg).toBe('ready');
  expect(lines.at(-1)?.msg).toBe('stopped');
  expect(lines).toContainEqual(expect.objectContaining({ msg: 'request', route: '/graphql', status: 200 }));
}, 60_000);
