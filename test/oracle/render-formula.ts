import type { Aggregate, Formula, Reference } from './world';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const referenceText = (reference: Reference): string => [...reference.chain, reference.name].join('.');

function literalText(type: string, text: string | null): string {
  if (text === null) return 'null';
  switch (type) {
    case 'string':
      return quoted(text);
    case 'date':
    case 'timestamp':
    case 'timestamptz':
      return `${type} ${quoted(text)}`;
    default:
      return text.startsWith('-') ? `(${text})` : text;
  }
}

function aggregateText(aggregate: Aggregate): string {
  const args = aggregate.args.map(formulaText).join(', ');
  const filter = aggregate.filter ? ` filter (where ${formulaText(aggregate.filter)})` : '';
  switch (aggregate.fn) {
    case 'count_rows':
      return `count(${aggregate.dataset})${filter}`;
    case 'count_distinct':
      return `count(distinct ${aggregate.args.length > 1 ? `row(${args})` : args})${filter}`;
    case 'percentile':
      return `percentile(${args}, ${aggregate.fraction}${aggregate.discrete ? ', discrete => true' : ''})${filter}`;
    default:
      return `${aggregate.fn}(${args})${filter}`;
  }
}

/** A formula as an author writes it, with every parenthesis spelled out. */
export function formulaText(formula: Formula): string {
  const text = formulaText;
  switch (formula.kind) {
    case 'literal':
      return literalText(formula.type, formula.text);
    case 'reference':
      return referenceText(formula);
    case 'metric':
      return formula.name;
    case 'aggregate':
      return aggregateText(formula);
    case 'arithmetic':
      return `(${text(formula.left)} ${formula.op} ${text(formula.right)})`;
    case 'compare':
      return `(${text(formula.left)} ${formula.op} ${text(formula.right)})`;
    case 'distinct_from':
      return `(${text(formula.left)} is ${formula.negated ? 'not ' : ''}distinct from ${text(formula.right)})`;
    case 'negate':
      return `(- ${text(formula.of)})`;
    case 'and':
    case 'or':
      return `(${formula.of.map(text).join(` ${formula.kind} `)})`;
    case 'not':
      return `(not ${text(formula.of)})`;
    case 'is_null':
      return `(${text(formula.of)} is ${formula.negated ? 'not ' : ''}null)`;
    case 'is_true':
      return `(${text(formula.of)} is ${formula.negated ? 'not ' : ''}true)`;
    case 'in':
      return `(${text(formula.of)} ${formula.negated ? 'not ' : ''}in (${formula.list.map(text).join(', ')}))`;
    case 'between':
      return `(${text(formula.of)} between ${text(formula.low)} and ${text(formula.high)})`;
    case 'case':
      return `case ${formula.branches.map((branch) => `when ${text(branch.when)} then ${text(branch.take)}`).join(' ')}${formula.otherwise ? ` else ${text(formula.otherwise)}` : ''} end`;
    case 'coalesce':
      return `coalesce(${formula.of.map(text).join(', ')})`;
    case 'nullif':
      return `nullif(${text(formula.left)}, ${text(formula.right)})`;
    case 'extract':
      return `extract(${formula.part} from ${text(formula.of)})`;
    case 'moved':
      return `(${text(formula.of)} ${formula.count < 0 ? '-' : '+'} interval '${Math.abs(formula.count)} ${formula.unit}')`;
    case 'now':
      return 'now()';
    case 'per':
      return `per(${formula.entity.join('.')}, ${text(formula.of)})`;
    case 'call':
      return formula.fn === 'concat'
        ? `(${formula.args.map(text).join(' || ')})`
        : `${formula.fn}(${formula.args.map(text).join(', ')})`;
  }
}
