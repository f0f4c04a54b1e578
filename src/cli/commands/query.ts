import { type Command, Option } from 'commander';
import { Failure } from '../../base/failure';
import { visibleJsonText } from '../../base/visible-text';
import { FORMAT_NAMES, FORMATS } from '../../service/formats/formats';
import { MetricResult } from '../../service/formats/metric-result';
import type { CommandContext, CommandInput, CommandModule } from '../command';
import { EXIT, type ExitCode } from '../exit-codes';
import { printNotices } from '../print/print-notices';
import { tableOf } from '../print/print-table';
import { buildQuery } from '../question/build-query';
import { defineQuestion, questionFlags } from '../question/question-options';
import { withTenet } from '../with-tenet';

export const query: CommandModule = { define, run };

function define(command: Command): void {
  defineQuestion(command);
  command
    .addOption(
      new Option('--format <format>', 'how to print the answer')
        .choices(['table', ...FORMAT_NAMES])
        .default('table'),
    )
    .option('--exact', 'json, ndjson: integers and decimals as texts with all their digits')
    .option('--spreadsheet', 'csv: an apostrophe before texts that a spreadsheet would run as formulas');
}

async function run(input: CommandInput, context: CommandContext): Promise<ExitCode> {
  const flags = questionFlags(input);
  const { exact, spreadsheet } = input.options;
  const name = FORMAT_NAMES.find((format) => format === input.options['format']);
  const format = name === undefined ? null : FORMATS[name];
  if (format && flags.totals && !format.holdsTotals) {
    throw new Failure(
      'USAGE.INVALID',
      `Totals cannot go into ${format.name}: their line would look like the NULL group.`,
      { hint: 'leave out --totals, or take --format json' },
    );
  }
  return withTenet(context, async (tenet) => {
    const question = await buildQuery(flags, tenet.catalog, context.io);
    const answer = await tenet.ask(question);
    const isJson = format?.name === 'json' || format?.name === 'ndjson';
    const numbers = isJson && !exact ? 'JSON' : 'EXACT';
    if (format === null) context.io.out(tableOf(answer));
    else {
      const zone = question.zone ?? tenet.catalog.company.zone;
      const encoded = format.encode(answer, { numbers, spreadsheet: spreadsheet === true, zone });
      for await (const piece of encoded) context.io.out(isJson ? visibleJsonText(String(piece)) : piece);
    }
    await printNotices(new MetricResult(answer, numbers), context.io);
    return EXIT.fine;
  });
}
