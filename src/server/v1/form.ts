import type { IncomingMessage } from 'node:http';
import { nearest } from '../../base/did-you-mean';
import { Failure } from '../../base/failure';
import type { AnswerFormat, EncodeOptions } from '../../service/formats/answer-format';
import { FORMAT_NAMES, FORMATS } from '../../service/formats/formats';
import { flagOf, single } from './parameters';

/** In which form an answer is wanted. */
export interface Form extends Omit<EncodeOptions, 'zone'> {
  readonly format: AnswerFormat;
}

/** Parameters that say how to answer. */
export const FORM_PARAMETERS = ['format', 'numbers', 'spreadsheet'] as const;

/** @throws Failure `QUERY.INVALID` for a form that there is not. */
export function formOf(parameters: URLSearchParams, request: IncomingMessage): Form {
  return {
    format: formatOf(single(parameters, 'format'), request.headers.accept ?? ''),
    numbers: numbersOf(single(parameters, 'numbers')),
    // Most of those who open a CSV do so in a spreadsheet, and texts in it are other people's.
    spreadsheet: flagOf(parameters, 'spreadsheet') ?? true,
  };
}

/** What the parameter names, else what `Accept` likes best, else JSON. */
function formatOf(name: string | undefined, accept: string): AnswerFormat {
  if (name === undefined) return acceptedForm(accept);
  const found = FORMAT_NAMES.find((known) => known === name);
  if (found !== undefined) return FORMATS[found];
  throw new Failure('QUERY.INVALID', `There is no format "${name.slice(0, 80)}".`, {
    path: 'format',
    suggestions: nearest(name, FORMAT_NAMES),
    hint: `formats are ${FORMAT_NAMES.join(', ')}`,
  });
}

interface MediaRange {
  readonly type: string;
  /** 0 to 1, as RFC 9110 weighs it. */
  readonly quality: number;
}

function acceptedForm(accept: string): AnswerFormat {
  const ranges = accept.split(',').map(rangeOf);
  const wanted = ranges
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality || Number(isWide(one)) - Number(isWide(other)));
  for (const range of wanted) {
    const found = Object.values(FORMATS).find((format) => isIn(range, mediaTypeOf(format)));
    if (found !== undefined) return found;
  }
  return FORMATS.json;
}

function rangeOf(text: string): MediaRange {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return { type, quality: weight === undefined ? 1 : Number(weight.slice(2)) };
}

const isWide = ({ type }: MediaRange): boolean => type.endsWith('/*');

const isIn = ({ type }: MediaRange, mediaType: string): boolean =>
  type === '*/*' || type === mediaType || (type.endsWith('/*') && mediaType.startsWith(type.slice(0, -1)));

const mediaTypeOf = ({ mediaType }: AnswerFormat): string => mediaType.split(';', 1)[0] ?? mediaType;

function numbersOf(text: string | undefined): Form['numbers'] {
  const upper = (text ?? 'JSON').toUpperCase();
  if (upper === 'JSON' || upper === 'EXACT') return upper;
  throw new Failure('QUERY.INVALID', 'The parameter "numbers" must be json or exact.', { path: 'numbers' });
}
