import { AGGREGATE_RULES } from '../../src/metrics/kinds/aggregate-rules';
import { castTo } from '../../src/metrics/language/conversion';
import { FUNCTIONS, type FunctionName } from '../../src/metrics/language/functions';
import type { AggregateName } from '../../src/metrics/model/expression';
import {
  BOOLEAN,
  COLUMN_TYPE_NAMES,
  DATE,
  DOUBLE,
  decimal,
  INTEGER,
  STRING,
  TIMESTAMPTZ,
  type TypeKind,
  typeName,
  type ValueType,
} from '../../src/metrics/model/value-type';

/** One of each kind: what the rules are asked with. */
const DECIMAL = decimal(12, 2);
const TYPES: readonly ValueType[] = [
  BOOLEAN,
  INTEGER,
  DECIMAL,
  DOUBLE,
  STRING,
  DATE,
  { kind: 'timestamp', zone: null },
  TIMESTAMPTZ,
  { kind: 'interval' },
];
const MOST_ARGUMENTS = 4;

/** What a function takes, as sets of kinds by position, and what it gives. */
interface Signature {
  readonly takes: readonly (readonly TypeKind[])[];
  readonly gives: string;
}

/** From narrow to wide: of two that stand side by side the wider one is taken. */
const FAMILIES: Readonly<Record<string, readonly TypeKind[]>> = {
  number: ['integer', 'decimal', 'double'],
  moment: ['date', 'timestamp', 'timestamptz'],
};
const KINDS: readonly TypeKind[] = TYPES.map(({ kind }) => kind);

function setName(kinds: readonly TypeKind[]): string {
  const missing = KINDS.filter((kind) => !kinds.includes(kind));
  if (missing.length === 0) return 'any';
  if (missing.length <= 2) return `any but ${missing.join(' and ')}`;
  const families = Object.entries(FAMILIES).filter(([, all]) => all.every((kind) => kinds.includes(kind)));
  const covered = families.flatMap(([, all]) => all);
  return [...kinds.filter((kind) => !covered.includes(kind)), ...families.map(([name]) => name)].join(' or ');
}

const tuplesOf = (length: number): readonly (readonly ValueType[])[] =>
  length === 0 ? [[]] : tuplesOf(length - 1).flatMap((start) => TYPES.map((type) => [...start, type]));

const sameSet = (a: readonly TypeKind[], b: readonly TypeKind[]): boolean =>
  a.length === b.length && a.every((kind) => b.includes(kind));

/** Two signatures as one, when they differ in one position only. */
function joined(a: Signature, b: Signature): Signature | null {
  if (a.gives !== b.gives) return null;
  const different = a.takes.flatMap((kinds, at) => (sameSet(kinds, b.takes[at]!) ? [] : [at]));
  if (different.length !== 1) return null;
  const at = different[0]!;
  const both = new Set([...a.takes[at]!, ...b.takes[at]!]);
  const inOrder = TYPES.map(({ kind }) => kind).filter((kind) => both.has(kind));
  return { ...a, takes: a.takes.map((kinds, index) => (index === at ? inOrder : kinds)) };
}

/** As few lines as joining two at a time gives, the last position first. */
function compact(signatures: readonly Signature[]): readonly Signature[] {
  const left = [...signatures];
  for (let again = true; again; ) {
    again = false;
    for (let i = 0; i < left.length; i += 1) {
      const found = left.findIndex((other, j) => j > i && joined(left[i]!, other) !== null);
      if (found === -1) continue;
      left[i] = joined(left[i]!, left[found]!)!;
      left.splice(found, 1);
      again = true;
    }
  }
  return left;
}

/** Every call with this many arguments that the rule accepts; a rule that looks at fewer accepts none. */
function accepted(name: FunctionName, length: number): readonly Signature[] {
  return tuplesOf(length).flatMap((types) => {
    const ruling = FUNCTIONS[name].rule(types.map((type) => ({ type, literal: false })));
    if ('refuse' in ruling || ruling.params.length !== length) return [];
    return [{ takes: types.map(({ kind }) => [kind]), gives: ruling.result.kind }];
  });
}

const widest = (family: readonly TypeKind[], { takes }: Signature): TypeKind | undefined =>
  family[Math.max(...takes.map(([kind]) => family.indexOf(kind!)))];

/** Signatures of one family whose result is its widest argument, as one; undefined where that does not hold of all of them. */
function ofFamily(name: string, signatures: readonly Signature[]): Signature | undefined {
  const family = FAMILIES[name]!;
  const length = signatures[0]?.takes.length ?? 0;
  if (signatures.length !== family.length ** length || length === 0) return undefined;
  if (!signatures.every((one) => one.gives === widest(family, one))) return undefined;
  return {
    takes: Array.from({ length }, () => family),
    gives: length === 1 ? 'the same' : `the wider ${name}`,
  };
}

/** Takes the lines out that say the same of a whole family, or of single types: `any → the same`. */
function summarised(signatures: readonly Signature[]): readonly Signature[] {
  let left = [...signatures];
  const found: Signature[] = [];
  if (left.every(({ takes, gives }) => takes.length === 1 && takes[0]![0] === gives) && left.length > 1) {
    return [{ takes: [left.flatMap(({ takes }) => takes[0]!)], gives: 'the same' }];
  }
  for (const [name, family] of Object.entries(FAMILIES)) {
    const within = left.filter(({ takes }) => takes.every(([kind]) => family.includes(kind!)));
    const one = ofFamily(name, within);
    if (one === undefined) continue;
    found.push(one);
    left = left.filter((signature) => !within.includes(signature));
  }
  return [...found, ...compact(left)];
}

/** `number, number → double`, a line for each way of calling it. */
function linesOf(signatures: readonly Signature[], more = ''): readonly string[] {
  return summarised(signatures).map(({ takes, gives }) => {
    const types = takes.map(setName).join(', ');
    return `${types === '' ? 'nothing' : types}${more} → ${gives}`;
  });
}

/** What a function takes and gives, asked of its own rule. `length` is the number of arguments in its example. */
export function functionTypes(name: FunctionName, length: number): readonly string[] {
  if (name === 'cast') return castTypes();
  const ownLength = accepted(name, length);
  if (length < 2) return linesOf(ownLength);
  const isEndless = accepted(name, MOST_ARGUMENTS).length > 0;
  const shorter = isEndless ? [] : linesOf(accepted(name, length - 1));
  return [...shorter, ...linesOf(ownLength, isEndless ? ', …' : '')];
}

/** Which conversions there are, asked of the converter itself. */
function castTypes(): readonly string[] {
  const names = [...COLUMN_TYPE_NAMES, 'decimal(12,2)'];
  const range = { from: 0, to: 0 };
  const syntax = (type: string) =>
    ({ kind: 'cast', arg: { kind: 'literal', form: 'null', text: '', range }, type, range }) as const;
  const signatures = TYPES.flatMap((from) =>
    names.flatMap((to) => {
      let refused = false;
      const env = {
        problem: () => {
          refused = true;
        },
      };
      const made = castTo({ kind: 'reference', to: null, type: from }, syntax(to), env);
      return refused ? [] : [{ takes: [[from.kind]], gives: made.type.kind }];
    }),
  );
  const unique = [...new Map(signatures.map((one) => [JSON.stringify(one), one])).values()];
  return linesOf(unique);
}

/** What an aggregate takes and gives, asked of its own rule; a whole dataset is its own line. */
export function aggregateTypes(name: AggregateName): readonly string[] {
  const { result } = AGGREGATE_RULES[name];
  const ofDataset = result(null);
  const signatures = TYPES.flatMap((type) => {
    const given = result(type);
    return 'refuse' in given ? [] : [{ takes: [[type.kind]], gives: given.kind }];
  });
  return [...('refuse' in ofDataset ? [] : [`dataset → ${ofDataset.kind}`]), ...linesOf(signatures)];
}

/** What becomes of `decimal(12,2)`, where that is another decimal; null elsewhere. */
export function decimalsOf(give: (type: ValueType) => ValueType | null): string | null {
  const given = give(DECIMAL);
  if (given?.kind !== 'decimal' || typeName(given) === typeName(DECIMAL)) return null;
  return `of ${typeName(DECIMAL)}: ${typeName(given)}`;
}

export const functionDecimals = (name: FunctionName, length: number): string | null =>
  decimalsOf((type) => {
    const ruling = FUNCTIONS[name].rule(Array.from({ length }, () => ({ type, literal: false })));
    return 'refuse' in ruling ? null : ruling.result;
  });

export const aggregateDecimals = (name: AggregateName): string | null =>
  decimalsOf((type) => {
    const given = AGGREGATE_RULES[name].result(type);
    return 'refuse' in given ? null : given;
  });
