import path from 'node:path';
import type { Command } from 'commander';
import type { CommandContext, CommandInput, CommandModule } from '../command';
import { DEMO_DATABASE, fileOfAddress } from '../demo-database';
import { EXIT, type ExitCode } from '../exit-codes';

export const init: CommandModule = { define, run };

function define(command: Command): void {
  command.argument('<dir>', 'a new or empty folder');
}

async function run({ args }: CommandInput, { io, settings }: CommandContext): Promise<ExitCode> {
  const { createProject } =
    require('../../service/new-project') as typeof import('../../service/new-project');
  const folder = path.resolve(io.cwd, String(args[0]));
  const database = { address: DEMO_DATABASE, file: fileOfAddress(DEMO_DATABASE) };
  const files = await createProject({ folder, database });
  const shown = path.relative(io.cwd, folder).split(path.sep).join('/');
  io.out(`${files.map((file) => `made ${shown === '' ? '' : `${shown}/`}${file}\n`).join('')}
Now try:
${shown === '' ? '' : `  cd ${shown}\n`}  npx tenet check
  npx tenet query revenue --by orders.channel
`);
  if (settings.databaseGiven) {
    io.err('A database is set by --database or TENET_DATABASE: without it, the project uses its own.\n');
  }
  return EXIT.fine;
}
