import { type Command, Option } from 'commander';
import { Failure } from '../../base/failure';
import { visibleJson } from '../../base/visible-text';
import type { Answer } from '../../metrics/model/answer';
import { typeName } from '../../metrics/model/value-type';
import { MetricResult } from '../../resolvers/metric-result';
import type { CommandContext, CommandInput, CommandModule } from '../command';
import { EXIT, type ExitCode } from '../exit-codes';
import { csvOf } from '../print/print-csv';
import { printNotices } from '../print/print-notices';
import { tableOf } from '../print/print-table';
import { buildQuery } from '../question/build-query';
import { defineQuestion, questionFlags } from '../question/question-options';
import { withTenet } from '../with-tenet';

const FORMATS = ['table', 'json', 'csv'] as const;

export const query: CommandModule = { define, run };

function define(command: Command): void {
  defineQuestion(command);
  command
    .addOption(new Option('--format <format>', 'how to print the answer').choices(FORMATS).default('table'))
    .option('--exact', 'json: integers and decimals as texts with all their digits')
    .option('--spreadsheet', 'csv: an apostrophe before texts that a spreadsheet would run as formulas');
}

async function run(input: CommandInput, context: CommandContext): Promise<ExitCode> {
  const flags = questionFlags(input);
  const { format, exact, spreadsheet } = input.options;
  if (format === 'csv' && flags.totals) {
    throw new Failure(
      'USAGE.INVALID',
      'Totals cannot go into csv: their line would look like the NULL group.',
      {
        hint: 'leave out --totals, or take --format json',
      },
    );
  }
  return withTenet(context, async (tenet) => {
    const answer = await tenet.ask(await buildQuery(flags, tenet.catalog, context.io));
    const { out } = context.io;
    const result = new MetricResult(answer, format !== 'json' || exact ? 'EXACT' : 'JSON');
    if (format === 'csv') out(csvOf(answer, spreadsheet === true));
    else if (format === 'json') out(`${visibleJson(await jsonOf(answer, result))}\n`);
    else out(tableOf(answer));
    await printNotices(result, context.io);
    return EXIT.fine;
  });
}

/** The rows are those of GraphQL's `rows`. */
async function jsonOf(answer: Answer, result: MetricResult): Promise<object> {
  return {
    columns: answer.columns.map(({ name, label, role, type, unit, format, grain, source }) => {
      return { name, label, role, type: typeName(type), unit, format, grain, source };
    }),
    rows: result.rows(),
    totals: result.totals(),
    truncated: answer.truncated,
    notices: await result.notices(),
  };
}
