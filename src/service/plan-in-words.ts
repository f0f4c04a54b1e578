import { assertNever } from '../base/assert-never';
import type { OrderKey, OutputColumn, Plan, PlanStep, SelectStep, Source } from '../metrics/model/plan';
import { inWords } from '../metrics/sql/in-words';
import { planAggregateText, planExpressionText } from './expression-text';

/** The plan as numbered steps, each with what it reads, joins, keeps and gives; for people. */
export function planInWords(plan: Plan): string {
  return inWords(plan).steps.map(numbered).join('\n\n');
}

function numbered(step: PlanStep, index: number): string {
  const head = `${index + 1}. ${step.name}${step.comment ? `: ${step.comment}` : ''}`;
  return [head, ...stepInWords(step).map((line) => `   ${line}`)].join('\n');
}

/** What one step does, a line for each part of it. */
export function stepInWords(step: PlanStep): readonly string[] {
  switch (step.kind) {
    case 'union':
      return [`rows of ${step.inputs.join(' and ')}, one after the other`];
    case 'select':
      return selectLines(step);
    default:
      return assertNever(step);
  }
}

function selectLines(step: SelectStep): string[] {
  const lines = [`reads ${sourceText(step.from)}`];
  for (const { source, on } of step.joins) {
    const pairs = on.map(({ left, right }) => `${planExpressionText(left)} = ${planExpressionText(right)}`);
    lines.push(`joins ${sourceText(source)}, at most one row each, where ${pairs.join(' and ')}`);
  }
  if (step.where !== null) lines.push(`keeps rows where ${planExpressionText(step.where)}`);
  if (step.groupBy !== null) {
    lines.push(
      step.groupBy.length === 0 ? 'makes one group of everything' : `groups by ${step.groupBy.join(', ')}`,
    );
  }
  lines.push(...step.columns.map(columnText));
  if (step.order.length > 0) lines.push(`orders by ${orderText(step.order)}`);
  if (step.offset !== null) lines.push(`leaves out the first ${step.offset} rows`);
  if (step.limit !== null) lines.push(`keeps at most ${step.limit} rows`);
  return lines;
}

function columnText({ name, value }: OutputColumn): string {
  return `  ${name} = ${valueText(value)}`;
}

function valueText(value: OutputColumn['value']): string {
  switch (value.kind) {
    case 'aggregate':
      return planAggregateText(value);
    case 'position':
      return `place of the row by ${orderText(value.order) || 'itself'}`;
    default:
      return planExpressionText(value);
  }
}

const orderText = (order: readonly OrderKey[]): string =>
  order.map(({ column, direction, nulls }) => `${column} ${direction} (NULL ${nulls})`).join(', ');

function sourceText(source: Source): string {
  if (source.kind === 'step')
    return source.alias === source.step ? source.step : `${source.step} as ${source.alias}`;
  const rows = source.kind === 'table' ? `table ${source.table.join('.')}` : 'its query';
  return `${source.dataset} (${rows})${source.alias === source.dataset ? '' : ` as ${source.alias}`}`;
}
