import { columnTypes, type OrderKey, type Plan, type PlanStep, type SelectStep } from '../model/plan';
import { INTEGER, type ValueType } from '../model/value-type';
import { lit } from './expressions';
import { selectStep } from './plan-scope';
import { uniqueNames } from './unique-names';

/** Where the answer to one of the plans is found in the rows of a statement. */
export interface Part {
  /** The place of the plan in the list that was planned together. */
  readonly plan: number;
  /** Its rows have this number in the first column; null when all rows are its own. */
  readonly number: number | null;
  /** Its columns, by their place in the statement. */
  readonly columns: readonly number[];
}

/** A plan for one statement, whose last step is what it returns, and whose answers are in it. */
export interface SharedPlan {
  readonly plan: Plan;
  readonly parts: readonly Part[];
}

/** Steps that lead to answers together, and which answers. */
export interface Component {
  readonly steps: readonly PlanStep[];
  readonly answers: readonly { readonly plan: number; readonly step: string }[];
}

/** One plan for all answers of a component: their rows one answer after the other, numbered, each in its own order. */
export function gathered({ steps, answers }: Component, taken: ReadonlySet<string>): SharedPlan {
  const [first] = answers;
  const byName = new Map(steps.map((step) => [step.name, step]));
  if (answers.length === 1) {
    const columns = columnTypes(byName.get(first!.step)!).map((_, i) => i);
    return {
      plan: { steps, answers: [first!.step] },
      parts: [{ plan: first!.plan, number: null, columns }],
    };
  }
  const unique = uniqueNames(taken);
  for (const { name } of steps) unique(name);
  const slots = new Slots();
  const parts = answers.map(({ step: name }, i) =>
    partStep(unique(`part_${i + 1}`), i + 1, byName.get(name) as SelectStep, slots),
  );
  const columns = [QUESTION, POSITION, ...slots.all];
  const union = {
    kind: 'union',
    name: unique('parts'),
    comment: 'the answers, one after the other',
  } as const;
  const inputs = parts.map(({ step }) => step.name);
  const together = togetherStep(unique('together'), union.name, columns);
  return {
    plan: {
      steps: [...steps, ...parts.map((p) => p.step), { ...union, inputs, columns }, together],
      answers: [together.name],
    },
    parts: parts.map(({ places }, i) => ({ plan: answers[i]!.plan, number: i + 1, columns: places })),
  };
}

interface Slot {
  readonly name: string;
  readonly type: ValueType;
}
const QUESTION: Slot = { name: 'question', type: INTEGER };
const POSITION: Slot = { name: 'position', type: INTEGER };

/** Columns that answers share by type, so that the statement stays narrow. */
class Slots {
  readonly all: Slot[] = [];

  /** A slot for each type, none of them twice. */
  for(types: readonly ValueType[]): readonly Slot[] {
    const free = [...this.all];
    return types.map((type) => {
      const text = JSON.stringify(type);
      const at = free.findIndex((slot) => JSON.stringify(slot.type) === text);
      if (at !== -1) return free.splice(at, 1)[0]!;
      const slot = { name: `value_${this.all.length + 1}`, type };
      this.all.push(slot);
      return slot;
    });
  }

  /** The place of a slot among the columns of the statement. */
  place(slot: Slot): number {
    return this.all.indexOf(slot) + 2;
  }
}

function partStep(
  name: string,
  number: number,
  answer: SelectStep,
  slots: Slots,
): { readonly step: SelectStep; readonly places: readonly number[] } {
  const own = slots.for(columnTypes(answer));
  const columns = answer.columns.map(({ name: field, value: { type } }, i) => ({
    name: own[i]!.name,
    value: { kind: 'reference', to: { alias: answer.name, field }, type } as const,
  }));
  return {
    step: selectStep({
      name,
      comment: `answer ${number}`,
      from: { kind: 'step', alias: answer.name, step: answer.name },
      columns: [
        { name: QUESTION.name, value: lit(String(number), INTEGER) },
        { name: POSITION.name, value: { kind: 'position', order: answer.order, type: INTEGER } },
        ...columns,
      ],
    }),
    places: own.map((slot) => slots.place(slot)),
  };
}

function togetherStep(name: string, union: string, columns: readonly Slot[]): SelectStep {
  const order = [QUESTION, POSITION].map(
    (slot): OrderKey => ({ column: slot.name, direction: 'asc', nulls: 'last' }),
  );
  return selectStep({
    name,
    comment: 'all answers, each in its own order',
    from: { kind: 'step', alias: union, step: union },
    columns: columns.map(({ name: field, type }) => ({
      name: field,
      value: { kind: 'reference', to: { alias: union, field }, type },
    })),
    order,
  });
}
