import { answer } from './answer';
import { casesOf } from './run';
import { shrink } from './shrink';
import type { Case } from './world';

test('a failing case keeps only what makes it fail', async () => {
  // "Fails" where the answer has a NULL group: one row and one `by` are enough for that.
  const fails = async ({ world, question }: Case): Promise<boolean> => {
    try {
      const expected = answer(world, question);
      return (
        !('refused' in expected) &&
        question.metrics.length > 0 &&
        question.by !== undefined &&
        expected.rows.some(([first]) => first === null && question.by?.length !== 0)
      );
    } catch {
      return false;
    }
  };
  const all = [...casesOf({ seed: 1, runs: 200 })].flatMap(({ made, questions }) =>
    questions.map(({ question }): Case => ({ world: made.world, question })),
  );
  let failing: Case | undefined;
  for (const each of all) if (!failing && (await fails(each))) failing = each;
  if (!failing) throw new Error('no question of these has a NULL group');
  const { world, question } = await shrink(failing, fails, 20_000);
  expect(await fails({ world, question })).toBe(true);
  expect([
    question.metrics.length,
    question.by?.length,
    question.where,
    question.having,
    question.segments,
    question.order,
  ]).toEqual([1, 1, undefined, undefined, undefined, undefined]);
  expect(world.metrics.length).toBe(1);
  expect(world.datasets.flatMap(({ rows }) => rows).length).toBe(1);
});
