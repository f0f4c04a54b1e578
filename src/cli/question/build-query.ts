import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../base/failure';
import type { Catalog } from '../../metrics/model/catalog';
import type { Query } from '../../metrics/model/query';
import type { Door } from '../../service/question-text/door';
import { readQuestionText } from '../../service/question-text/question-text';
import { askSaved, findSavedQuery } from '../../service/saved-query';
import type { Io } from '../io';
import { firstFlag, type QuestionFlags } from './question-options';

/**
 * The question that the flags ask, or that the file holds.
 *
 * @throws Failure `USAGE.INVALID` for flags, `QUERY.*` for a file, `ENVIRONMENT.FILE` where it cannot be read.
 */
export async function buildQuery(flags: QuestionFlags, catalog: Catalog, io: Io): Promise<Query> {
  return flags.file === undefined ? queryOfFlags(flags, catalog) : queryOfFile(flags, flags.file, io);
}

function queryOfFlags(flags: QuestionFlags, catalog: Catalog): Query {
  const { saved, ...question } = flags;
  const metrics = question.metrics.flatMap((word) => word.split(',').filter((name) => name !== ''));
  if (saved !== undefined) {
    const changes = readQuestionText({ ...question, metrics }, catalog, COMMAND_LINE);
    return askSaved(findSavedQuery(catalog, saved), changes, COMMAND_LINE);
  }
  if (metrics.length === 0 && flags.by === undefined) {
    throw new Failure('USAGE.INVALID', 'Nothing is asked for.', {
      hint: 'name one, as in `tenet query net_revenue`; `tenet list metrics` shows them',
    });
  }
  return readQuestionText({ ...question, metrics }, catalog, COMMAND_LINE);
}

const COMMAND_LINE: Door = {
  code: 'USAGE.INVALID',
  name: (parameter) => `--${parameter}`,
  write: (parameter, value) => `--${parameter} ${value.includes(' ') ? `'${value}'` : value}`,
};

async function queryOfFile(flags: QuestionFlags, file: string, io: Io): Promise<Query> {
  const used = firstFlag(flags);
  if (used !== undefined) {
    throw new Failure('USAGE.INVALID', 'A question comes from --file or from flags, not from both.', {
      hint: `leave out ${used}`,
    });
  }
  // zod is only paid for by those who use it.
  const { parseQueryText } =
    require('../../metrics/query/parse-query') as typeof import('../../metrics/query/parse-query');
  return parseQueryText(
    file === '-' ? await io.readStandardInput() : await readText(path.resolve(io.cwd, file)),
  );
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Failure('ENVIRONMENT.FILE', `The file "${file}" cannot be read.`, {
      family: 'environment',
      cause: error,
    });
  }
}
