import { type Command, Option } from 'commander';
import { visibleJson, visibleLines } from '../../base/visible-text';
import { explanationText } from '../../service/explanation-text';
import type { CommandContext, CommandInput, CommandModule } from '../command';
import { EXIT, type ExitCode } from '../exit-codes';
import { buildQuery } from '../question/build-query';
import { defineQuestion, questionFlags } from '../question/question-options';
import { readCatalog } from '../read-catalog';

export const explain: CommandModule = { define, run };

function define(command: Command): void {
  defineQuestion(command);
  command.addOption(
    new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'),
  );
}

/** Needs no database, only its kind: the scheme of its address names the dialect. */
async function run(input: CommandInput, { io, settings }: CommandContext): Promise<ExitCode> {
  const { explainQuery } = require('../../service/ask') as typeof import('../../service/ask');
  const { catalog } = await readCatalog(settings);
  const question = await buildQuery(questionFlags(input), catalog, io);
  const explanation = explainQuery(question, catalog, dialectOf(settings.database));
  const asJson = input.options['format'] === 'json';
  io.out(
    asJson
      ? `${visibleJson({ question, ...explanation })}\n`
      : `${visibleLines(explanationText(explanation))}\n`,
  );
  return EXIT.fine;
}

const dialectOf = (address: string): string => address.slice(0, Math.max(0, address.indexOf(':')));
