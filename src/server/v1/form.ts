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

/** What the parameter names, else the first form in `Accept` that there is, else JSON. */
function formatOf(name: string | undefined, accept: string): AnswerFormat {
  if (name === undefined) {
    const wanted = accept.split(',').map((range) => range.split(';', 1)[0]?.trim());
    const accepted = (format: AnswerFormat): boolean => wanted.includes(mediaTypeOf(format));
    return Object.values(FORMATS).find(accepted) ?? FORMATS.json;
  }
  const found = FORMAT_NAMES.find((known) => known === name);
  if (found !== undefined) return FORMATS[found];
  throw new Failure('QUERY.INVALID', `There is no format "${name.slice(0, 80)}".`, {
    path: 'format',
    suggestions: nearest(name, FORMAT_NAMES),
    hint: `formats are ${FORMAT_NAMES.join(', ')}`,
  });
}

const mediaTypeOf = ({ mediaType }: AnswerFormat): string => mediaType.split(';', 1)[0] ?? mediaType;

function numbersOf(text: string | undefined): Form['numbers'] {
  const upper = (text ?? 'JSON').toUpperCase();
  if (upper === 'JSON' || upper === 'EXACT') return upper;
  throw new Failure('QUERY.INVALID', 'The parameter "numbers" must be json or exact.', { path: 'numbers' });
}
