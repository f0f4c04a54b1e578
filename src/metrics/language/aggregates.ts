import { AGGREGATE_RULES } from '../kinds/aggregate-rules';
import type { AggregateName, RowExpression } from '../model/expression';
import { reach } from '../model/join-graph';
import type { ValueType } from '../model/value-type';
import { AGGREGATE_NAMES } from './aggregate-names';
import { bind, type CallSyntax, condition, type NameSyntax } from './bind';
import { PER_REFUSED, perIn } from './per-in';
import { type RowScope, rowEnvironment } from './row-scope';
import type { FormulaProblem, Syntax } from './syntax';

/** An aggregate as bound: everything of a leaf but the metric's own keys. */
export interface BoundAggregate {
  readonly home: string;
  readonly aggregate: AggregateName;
  readonly args: readonly RowExpression[];
  readonly fraction?: number;
  readonly discrete?: boolean;
  readonly filter: RowExpression | null;
  readonly type: ValueType;
}

export interface AggregateScope extends Omit<RowScope, 'home'> {
  readonly isMetric: (name: string) => boolean;
}

/** Binds an aggregate call: finds its home, then its argument and filter as row formulas of that home. Null after a reported problem. */
export function bindAggregate(call: CallSyntax, scope: AggregateScope): BoundAggregate | null {
  const refuse = (code: FormulaProblem['code'], message: string, hint?: string): null => {
    scope.problem({ code, message, range: call.range, ...(hint ? { hint } : {}) });
    return null;
  };
  if (call.star)
    return refuse(
      'FORMULA.ARGUMENTS',
      'count(*) does not say of what.',
      'write count(dataset), such as count(orders)',
    );
  if (call.distinct && call.name !== 'count')
    return refuse('FORMULA.ARGUMENTS', `distinct belongs to count only, not to ${call.name}().`);
  const [arg] = call.args;
  if (!arg)
    return refuse(
      'FORMULA.ARGUMENTS',
      `${call.name}() needs an argument.`,
      `it is written ${AGGREGATE_RULES[AGGREGATE_NAMES[call.name]!].usage}`,
    );
  const misplaced = perIn(arg);
  if (misplaced) {
    scope.problem({ ...PER_REFUSED, range: misplaced.range });
    return null;
  }
  const aggregate = call.distinct ? 'count_distinct' : AGGREGATE_NAMES[call.name]!;
  const options = percentileOptions(call, refuse);
  if (!options) return null;
  const whole = wholeDataset(call, arg, scope);
  const home = whole ?? homeOf(arg, scope, refuse);
  if (!home) return null;
  const { per, ...bare } = scope;
  const env = rowEnvironment({ ...bare, home });
  const args = whole ? [] : columns(arg, call).map((a) => bind(a, env));
  const type = AGGREGATE_RULES[aggregate].result(args[0]?.type ?? null);
  if ('refuse' in type)
    return args[0]?.type.kind === 'null' ? null : refuse('TYPE.MISMATCH', `${type.refuse}.`, type.hint);
  return {
    home,
    aggregate,
    args,
    ...options,
    type: options.discrete ? args[0]!.type : type,
    filter: call.filter
      ? condition(call.filter, rowEnvironment({ ...bare, ...(per ? { per } : {}), home }))
      : null,
  };
}

/** `count(distinct row(a, b))` counts several columns as one. */
const columns = (arg: Syntax, call: CallSyntax): readonly Syntax[] =>
  call.distinct && arg.kind === 'call' && arg.name === 'row' ? arg.args : [arg];

type Refuse = (code: FormulaProblem['code'], message: string, hint?: string) => null;

function percentileOptions(
  call: CallSyntax,
  refuse: Refuse,
): { fraction?: number; discrete?: boolean } | null {
  const named = new Map(call.named.map((n) => [n.name, n.value]));
  if (AGGREGATE_NAMES[call.name] !== 'percentile') {
    return named.size || call.args.length > 1
      ? refuse(
          'FORMULA.ARGUMENTS',
          `${call.name}() takes one argument.`,
          `it is written ${AGGREGATE_RULES[AGGREGATE_NAMES[call.name]!].usage}`,
        )
      : {};
  }
  const discrete = named.get('discrete');
  named.delete('discrete');
  if (named.size || (discrete && !(discrete.kind === 'literal' && discrete.form === 'boolean')))
    return refuse('FORMULA.ARGUMENTS', `${call.name}() has the option discrete => true, and no other.`);
  const chosen = discrete?.kind === 'literal' && discrete.text === 'true' ? { discrete: true } : {};
  if (call.name === 'median')
    return call.args.length === 1
      ? { fraction: 0.5, ...chosen }
      : refuse(
          'FORMULA.ARGUMENTS',
          'median() takes one argument.',
          'for another fraction write percentile(x, 0.9)',
        );
  const given = call.args[1];
  const fraction = given?.kind === 'literal' && given.form !== 'string' ? Number(given.text) : Number.NaN;
  if (call.args.length !== 2 || !(fraction >= 0 && fraction <= 1))
    return refuse(
      'FORMULA.ARGUMENTS',
      'percentile() takes a value and a fraction between 0 and 1.',
      'write percentile(x, 0.9)',
    );
  return { fraction, ...chosen };
}

/** `count(orders)`: a single name that is a dataset. */
function wholeDataset(call: CallSyntax, arg: Syntax, scope: AggregateScope): string | null {
  return call.name === 'count' &&
    arg.kind === 'name' &&
    arg.parts.length === 1 &&
    scope.graph.datasets.has(arg.parts[0]!)
    ? arg.parts[0]!
    : null;
}

function* namesIn(syntax: Syntax): Generator<NameSyntax> {
  switch (syntax.kind) {
    case 'name':
      yield syntax;
      break;
    case 'cast':
      yield* namesIn(syntax.arg);
      break;
    case 'call':
      for (const a of syntax.args) yield* namesIn(a);
      break;
    case 'case':
      for (const b of syntax.branches) {
        yield* namesIn(b.when);
        yield* namesIn(b.value);
      }
      if (syntax.otherwise) yield* namesIn(syntax.otherwise);
      break;
    case 'literal':
      break;
  }
}

/** The finest dataset named in the argument: the one that reaches all others. */
function homeOf(arg: Syntax, scope: AggregateScope, refuse: Refuse): string | null {
  const names = [...namesIn(arg)];
  const bare = names.find((n) => n.parts.length === 1);
  if (bare) {
    const name = bare.parts[0]!;
    const isDataset = scope.graph.datasets.has(name);
    if (scope.names.isBroken(name)) {
      scope.problem({
        code: 'REFERENCE.BROKEN',
        message: `The dataset "${name}" is itself broken.`,
        range: bare.range,
        hint: 'mend it first',
      });
      return null;
    }
    if (!isDataset && scope.isMetric(name)) {
      scope.problem({
        code: 'AGGREGATE.UNSAFE',
        message: `"${name}" is a finished number; finished numbers cannot be aggregated again.`,
        range: bare.range,
        hint: 'aggregate the column that it is made of',
      });
      return null;
    }
    scope.problem({
      code: isDataset ? 'FORMULA.ARGUMENTS' : 'REFERENCE.UNKNOWN_COLUMN',
      range: bare.range,
      message: isDataset
        ? `"${name}" is a dataset; only count() takes a whole dataset.`
        : `"${name}" does not say of which dataset it is a column.`,
      hint: `write ${isDataset ? `${name}.column` : `dataset.${name}`}`,
    });
    return null;
  }
  if (!names.length)
    return refuse(
      'FORMULA.NO_AGGREGATE',
      'The aggregate names no column, so no dataset says which rows it is about.',
      'to count rows write count(dataset)',
    );
  const chains = names.map((n) => n.parts.slice(0, -1));
  const unknown = names.find(
    (n) => !scope.graph.datasets.has(n.parts[0]!) && !scope.graph.roles.has(n.parts[0]!),
  );
  const candidates = [...new Set(chains.map((c) => c[0]!))].filter((head) => scope.graph.datasets.has(head));
  const homes = candidates.filter((c) =>
    chains.every((chain) => reach(scope.graph, c, chain).kind !== 'unreachable'),
  );
  if (homes.length === 1 || unknown) return homes[0] ?? candidates[0] ?? firstDataset(unknown!, scope);
  const heads = [...new Set(chains.map((c) => c[0]!))].map((h) => `"${h}"`).join(', ');
  return candidates.length
    ? refuse(
        'FORMULA.AMBIGUOUS_HOME',
        `Of ${heads}, none is the finest: no one of them reaches all the others.`,
        'aggregate each dataset in an aggregate of its own, then combine: sum(a.x) / sum(b.y)',
      )
    : refuse(
        'FORMULA.AMBIGUOUS_HOME',
        `${heads} ${chains.length === 1 ? 'is a role' : 'are roles'}, which does not say whose rows are aggregated.`,
        'name the dataset itself, or a column of the dataset that has the role',
      );
}

/** For an unknown name: report it as such, from any home. */
function firstDataset(unknown: NameSyntax, scope: AggregateScope): string | null {
  const home = scope.graph.datasets.keys().next().value;
  if (home === undefined) return null;
  bind(unknown, rowEnvironment({ ...scope, home }));
  return null;
}
