import type { Answer, AnswerColumn } from '../../metrics/model/answer';
import { typeName } from '../../metrics/model/value-type';
import { type AnswerFormat, type EncodeOptions, pieces } from './answer-format';
import { MetricResult } from './metric-result';

/** One object: `columns`, `rows` (as GraphQL's `rows`, one a line), `totals`, `truncated`, `notices`. */
export const json: AnswerFormat = {
  name: 'json',
  mediaType: 'application/json; charset=utf-8',
  extension: 'json',
  holdsTotals: true,
  holdsNotices: true,
  encode: encodeJson,
};

/** One row a line, each an object as in GraphQL's `rows`. */
export const ndjson: AnswerFormat = {
  name: 'ndjson',
  mediaType: 'application/x-ndjson; charset=utf-8',
  extension: 'ndjson',
  holdsTotals: false,
  holdsNotices: false,
  encode: encodeLines,
};

async function* encodeJson(answer: Answer, { numbers }: EncodeOptions): AsyncGenerator<string> {
  const result = new MetricResult(answer, numbers);
  yield `{"columns":${list(answer.columns.map(columnOf))},\n"rows":[`;
  let before = '\n';
  for (const [from, to] of pieces(answer.rowCount)) {
    yield before + lines(result.rows(from, to)).join(',\n');
    before = ',\n';
  }
  const { truncated } = answer;
  yield `\n],\n"totals":${JSON.stringify(result.totals())},\n"truncated":${truncated},\n"notices":${list(await result.notices())}}\n`;
}

async function* encodeLines(answer: Answer, { numbers }: EncodeOptions): AsyncGenerator<string> {
  const result = new MetricResult(answer, numbers);
  for (const [from, to] of pieces(answer.rowCount)) yield `${lines(result.rows(from, to)).join('\n')}\n`;
}

const lines = (values: readonly unknown[]): string[] => values.map((value) => JSON.stringify(value));

const list = (values: readonly unknown[]): string =>
  values.length === 0 ? '[]' : `[\n${lines(values).join(',\n')}\n]`;

const columnOf = ({ name, label, role, type, unit, format, grain, source }: AnswerColumn): object => ({
  ...{ name, label, role, type: typeName(type), unit, format, grain, source },
});
