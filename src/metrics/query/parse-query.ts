import type { z } from 'zod';
import { nearest } from '../../base/did-you-mean';
import { Failure } from '../../base/failure';
import { shorten } from '../../base/plain-text';
import { holdsRepeatedKey } from '../definitions/repeated-key';
import type { Query } from '../model/query';
import { QUERY_SHAPE } from './query-shape';

/** Objects and lists nested deeper than this are refused, so that no question can exhaust the stack. */
const MAX_DEPTH = 64;
/** Values, lists and objects of one question. */
const MAX_ENTRIES = 100_000;

/**
 * Reads a question from parsed JSON, strictly: unknown keys and wrong shapes are refused, grains are taken in any case.
 * Names and values are not looked up here; that is binding.
 *
 * @throws Failure `QUERY.UNKNOWN_KEY` with near matches, `QUERY.INVALID` or `QUERY.LIMIT`, each with the `path` of its place.
 */
export function parseQuery(json: unknown): Query {
  refuseDeep(json);
  const result = QUERY_SHAPE.safeParse(json);
  if (result.success) return result.data;
  throw failureOf(result.error.issues);
}

/**
 * Reads a question from the text of a JSON file.
 *
 * @throws Failure as `parseQuery`; `QUERY.INVALID` with the place in words where the text is not JSON.
 */
export function parseQueryText(source: string): Query {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch (error) {
    throw new Failure('QUERY.INVALID', `The question is not valid JSON: ${wordsOf(error)}.`, {
      hint: 'write { "metrics": ["…"], "by": [{ "time": "month" }] }',
    });
  }
  const query = parseQuery(json);
  if (!holdsRepeatedKey(source)) return query;
  throw new Failure('QUERY.INVALID', 'The question has a key twice in one object.', {
    hint: 'write each key once; several conditions are a list',
  });
}

function failureOf(issues: readonly z.core.$ZodIssue[]): Failure {
  for (const issue of issues) {
    if (issue.code !== 'custom' || issue.params?.['unknownKey'] === undefined) continue;
    const { unknownKey, known } = issue.params as { unknownKey: string; known: readonly string[] };
    return new Failure(
      'QUERY.UNKNOWN_KEY',
      `The question has no key "${shorten(unknownKey)}" at ${place(issue.path)}.`,
      {
        path: pathText(issue.path),
        suggestions: nearest(unknownKey, known),
        hint: `keys known here: ${known.join(', ')}`,
      },
    );
  }
  const first = issues[0];
  if (first === undefined) return new Failure('QUERY.INVALID', 'The question is not well formed.');
  const path = pathText(first.path);
  const subject = path === '' ? 'The question' : `"${path}" of the question`;
  return new Failure('QUERY.INVALID', `${subject} ${first.message}.`, path === '' ? {} : { path });
}

const place = (path: readonly PropertyKey[]): string =>
  path.length < 2 ? 'its top level' : `"${pathText(path.slice(0, -1))}"`;

/** `['by', 1, 'dimension']` → `by[1].dimension`. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${shorten(String(step))}`,
    )
    .join('');
}

/** JSON.parse has read any depth without recursion trouble; what comes after recurses, and has a word on each entry. */
function refuseDeep(json: unknown): void {
  let entries = 0;
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      throw new Failure('QUERY.LIMIT', `The question is nested deeper than ${MAX_DEPTH} levels.`, {
        hint: 'join the conditions in one list',
      });
    }
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
    entries += level.length;
    if (entries > MAX_ENTRIES)
      throw new Failure('QUERY.LIMIT', `The question has more than ${MAX_ENTRIES} entries.`, {
        hint: 'ask for less at once',
      });
  }
}

/** The engine's own words show the place: newer ones name line and column, older ones quote what stands there. */
const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .replace(/\s+/g, ' ')
    .replace(/ is not valid JSON$/, '');
