import { type Command, Option } from 'commander';
import type { Scale, SeedReport } from '../../service/seed';
import type { CommandContext, CommandInput, CommandModule, Settings } from '../command';
import { fileOfAddress, isServerAddress, seedTo } from '../demo-database';
import { EXIT, type ExitCode } from '../exit-codes';
import { textTable } from '../print/print-table';

/** Not read from the seed module: that would load the database before anybody asked for it. */
const SCALE_NAMES: readonly Scale[] = ['tiny', 'small', '1m', '10m'];

export const seed: CommandModule = { define, run };

function define(command: Command): void {
  const scale = new Option('--scale <scale>', 'how many orders: 200, 20 thousand, 1 or 10 million');
  command.addOption(scale.choices(SCALE_NAMES).default('small'));
}

async function run({ options }: CommandInput, { io, settings }: CommandContext): Promise<ExitCode> {
  io.out(reportText(await seedInto(settings, options['scale'] as Scale)));
  return EXIT.fine;
}

function seedInto({ database, databaseGiven }: Settings, scale: Scale): Promise<SeedReport> {
  if (!isServerAddress(database)) return seedTo(fileOfAddress(database), scale, databaseGiven);
  const { seedServer } = require('../../service/seed') as typeof import('../../service/seed');
  return seedServer(database, scale);
}

function reportText({ path, scale, tables, ms }: SeedReport): string {
  const rows = tables.map((table) => [table.name, table.rows.toLocaleString('en-US'), table.checksum]);
  const head = textTable(['table', 'rows', 'checksum'], rows, [false, true, false]);
  return `${head}\nSeeded ${path} at scale ${scale} in ${(ms / 1000).toFixed(1)} s.\n`;
}
