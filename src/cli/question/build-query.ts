import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../base/failure';
import type { Catalog } from '../../metrics/model/catalog';
import type { Query } from '../../metrics/model/query';
import type { Io } from '../io';
import { parseBy, parseOrder } from './parse-by';
import { parseWhere } from './parse-where';
import { present } from './present';
import type { QuestionFlags } from './question-options';
import { wordReader } from './read-word';

/**
 * The question that the flags ask, or that the file holds.
 *
 * @throws Failure `USAGE.INVALID` for flags, `QUERY.*` for a file, `ENVIRONMENT.FILE` where it cannot be read.
 */
export async function buildQuery(flags: QuestionFlags, catalog: Catalog, io: Io): Promise<Query> {
  return flags.file === undefined ? queryOfFlags(flags, catalog) : queryOfFile(flags, flags.file, io);
}

function queryOfFlags(flags: QuestionFlags, catalog: Catalog): Query {
  const metrics = flags.metrics.flatMap((word) => word.split(',').filter((name) => name !== ''));
  if (metrics.length === 0 && flags.by === undefined) {
    throw new Failure('USAGE.INVALID', 'Nothing is asked for.', {
      hint: 'name one, as in `tenet query net_revenue`; `tenet list metrics` shows them',
    });
  }
  const read = wordReader(catalog);
  const { by, where, order, from, to, zone, limit, offset, totals } = flags;
  const period = from === undefined && to === undefined ? undefined : present({ from, to });
  return {
    metrics,
    ...present({
      by: by?.map(parseBy),
      where: where?.map((text) => parseWhere(text, read)),
      order: order?.map(parseOrder),
      ...{ period, zone, limit, offset, totals },
    }),
  };
}

async function queryOfFile(flags: QuestionFlags, file: string, io: Io): Promise<Query> {
  const { file: _, metrics, ...others } = flags;
  const used =
    metrics.length > 0 ? 'the metric names' : Object.keys(others).map((option) => `--${option}`)[0];
  if (used !== undefined) {
    throw new Failure('USAGE.INVALID', 'A question comes from --file or from flags, not from both.', {
      hint: `leave out ${used}`,
    });
  }
  // zod is only paid for by those who use it.
  const { parseQueryText } =
    require('../../service/parse-query') as typeof import('../../service/parse-query');
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
