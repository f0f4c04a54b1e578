import path from 'node:path';
import { type Command, Option } from 'commander';
import type { Diagnostic } from '../../base/diagnostic';
import { Failure } from '../../base/failure';
import type { Catalog } from '../../metrics/model/catalog';
import type { CheckReport } from '../../service/check';
import type { DefinitionReader } from '../../service/definition-reader';
import { watchFolder } from '../../service/watch/watch-folder';
import type { CommandContext, CommandInput, CommandModule, Settings } from '../command';
import { EXIT, type ExitCode } from '../exit-codes';
import type { Io } from '../io';
import { checkJson, checkSarif, checkText } from '../print/check-report';
import { failureOf, printFailure } from '../print/print-failure';
import { withEngine } from '../with-tenet';

export const check: CommandModule = { define, run };

const FORMATS = ['text', 'json', 'sarif'] as const;

function define(command: Command): void {
  command
    .option('--data', 'also compare with the database: tables, columns, types, keys, joins')
    .option('--no-examples', 'leave the worked examples out')
    .option('--watch', 'check again whenever a file changes, until Ctrl+C')
    .addOption(new Option('--format <format>', 'how to print the findings').choices(FORMATS).default('text'));
}

async function run({ options }: CommandInput, context: CommandContext): Promise<ExitCode> {
  const { io, settings } = context;
  if (options['watch'] === true) return watch(options, context);
  const report = await reportOn(settings, options);
  io.out(written(report, options['format'] as (typeof FORMATS)[number], context));
  return report.diagnostics.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.fine;
}

async function reportOn(
  settings: Settings,
  options: CommandInput['options'],
  reader?: DefinitionReader,
): Promise<CheckReport> {
  const { checkDefinitions, byPlace } =
    require('../../service/check') as typeof import('../../service/check');
  const started = performance.now();
  const examples = options['examples'] !== false;
  const report = await checkDefinitions(settings.definitions, { examples, ...(reader && { reader }) });
  if (options['data'] !== true || !report.catalog) return report;
  const diagnostics = byPlace([...report.diagnostics, ...(await findInData(report.catalog, settings))]);
  return { ...report, diagnostics, ms: Math.round(performance.now() - started) };
}

/** Definitions with errors are left out: the rest is proved all the same. */
async function findInData(catalog: Catalog, settings: Settings): Promise<readonly Diagnostic[]> {
  const { checkData } = require('../../trust/data-checks') as typeof import('../../trust/data-checks');
  return withEngine(settings, (engine) => checkData(catalog, engine));
}

function written(
  report: CheckReport,
  format: (typeof FORMATS)[number],
  { io, settings }: CommandContext,
): string {
  const folder = path.relative(io.cwd, settings.definitions).replaceAll(path.sep, '/');
  switch (format) {
    case 'text':
      return checkText(report, { color: io.color, folder });
    case 'json':
      return checkJson(report);
    case 'sarif':
      return checkSarif(report, folder);
  }
}

/** Checks until the process is asked to end. What fails at first ends it; what fails later is about to be mended. */
async function watch(options: CommandInput['options'], context: CommandContext): Promise<ExitCode> {
  const { io, settings } = context;
  if (options['format'] !== 'text') {
    throw new Failure('USAGE.INVALID', `--watch prints text, not ${String(options['format'])}.`, {
      hint: 'leave out --watch or --format',
    });
  }
  const stopped = io.untilStopped().then(() => false);
  const changes = await watchFolder(settings.definitions);
  const { DefinitionReader } =
    require('../../service/definition-reader') as typeof import('../../service/definition-reader');
  const reader = new DefinitionReader();
  const find = async (): Promise<string> =>
    written(await reportOn(settings, options, reader), 'text', context);
  try {
    let show = printing(await find(), io);
    for (;;) {
      io.clear();
      show();
      io.out('\nWatching for changes. Ctrl+C stops.\n');
      if (!(await Promise.race([stopped, changes.next().then(() => true)]))) return EXIT.fine;
      show = await find().then(
        (text) => printing(text, io),
        (error: unknown) => () => printFailure(failureOf(error), io),
      );
    }
  } finally {
    changes.close();
  }
}

const printing = (text: string, io: Io) => (): void => io.out(text);
