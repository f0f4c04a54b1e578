import { Failure } from '../../base/failure';
import type { Findings } from '../../metrics/definitions/findings';
import type { ValuePath } from '../../metrics/definitions/raw';
import type { Value } from '../../metrics/model/answer';
import type { LiteralValue } from '../../metrics/model/expression';
import type { ValueType } from '../../metrics/model/value-type';
import type { Outcome } from './ask-examples';
import { clauseRange, proofHint } from './clause-words';
import { plainDigits } from './digits';
import type { AnswerRow, Example } from './example';
import { type AnswerTypes, firstDifference } from './same-answer';
import type { Subject, Variant } from './subject';

/** An example and what the metric and each of its variants answer; a variant that is not asked is null. */
export interface Hearing {
  readonly example: Example;
  readonly number: number;
  readonly whole: Outcome | Failure;
  readonly variants: readonly (Outcome | Failure | null)[];
}

const MAX_SHOWN = 80;
const shorten = (text: string): string => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text);

function shown(value: LiteralValue | Value, type: ValueType): string {
  if (value === null) return 'null';
  if (type.kind === 'integer' || type.kind === 'decimal') return plainDigits(String(value));
  return type.kind === 'string' ? `"${shorten(String(value))}"` : String(value);
}

const answerOf = ({ answers, none }: Outcome, number: number): readonly AnswerRow<Value>[] =>
  answers.get(number) ?? none;

const typesFor = ({ metric }: Subject, { by }: Example): AnswerTypes => ({
  keys: by.map((b) => b.dimension.type),
  value: metric.type,
});

/** Reports an example whose answer is not the definition's; true when it did. */
export function judgeAnswer(subject: Subject, hearing: Hearing, findings: Findings): boolean {
  const { example, whole, number } = hearing;
  const { definition, metric } = subject;
  const at: ValuePath = ['examples', example.index, 'answer'];
  const who = `The example "${shorten(example.story)}" of "${metric.name}"`;
  if (whole instanceof Failure) {
    reportNoAnswer(subject, example, whole, findings, `${who} has no answer: ${whole.message}`);
    return true;
  }
  const types = typesFor(subject, example);
  const difference = firstDifference(example.answer, answerOf(whole, number), types);
  if (!difference) return false;
  const { left, right } = difference;
  const group = groupText(example, (left ?? right)!.keys);
  const says = left ? `says ${shown(left.value, types.value)}${group}` : `says nothing${group}`;
  const gives = right ? `gives ${shown(right.value, types.value)}` : 'has no such group';
  const row = left && example.by.length > 0 ? [example.answer.indexOf(left)] : [];
  findings.add('metric', definition, 'EXAMPLE.WRONG_ANSWER', `${who} ${says}, but the definition ${gives}.`, {
    at: [...at, ...row],
  });
  return true;
}

/** A split that the metric does not have is the author's question gone wrong; anything else is the definition's failure. */
function reportNoAnswer(
  { definition }: Subject,
  { index }: Example,
  failure: Failure,
  findings: Findings,
  message: string,
): void {
  const hint = failure.hint ? { hint: failure.hint } : {};
  if (failure.family === 'request')
    findings.add('metric', definition, failure.code, failure.message, {
      at: ['examples', index, 'by'],
      ...hint,
    });
  else
    findings.add('metric', definition, 'EXAMPLE.WRONG_ANSWER', message, {
      at: ['examples', index, 'answer'],
      ...hint,
    });
}

function groupText({ by }: Example, keys: readonly (LiteralValue | Value)[]): string {
  if (by.length === 0) return '';
  return ` for ${by.map(({ name, dimension }, i) => `${name} ${shown(keys[i]!, dimension.type)}`).join(', ')}`;
}

/** Reports the clauses that no example proves: without them every answer would be the same. */
export function judgeClauses(subject: Subject, hearings: readonly Hearing[], findings: Findings): void {
  if (hearings.some(({ whole }) => whole instanceof Failure)) return;
  for (const [i, variant] of subject.variants.entries()) {
    if (variant.metric === null) continue;
    const proved = hearings.some((hearing) => changes(subject, hearing, hearing.variants[i] ?? null));
    if (!proved) reportUnproved(subject, variant, findings);
  }
}

/** A clause without which there is no answer at all is proved too. */
function changes(
  subject: Subject,
  { example, number, whole }: Hearing,
  variant: Outcome | Failure | null,
): boolean {
  if (variant === null || whole instanceof Failure) return false;
  if (variant instanceof Failure) return true;
  const types = typesFor(subject, example);
  return firstDifference(answerOf(whole, number), answerOf(variant, number), types) !== null;
}

function reportUnproved(
  { definition, metric }: Subject,
  { clause, idle }: Variant,
  findings: Findings,
): void {
  const { key, syntax } = clause;
  const text = String(definition.value[key]);
  const range = clauseRange(text, clause);
  const words = syntax === null ? `empty: ${text}` : text.slice(range.from, range.to).replace(/\s+/g, ' ');
  const message = idle
    ? `"${metric.name}" says the same without "${shorten(words)}".`
    : `No example of "${metric.name}" changes when "${shorten(words)}" is left out.`;
  const span =
    syntax === null ? definition.locate([key]) : definition.locateText([key], range.from, range.to);
  findings.add('metric', definition, 'EXAMPLE.UNPROVED_CLAUSE', message, {
    severity: 'warning',
    span,
    hint: idle ? 'leave it out: nothing depends on it' : proofHint(text, clause),
  });
}
