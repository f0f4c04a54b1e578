import type { Query } from '../../src/metrics/model/query';
import { parseQuery } from '../../src/metrics/query/parse-query';
import { loadDefinitionFiles } from '../../src/service/definition-files';
import type { RecordedRows } from '../support/cases-compare';
import { readGenerated } from '../support/cases-files';
import { type CaseFolder, readTopics, type Topic } from '../support/cases-folders';
import type { OpenTenet, Reply } from '../support/in-memory-tenet';
import type { OpenProduct } from './load-product';
import type { Found } from './outcome';

const messageOf = (error: unknown): string =>
  `failed: ${error instanceof Error ? error.message : String(error)}`;

/** Rows and totals as a text: integers beyond 2^53 as digits, doubles at ten digits. */
const textOf = (answer: { readonly rows: unknown; readonly totals: unknown }): string =>
  JSON.stringify([answer.rows, answer.totals], (_, value: unknown) => {
    if (typeof value === 'bigint') return value.toString();
    return typeof value === 'number' && !Number.isInteger(value) ? value.toPrecision(10) : value;
  });

/** Null for what does not even have the form of a question: it is refused before the compiler sees it. */
function queryOf({ question }: CaseFolder): Query | null {
  try {
    return parseQuery(question);
  } catch {
    return null;
  }
}

/** How a golden case is answered otherwise than it is recorded; null when it is not. */
async function differenceOf(one: CaseFolder, ask: OpenTenet['ask']): Promise<string | null> {
  const rows = readGenerated(one.folder, 'rows.json');
  const refusal = readGenerated(one.folder, 'refusal.json');
  const query = queryOf(one);
  if (query === null) return null;
  const reply: Reply | string = await ask(query).catch(messageOf);
  if (typeof reply === 'string') return reply;
  const got = 'refused' in reply ? reply.refused : textOf(reply);
  if (rows === undefined && refusal === undefined) return null;
  const want = rows === undefined ? codeOf(refusal ?? '{}') : textOf(JSON.parse(rows) as RecordedRows);
  return got === want ? null : `${want} became ${got}`;
}

const codeOf = (refusal: string): string => (JSON.parse(refusal) as { readonly code: string }).code;

async function inTopic(topic: Topic, open: OpenProduct): Promise<Found | null> {
  const found = (label: string, difference: string): Found => ({ by: 'case', label, difference });
  const { files } = await loadDefinitionFiles(topic.definitions);
  let opened: OpenTenet;
  try {
    opened = await open({ files, statements: [topic.data] });
  } catch (error) {
    return found(topic.name, messageOf(error));
  }
  try {
    for (const one of topic.cases) {
      const difference = await differenceOf(one, opened.ask);
      if (difference !== null) return found(`${topic.name}/${one.name}`, difference);
    }
    return null;
  } finally {
    await opened.close();
  }
}

/** Asks the mutated product the golden cases of every topic whose definitions are sound, until one is answered otherwise. */
export async function byCases(mutated: OpenProduct, untilMs: number): Promise<Found | null> {
  for (const topic of readTopics()) {
    if (Date.now() > untilMs) break;
    if (readGenerated(topic.folder, 'faults.json') !== undefined) continue;
    const found = await inTopic(topic, mutated);
    if (found) return found;
  }
  return null;
}
