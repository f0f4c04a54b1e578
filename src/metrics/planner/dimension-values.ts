import { Failure } from '../../base/failure';
import { isPlainText } from '../../base/plain-text';
import { leafId } from '../language/leaf-id';
import type { Syntax } from '../language/syntax';
import type { Value } from '../model/answer';
import type { Catalog, Metric } from '../model/catalog';
import type { Condition, Scalar } from '../model/query';
import { INTEGER, typeName, type ValueType } from '../model/value-type';
import { bindQuery } from './bind-query';
import type { BoundFormula, BoundQuery } from './bound-query';
import { findDimension } from './find-dimension';
import { homeOf } from './tuple-steps';

/** Which values of a dimension are wanted. */
export interface ValuesQuestion {
  /** In either spelling. */
  readonly dimension: string;
  /** A text that occurs in the value, in any case. */
  readonly search?: string;
  /** Only values that come after this one; NULL is the last. */
  readonly after?: { readonly value: Scalar };
  readonly limit: number;
}

/** The values of a dimension, ascending, NULL last. */
export interface DimensionValues {
  readonly type: ValueType;
  readonly values: readonly Value[];
  /** How many rows have the value at the same place. */
  readonly rows: readonly number[];
}

/** Nobody types more. */
const MAX_SEARCH = 200;
/** The column of the answer that holds the counts. */
const ROWS = 'rows';

/**
 * The question for the values of a dimension, ascending, NULL last, each with the number of its rows in the dataset that has the
 * dimension: bound like any other question, so that whatever holds for questions holds here.
 * @throws Failure when the name or the search is wrong.
 */
export function bindValues(catalog: Catalog, asked: ValuesQuestion, clock: string): BoundQuery {
  const dimension = findDimension(catalog, asked.dimension, 'dimension');
  const { name } = dimension;
  const where = asked.after === undefined ? [] : [following(name, asked.after.value)];
  const question = {
    metrics: [],
    by: [{ dimension: name }],
    where,
    order: [{ dimension: name }],
    limit: asked.limit,
  };
  const bound = bindQuery(catalog, question, clock);
  const search = asked.search ? [searching(catalog, name, asked.search)] : [];
  return { ...bound, metrics: [rowsOf(homeOf(catalog, [dimension]))], where: [...bound.where, ...search] };
}

function following(dimension: string, value: Scalar): Condition {
  const none: Condition = { dimension, isNull: true };
  if (value === null) return { dimension, in: [] };
  if (value === true) return none;
  const next: Condition = value === false ? { dimension, eq: true } : { dimension, gt: value };
  return { or: [next, none] };
}

/** Types whose values have one text, the same in every database. */
const SEARCHABLE = ['string', 'integer', 'decimal', 'date', 'boolean'];

/** `contains(lower(dimension::string), lower('text'))`, built as a tree: the text is never part of a formula's text. */
function searching(catalog: Catalog, name: string, text: string): BoundFormula {
  const { type } = findDimension(catalog, name, 'dimension').dimension;
  if (!SEARCHABLE.includes(type.kind)) {
    throw new Failure('QUERY.INVALID', `"${name}" is ${typeName(type)}, which cannot be searched.`, {
      path: 'search',
      hint: 'ask for its values without `search`',
    });
  }
  if (text.length > MAX_SEARCH || !isPlainText(text)) {
    throw new Failure('QUERY.INVALID', `A search has at most ${MAX_SEARCH} characters, all of them whole.`, {
      path: 'search',
      hint: 'search for a part of the value',
    });
  }
  const range = { from: 0, to: text.length };
  const plain = { operator: false, named: [], distinct: false, star: false, filter: null, range } as const;
  const call = (fn: string, ...args: readonly Syntax[]): Syntax => ({
    ...plain,
    kind: 'call',
    name: fn,
    args,
  });
  const column: Syntax = { kind: 'name', parts: name.split('.'), range };
  const value: Syntax =
    type.kind === 'string' ? column : { kind: 'cast', arg: column, type: 'string', range };
  const part: Syntax = { kind: 'literal', form: 'string', text, range };
  const syntax = call('contains', call('lower', value), call('lower', part));
  return { kind: 'formula', text, path: 'search', syntax };
}

/** The number of rows of a dataset, which no definition has to give. */
function rowsOf(home: string): Metric {
  const leaf = {
    home,
    aggregate: 'count',
    args: [],
    where: null,
    time: null,
    empty: '0',
    type: INTEGER,
  } as const;
  const start = { line: 1, column: 1 };
  return {
    name: ROWS,
    label: 'Rows',
    team: '',
    at: { file: '', start, end: start },
    description: null,
    question: null,
    decision: null,
    unit: null,
    format: null,
    better: null,
    formulaText: `count(${home})`,
    whereText: null,
    formula: { kind: 'reference', to: { leaf: 0 }, type: INTEGER },
    leaves: [{ ...leaf, id: leafId(leaf) }],
    type: INTEGER,
    uses: [],
  };
}
