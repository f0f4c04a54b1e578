import { Failure } from '../../base/failure';
import type { Catalog } from '../../metrics/model/catalog';
import type { Scalar } from '../../metrics/model/query';
import type { ValueType } from '../../metrics/model/value-type';
import { findDimension } from '../../metrics/planner/find-dimension';
import type { ReadWord, Word } from './parse-where';

/** Reads words by the types of the catalog's dimensions: JSON would have said whether `8` is a number or a text. */
export function wordReader(catalog: Catalog): ReadWord {
  return (name, word) => {
    return readWord(
      word,
      typeOf(() => findDimension(catalog, name, '').dimension.type),
    );
  };
}

/** The same for metrics. */
export function metricWordReader(catalog: Catalog): ReadWord {
  return (name, word) => readWord(word, catalog.metrics.get(name)?.type ?? null);
}

/** A name that means nothing is refused when the question is bound, with its place. */
function typeOf(find: () => ValueType): ValueType | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

/** What is no value of the type stays a text, and binding refuses it with the type's own message. */
function readWord(word: Word, type: ValueType | null): Scalar {
  if (word.quoted) return word.text;
  if (word.text === 'null') return null;
  switch (type?.kind) {
    case 'boolean':
      return word.text === 'true' ? true : word.text === 'false' ? false : word.text;
    case 'integer':
      return /^-?\d+$/.test(word.text) && Number.isSafeInteger(Number(word.text))
        ? Number(word.text)
        : word.text;
    case 'double':
      return Number.isFinite(Number(word.text)) ? Number(word.text) : word.text;
    default:
      // Decimals too: their digits are exact as a text.
      return word.text;
  }
}
