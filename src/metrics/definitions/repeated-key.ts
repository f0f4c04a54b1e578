import { parseDocument } from 'yaml';

/**
 * Whether some object of a JSON text has one key twice. `JSON.parse` takes the last one without a word, and a condition would be
 * gone; YAML, of which JSON is a part, counts them.
 *
 * @param json a text that `JSON.parse` has taken, of bounded depth.
 */
export const holdsRepeatedKey = (json: string): boolean =>
  parseDocument(json, { prettyErrors: false }).errors.some(({ code }) => code === 'DUPLICATE_KEY');
