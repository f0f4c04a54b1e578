import { nearest } from '../../base/did-you-mean';
import { Failure } from '../../base/failure';
import type { Catalog, SavedQuery } from '../../metrics/model/catalog';
import type { Query } from '../../metrics/model/query';
import { parseQueryText } from '../../metrics/query/parse-query';
import type { Door } from '../../service/question-text/door';
import {
  type ConditionText,
  type QuestionText,
  readQuestionText,
} from '../../service/question-text/question-text';
import { askSaved } from '../../service/saved-query';

const LISTS = ['metrics', 'by', 'segments', 'order'] as const;
const TEXTS = ['having', 'where', 'whereFormula'] as const;
const SINGLE = ['from', 'to', 'last', 'periodColumn', 'asOf', 'zone'] as const;
const FLAGS = ['running', 'complete', 'totals', 'distinct'] as const;
const NUMBERS = ['limit', 'offset'] as const;

/** How the question may be written: as one JSON text, or as its parts. */
const QUESTION_PARAMETERS: readonly string[] = [
  'query',
  ...[...LISTS, ...TEXTS, ...SINGLE, ...FLAGS, ...NUMBERS],
];

const URL_DOOR: Door = {
  code: 'QUERY.INVALID',
  name: (parameter) => `the parameter "${parameter}"`,
  write: (parameter, value) => `${parameter}=${value}`,
};

/**
 * The question that a URL asks, as JSON in `query` or in plain parameters, which are those of the command line:
 * `metrics=net_revenue&by=time:month,customers.region&where=orders.channel = web&last=3:month`.
 *
 * @param others parameters that say how to answer, not what is asked.
 * @throws Failure `QUERY.*` with the parameter as its path.
 */
export function questionOf(parameters: URLSearchParams, catalog: Catalog, others: readonly string[]): Query {
  refuseUnknown(parameters, [...QUESTION_PARAMETERS, ...others]);
  const json = single(parameters, 'query');
  if (json === undefined) return readQuestionText(textOf(parameters), catalog, URL_DOOR);
  const plain = QUESTION_PARAMETERS.find((name) => name !== 'query' && parameters.has(name));
  if (plain === undefined) return parseQueryText(json);
  throw new Failure('QUERY.INVALID', 'A question comes from "query" or from its parts, not from both.', {
    path: plain,
    hint: `write "${plain}" into the JSON of "query", or leave "query" out`,
  });
}

/** The saved query with what the parameters change of it. @throws Failure as `questionOf`. */
export function savedQuestionOf(
  parameters: URLSearchParams,
  saved: SavedQuery,
  catalog: Catalog,
  others: readonly string[],
): Query {
  refuseUnknown(parameters, [...QUESTION_PARAMETERS.filter((name) => name !== 'query'), ...others]);
  return askSaved(saved, readQuestionText(textOf(parameters), catalog, URL_DOOR), URL_DOOR);
}

function textOf(parameters: URLSearchParams): QuestionText {
  const lists = LISTS.map((name) => [name, listOf(parameters, name)] as const);
  const singles = SINGLE.map((name) => [name, single(parameters, name)] as const);
  const flags = FLAGS.map((name) => [name, flagOf(parameters, name)] as const);
  const numbers = NUMBERS.map((name) => [name, numberOf(parameters, name)] as const);
  const given = [...lists, ...singles, ...flags, ...numbers].filter(([, value]) => value !== undefined);
  const { segments, ...question } = Object.fromEntries(given) as Partial<QuestionText> & {
    readonly segments?: readonly string[];
  };
  const conditions = conditionsOf(parameters);
  const having = parameters.getAll('having');
  return {
    metrics: [],
    ...question,
    ...(segments && { segment: segments }),
    ...(conditions.length > 0 && { conditions }),
    ...(having.length > 0 && { having }),
  };
}

const conditionsOf = (parameters: URLSearchParams): readonly ConditionText[] =>
  [...parameters].flatMap(([name, text]): ConditionText[] => {
    if (name === 'where') return [{ kind: 'where', text }];
    return name === 'whereFormula' ? [{ kind: 'where-formula', text }] : [];
  });

/** `by=a,b&by=c` is a list of three. */
function listOf(parameters: URLSearchParams, name: string): readonly string[] | undefined {
  const all = parameters.getAll(name);
  const words = all.flatMap((text) => text.split(',')).map((word) => word.trim());
  return all.length === 0 ? undefined : words.filter((word) => word !== '');
}

/** The one value of a parameter. @throws Failure `QUERY.INVALID` where it stands twice. */
export function single(parameters: URLSearchParams, name: string): string | undefined {
  const [first, second] = parameters.getAll(name);
  if (second === undefined) return first;
  throw new Failure('QUERY.INVALID', `The parameter "${name}" stands twice.`, { path: name });
}

/** `running`, `running=true` and `running=false`. @throws Failure `QUERY.INVALID` for anything else. */
export function flagOf(parameters: URLSearchParams, name: string): boolean | undefined {
  const text = single(parameters, name);
  if (text === undefined) return undefined;
  if (text === '' || text === 'true') return true;
  if (text === 'false') return false;
  throw new Failure('QUERY.INVALID', `The parameter "${name}" must be true or false.`, { path: name });
}

function numberOf(parameters: URLSearchParams, name: string): number | undefined {
  const text = single(parameters, name);
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Failure('QUERY.INVALID', `The parameter "${name}" must be a whole number.`, { path: name });
}

/** @throws Failure `QUERY.UNKNOWN_KEY`: what is not known would be left out of the question without a word. */
export function refuseUnknown(parameters: URLSearchParams, known: readonly string[]): void {
  for (const name of new Set(parameters.keys())) if (!known.includes(name)) throw unknown(name, known);
}

function unknown(name: string, known: readonly string[]): Failure {
  return new Failure('QUERY.UNKNOWN_KEY', `There is no parameter "${name.slice(0, 80)}".`, {
    path: name.slice(0, 80),
    suggestions: nearest(name, known),
    hint: known.length > 0 ? `parameters are ${known.join(', ')}` : 'this address takes no parameters',
  });
}
