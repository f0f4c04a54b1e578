import { z } from 'zod';
import { QUERY_KEYS } from '../../query/query-shape';
import { anything, text } from './values';

const WORDS = {
  label: text.exactOptional(),
  question: text.exactOptional(),
  description: text.exactOptional(),
};

/** What a saved query says about itself, beside the keys of its question. */
export const SAVED_QUERY_WORDS = Object.keys(WORDS);

/** The question's own shape is checked with its names, in the words of every other door. */
const QUESTION = Object.fromEntries(QUERY_KEYS.map((key) => [key, anything.exactOptional()]));

export const SAVED_QUERY_SHAPE = z.strictObject(
  { ...WORDS, ...QUESTION, labels: anything.exactOptional() },
  'a mapping with at least { metrics: [ … ] }',
);
