import type { FunctionName } from '../../../src/metrics/language/functions';
import type { PlanExpression } from '../../../src/metrics/model/plan';
import { DOUBLE, STRING } from '../../../src/metrics/model/value-type';
import { dialectOf } from '../../../src/metrics/sql/dialects/registry';
import { printExpression } from '../../../src/metrics/sql/print-expression';
import { describePostgres } from '../../support/postgres-server';
import { inMemoryEngine } from '../duckdb/with-engine';
import { postgresEngine } from './with-engine';

const call = (fn: FunctionName, value: PlanExpression): PlanExpression => ({
  kind: 'call',
  fn,
  args: [value],
  type: STRING,
});
const text = (value: string): PlanExpression => ({ kind: 'literal', value, type: STRING });
const double = (value: string): PlanExpression => ({ kind: 'literal', value, type: DOUBLE });

describePostgres('texts are the same on PostgreSQL and in the embedded engine', () => {
  const embedded = inMemoryEngine();
  const server = postgresEngine();

  // table: what is printed for both
  test.each([
    ['spaces of Unicode at both ends', call('trim', text('\u00a0 \u2003a b\u3000'))],
    ['other blanks stay', call('trim', text(' a\t\n'))],
    ['letters beyond ASCII in lower case', call('lower', text('ÀÉŽŁΩ'))],
    ['letters beyond ASCII in upper case', call('upper', text('àéžłω'))],
    ...['1', '0.1', '100000', '1e15', '1234567890123456.8', '1e16', '1e20', '1e-4', '0.00001', '-2.5e-7'].map(
      (number) => [`the double ${number}`, call('cast', double(number))] as const,
    ),
  ] as const)('%s', async (_, expression) => {
    const answers = await Promise.all(
      [embedded(), server().engine].map((engine) => {
        const { sql, bindings } = printExpression(expression, dialectOf(engine.dialect));
        let place = 0;
        const numbered = sql.replace(/\?/g, () => `$${++place}`);
        return engine.run({ sql: `select ${numbered}`, bindings }, [STRING]);
      }),
    );
    expect(answers[1]!.columns).toEqual(answers[0]!.columns);
  });
});
