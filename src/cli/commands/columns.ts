import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { Failure } from '../../base/failure';
import { visibleText } from '../../base/visible-text';
import type { ColumnsProposal } from '../../service/columns';
import type { CommandContext, CommandInput, CommandModule, Settings } from '../command';
import { EXIT, type ExitCode } from '../exit-codes';
import { counted } from '../print/counted';
import { withEngine } from '../with-tenet';

export const columns: CommandModule = { define, run };

function define(command: Command): void {
  command
    .argument('<dataset>', 'the dataset; its table must exist in the database')
    .option('--write', 'write the columns into the file of the dataset');
}

async function run({ args, options }: CommandInput, { io, settings }: CommandContext): Promise<ExitCode> {
  const { file, columns: found, yaml, skipped, text } = await propose(String(args[0]), settings);
  for (const { name, reason } of skipped) io.err(`left out ${visibleText(name)}: ${visibleText(reason)}\n`);
  if (options['write'] !== true) {
    io.out(`columns:\n${yaml.replace(/^(?=.)/gm, '  ')}\n`);
    return EXIT.fine;
  }
  if (text === file.text) {
    io.out(`${file.path} is as the database has it: ${counted(found.length, 'column')}.\n`);
    return EXIT.fine;
  }
  await write(path.join(settings.definitions, file.path), text);
  io.out(`Wrote ${counted(found.length, 'column')} into ${file.path}.\n`);
  return EXIT.fine;
}

/** The dataset may be broken, or have no columns yet. */
async function propose(dataset: string, settings: Settings): Promise<ColumnsProposal> {
  const { loadDefinitionFiles } =
    require('../../service/definition-files') as typeof import('../../service/definition-files');
  const { proposeDatasetColumns } =
    require('../../service/columns') as typeof import('../../service/columns');
  const { files } = await loadDefinitionFiles(settings.definitions);
  return withEngine(settings, (engine) => proposeDatasetColumns(files, dataset, engine));
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    throw new Failure('ENVIRONMENT.FILE', `"${file}" cannot be written.`, { family: 'environment', cause });
  }
}
