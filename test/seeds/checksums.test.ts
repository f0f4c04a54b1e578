/**
 * The demo company is the same company everywhere: each scale gives the tables whose checksums are recorded.
 *
 *     npx jest test/seeds                                             tiny and small
 *     TENET_SEED_SCALES=tiny,small,1m,10m npx jest test/seeds/checksums    the large ones too
 *     TENET_SEED_RECORD=1 TENET_SEED_SCALES=1m npx jest test/seeds/checksums    after a change of seeds/: write them down
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SCALES, type Scale, type SeededTable, seedDemo } from '../../src/service/seed';

const RECORD = path.join(__dirname, 'checksums.json');
const scales = (process.env['TENET_SEED_SCALES'] ?? 'tiny,small').split(',') as Scale[];
const recording = process.env['TENET_SEED_RECORD'] === '1';

type Recorded = Partial<Record<Scale, Record<string, readonly [rows: number, checksum: string]>>>;

const readRecord = (): Recorded => JSON.parse(readFileSync(RECORD, 'utf8')) as Recorded;
const asRecord = (tables: readonly SeededTable[]) =>
  Object.fromEntries(tables.map(({ name, rows, checksum }) => [name, [rows, checksum] as const]));

function record(scale: Scale, tables: readonly SeededTable[]): void {
  const all: Recorded = { ...readRecord(), [scale]: asRecord(tables) };
  const ordered = (Object.keys(SCALES) as Scale[]).filter((name) => all[name]);
  const blocks = ordered.map((name) => {
    const lines = Object.entries(all[name]!).map(
      ([table, value]) => `    "${table}": [${value[0]}, "${value[1]}"]`,
    );
    return `  "${name}": {\n${lines.join(',\n')}\n  }`;
  });
  writeFileSync(RECORD, `{\n${blocks.join(',\n')}\n}\n`);
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenet-seed-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(scales)(
  'scale %s gives the recorded tables',
  async (scale) => {
    const target = path.join(folder, scale, 'deep', 'demo.duckdb');
    const report = await seedDemo(target, scale);
    if (recording) record(scale, report.tables);
    expect(asRecord(report.tables)).toEqual(readRecord()[scale]);
    expect(readdirSync(path.dirname(target))).toEqual(['demo.duckdb']);
    rmSync(target);
  },
  600_000,
);
