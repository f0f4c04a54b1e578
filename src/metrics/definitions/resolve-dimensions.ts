import { bind } from '../language/bind';
import { excessOf, ONE_PART, sizeOf, sizeOfField, sizeOfFormula } from '../language/formula-size';
import { parseFormula } from '../language/parse';
import type { NamesOf, RowScope } from '../language/row-scope';
import { rowEnvironment } from '../language/row-scope';
import type { Dataset, Dimension } from '../model/catalog';
import type { RowExpression, RowReference } from '../model/expression';
import type { JoinGraph } from '../model/join-graph';
import type { ResolutionMemory } from './cache/resolution-memory';
import type { Findings } from './findings';
import { labelOf } from './names';
import type { RawDataset, RawDefinition } from './raw';
import { bottomUp, MAX_BINDING, namesIn } from './resolve-order';

type Raw = RawDefinition<RawDataset>;

/** Binds the dimensions of all datasets; one that is wrong is left out, the others of its dataset stay. */
export class DimensionResolver {
  private readonly done = new Map<string, Dimension | 'broken' | 'binding'>();
  private binding = 0;

  constructor(
    private readonly raw: ReadonlyMap<string, Raw>,
    private readonly datasets: ReadonlyMap<string, Dataset>,
    private readonly graph: JoinGraph,
    private readonly findings: Findings,
    private readonly memory: ResolutionMemory,
  ) {}

  /** Names inside datasets, dimensions before columns of the same name. */
  readonly names: NamesOf = {
    find: (dataset, name) => {
      if (this.declares(dataset, name)) {
        const dimension = this.dimension(dataset, name);
        if (dimension === 'broken') return 'broken';
        const { formula, type } = dimension;
        return isPlainColumn(dimension)
          ? { kind: 'column', type }
          : { kind: 'dimension', type, size: sizeOfFormula(formula) };
      }
      const column = this.datasets.get(dataset)?.columns.get(name);
      return column ? { kind: 'column', type: column.type } : null;
    },
    isBroken: (dataset) => this.findings.isBroken(`dataset ${dataset}`),
    list: (dataset) => [
      ...(this.datasets.get(dataset)?.columns.keys() ?? []),
      ...Object.keys(this.raw.get(dataset)?.value.dimensions ?? {}),
    ],
  };

  of(dataset: string): ReadonlyMap<string, Dimension> {
    const raw = this.raw.get(dataset);
    if (!raw) return new Map();
    const kept = this.memory.dimensions.get(raw);
    if (kept) return kept;
    const found = new Map<string, Dimension>();
    const declared = Object.keys(raw.value.dimensions ?? {});
    const naming = Object.entries(raw.value.dimensions ?? {}).map(
      ([name, { formula }]) =>
        [name, namesIn([formula]).filter((other) => this.declares(dataset, other))] as const,
    );
    for (const name of bottomUp(new Map(naming))) this.dimension(dataset, name);
    for (const name of declared) {
      const dimension = this.dimension(dataset, name);
      if (dimension !== 'broken') found.set(name, dimension);
    }
    const silent = declared.every((name) => !this.findings.mentions(`dimension ${dataset}.${name}`));
    if (silent) this.memory.dimensions.set(raw, found);
    return found;
  }

  private declares(dataset: string, name: string): boolean {
    return Object.hasOwn(this.raw.get(dataset)?.value.dimensions ?? {}, name);
  }

  private dimension(dataset: string, name: string): Dimension | 'broken' {
    const key = `${dataset}.${name}`;
    const before = this.done.get(key) ?? this.memory.dimensions.get(this.raw.get(dataset)!)?.get(name);
    if (before === 'binding') return this.cycle(dataset, name);
    if (before) return before;
    if (this.binding >= MAX_BINDING) return this.cycle(dataset, name);
    this.done.set(key, 'binding');
    this.binding += 1;
    const result = this.bind(dataset, name);
    this.binding -= 1;
    this.done.set(key, result);
    return result;
  }

  private cycle(dataset: string, name: string): 'broken' {
    this.findings.add(
      'dimension',
      this.raw.get(dataset)!,
      'REFERENCE.CYCLE',
      `The dimension "${dataset}.${name}" refers to itself.`,
      { name: `${dataset}.${name}`, at: ['dimensions', name], key: true },
    );
    return 'broken';
  }

  private bind(dataset: string, name: string): Dimension | 'broken' {
    const definition = this.raw.get(dataset)!;
    const value = definition.value.dimensions![name]!;
    const text = value.formula ?? name;
    const formula =
      value.formula === undefined
        ? this.ownColumn(dataset, name)
        : this.formula(dataset, name, value.formula);
    if (!formula || this.findings.isBroken(`dimension ${dataset}.${name}`)) return 'broken';
    return {
      name,
      dataset,
      team: definition.team,
      formula,
      type: formula.type,
      formulaText: text,
      label: value.label ?? labelOf(name),
      description: value.description ?? null,
      at: definition.locateKey(['dimensions', name]),
    };
  }

  private ownColumn(dataset: string, name: string): RowExpression | null {
    const column = this.datasets.get(dataset)!.columns.get(name);
    if (column)
      return { kind: 'reference', to: { kind: 'column', path: [], dataset, name }, type: column.type };
    this.findings.add(
      'dimension',
      this.raw.get(dataset)!,
      'REFERENCE.UNKNOWN_COLUMN',
      `The dimension "${dataset}.${name}" has no formula, and the dataset declares no column "${name}".`,
      {
        name: `${dataset}.${name}`,
        at: ['dimensions', name],
        key: true,
        hint: 'declare the column, or give the dimension a formula',
      },
    );
    return null;
  }

  private formula(dataset: string, name: string, text: string): RowExpression | null {
    const definition = this.raw.get(dataset)!;
    const report: RowScope['problem'] = (problem) =>
      this.findings.formula(
        'dimension',
        definition,
        ['dimensions', name, 'formula'],
        problem,
        `${dataset}.${name}`,
      );
    const parsed = parseFormula(text);
    if (!parsed.ok) {
      report(parsed.problem);
      return null;
    }
    const names: NamesOf = {
      ...this.names,
      find: (d, n) => (d === dataset && n === name ? this.columnOnly(d, n) : this.names.find(d, n)),
    };
    const env = rowEnvironment({ home: dataset, graph: this.graph, names, problem: report });
    const local: typeof env = {
      ...env,
      name: (syntax) => {
        const found = env.name(syntax);
        if (found?.kind === 'reference' && found.to.path.length > 0) {
          report({
            code: 'FORMULA.NOT_LOCAL',
            message: `"${syntax.parts.join('.')}" lies in the dataset "${found.to.dataset}", not in "${dataset}".`,
            range: syntax.range,
            hint: `define the dimension in "${found.to.dataset}"; questions reach it through the join`,
          });
          return null;
        }
        return found;
      },
    };
    const bound = bind(parsed.syntax, local);
    const field = sizeOfField(names);
    const size = sizeOf(bound, (to) => (to.kind === 'per' ? ONE_PART : field(to.dataset, to.name)));
    const excess = excessOf(size);
    if (excess !== null) {
      report({ code: 'FORMULA.TOO_LARGE', message: excess, range: { from: 0, to: text.length } });
      return null;
    }
    return this.inlined(bound);
  }

  private columnOnly(dataset: string, name: string): ReturnType<NamesOf['find']> {
    const column = this.datasets.get(dataset)?.columns.get(name);
    return column ? { kind: 'column', type: column.type } : null;
  }

  /** A dimension's formula speaks of columns only: dimensions that it names are put in their place. */
  private inlined(expression: RowExpression): RowExpression {
    return substitute(expression, (reference) => {
      if (reference.kind !== 'dimension') return null;
      const dimension = this.dimension(reference.dataset, reference.name);
      return dimension === 'broken' ? null : dimension.formula;
    });
  }
}

/** A dimension that only gives a column a public name is that column. */
export function isPlainColumn(dimension: Dimension): boolean {
  const { formula } = dimension;
  return formula.kind === 'reference' && formula.to.kind === 'column' && formula.to.name === dimension.name;
}

/** Replaces references for which `by` has an answer. */
export function substitute(
  expression: RowExpression,
  by: (reference: RowReference) => RowExpression | null,
): RowExpression {
  switch (expression.kind) {
    case 'literal':
      return expression;
    case 'reference':
      return by(expression.to) ?? expression;
    case 'call':
      return { ...expression, args: expression.args.map((a) => substitute(a, by)) };
    case 'case':
      return {
        ...expression,
        branches: expression.branches.map((b) => ({
          when: substitute(b.when, by),
          value: substitute(b.value, by),
        })),
        otherwise: expression.otherwise && substitute(expression.otherwise, by),
      };
  }
}
