import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../base/failure';
import type { Catalog } from '../../metrics/model/catalog';
import type { Condition, Query } from '../../metrics/model/query';
import type { Io } from '../io';
import { parseBy, parseOrder } from './parse-by';
import { parsePeriod } from './parse-period';
import { parseHaving, parseWhere, type ReadWord } from './parse-where';
import { present } from './present';
import { type ConditionFlag, firstFlag, type QuestionFlags } from './question-options';
import { metricWordReader, wordReader } from './read-word';

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
  const readMetric = metricWordReader(catalog);
  const { by, conditions, having, segment, order, complete, distinct } = flags;
  const { zone, asOf, limit, offset, totals } = flags;
  return {
    metrics,
    ...present({
      by: by?.map(parseBy),
      where: conditions?.map((flag) => conditionOf(flag, read)),
      having: having?.map((text) => parseHaving(text, readMetric)),
      segments: segment,
      period: parsePeriod(flags),
      order: order?.map(parseOrder),
      ...{ complete, distinct, zone, asOf, limit, offset, totals },
    }),
  };
}

function conditionOf({ option, text, onlyFor }: ConditionFlag, read: ReadWord): Condition {
  const condition = option === '--where' ? parseWhere(text, read) : { formula: text };
  return { ...condition, ...(onlyFor && { onlyFor }) };
}

async function queryOfFile(flags: QuestionFlags, file: string, io: Io): Promise<Query> {
  const used = firstFlag(flags);
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
