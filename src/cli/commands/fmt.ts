import path from 'node:path';
import type { Command } from 'commander';
import { renderDiagnostic } from '../../base/code-frame';
import type { FormatReport } from '../../service/format-definitions';
import type { CommandContext, CommandInput, CommandModule } from '../command';
import { EXIT, type ExitCode } from '../exit-codes';
import type { Io } from '../io';
import { counted } from '../print/counted';

export const fmt: CommandModule = { define, run };

function define(command: Command): void {
  command
    .argument('[paths...]', 'definitions folders, team folders or files (default: --definitions)')
    .option('--check', 'write nothing; exit 1 when a file is not formatted');
}

async function run({ args, options }: CommandInput, { io, settings }: CommandContext): Promise<ExitCode> {
  const { formatDefinitions } =
    require('../../service/format-definitions') as typeof import('../../service/format-definitions');
  const given = (args[0] as readonly string[]).map((name) => path.resolve(io.cwd, name));
  const paths = given.length > 0 ? given : [settings.definitions];
  const onlyCheck = options['check'] === true;
  const report = await formatDefinitions({ paths, write: !onlyCheck });
  printReport(report, onlyCheck, io);
  const errors = report.diagnostics.some(({ severity }) => severity === 'error');
  const changed = report.files.some(({ outcome }) => outcome === 'changed');
  return errors || (onlyCheck && changed) ? EXIT.findings : EXIT.fine;
}

function printReport({ files, diagnostics }: FormatReport, onlyCheck: boolean, io: Io): void {
  const shown = (file: string): string => path.relative(io.cwd, file).split(path.sep).join('/');
  const texts = new Map(files.map((file) => [file.path, file.text]));
  for (const diagnostic of diagnostics) {
    const text = texts.get(diagnostic.at.file) ?? null;
    const at = { ...diagnostic.at, file: shown(diagnostic.at.file) };
    io.out(`${renderDiagnostic({ ...diagnostic, at }, text, { color: io.color })}\n\n`);
  }
  const changed = files.filter(({ outcome }) => outcome === 'changed');
  for (const file of changed) io.out(`${onlyCheck ? 'not formatted' : 'formatted'}: ${shown(file.path)}\n`);
  const left = files.filter(({ outcome }) => outcome === 'left').length;
  const words = [
    ...(changed.length > 0 ? [`${changed.length} ${onlyCheck ? 'not formatted' : 'formatted'}`] : []),
    ...(left > 0 ? [`${left} left as ${left === 1 ? 'it is' : 'they are'}`] : []),
  ];
  io.out(`${counted(files.length, 'file')}: ${words.length > 0 ? words.join(', ') : 'nothing to do'}\n`);
}
