import { Argument, type Command } from 'commander';
import { visibleJson } from '../../base/visible-text';
import type { SchemaKind } from '../../service/json-schema';
import type { CommandContext, CommandInput, CommandModule } from '../command';
import { EXIT, type ExitCode } from '../exit-codes';
import { readCatalog } from '../read-catalog';

export const schema: CommandModule = { define, run };

const KINDS: readonly SchemaKind[] = ['company', 'team', 'definitions'];

const HELP = `
An editor that knows JSON Schema completes keys and shows mistakes while you write. With the YAML language server:
  tenet schema --local > .tenet/schema.json
  and as the first line of a file:  # yaml-language-server: $schema=../../.tenet/schema.json`;

function define(command: Command): void {
  command
    .addArgument(new Argument('[kind]', 'of one kind of file only').choices(KINDS))
    .option('--local', 'with the names of these definitions')
    .addHelpText('after', HELP);
}

async function run({ args, options }: CommandInput, { io, settings }: CommandContext): Promise<ExitCode> {
  const { jsonSchema } = require('../../service/json-schema') as typeof import('../../service/json-schema');
  const kind = (args[0] as SchemaKind | undefined) ?? null;
  const local = options['local'] === true ? await namesOf(settings) : null;
  io.out(`${visibleJson(jsonSchema(kind, local))}\n`);
  return EXIT.fine;
}

async function namesOf(settings: CommandContext['settings']) {
  const { localNames } =
    require('../../service/json-schema/local-names') as typeof import('../../service/json-schema/local-names');
  return localNames((await readCatalog(settings)).catalog);
}
