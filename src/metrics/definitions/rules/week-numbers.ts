import type { RowExpression } from '../../model/expression';
import type { Rule } from './rule';

/** Week numbers are those of ISO 8601, so they mean something only where weeks begin on Monday (semantics 26). */
export const weekNumbers: Rule = ({ company, datasets }) => {
  if (company.weekStart === 'monday') return [];
  return [...datasets.values()].flatMap((dataset) =>
    [...dataset.dimensions.values()]
      .filter((dimension) => asksForWeekNumber(dimension.formula))
      .map((dimension) => ({
        code: 'GRAIN.WEEK_NUMBER' as const,
        message: `"${dataset.name}.${dimension.name}" is the ISO week number, whose weeks begin on Monday; the company's begin on ${company.weekStart}.`,
        hint: "use the week's first day: date_trunc('week', …)",
        at: dimension.at,
        definition: { kind: 'dimension', name: `${dataset.name}.${dimension.name}` },
      })),
  );
};

function asksForWeekNumber(e: RowExpression | null): boolean {
  switch (e?.kind) {
    case 'call':
      return (e.fn === 'extract' && e.option === 'week') || e.args.some(asksForWeekNumber);
    case 'case':
      return (
        e.branches.some((b) => asksForWeekNumber(b.when) || asksForWeekNumber(b.value)) ||
        asksForWeekNumber(e.otherwise)
      );
    default:
      return false;
  }
}
