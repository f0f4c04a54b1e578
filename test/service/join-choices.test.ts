import path from 'node:path';
import type { JoinChoice } from '../../src/metrics/planner/join-choices';
import { parseQuery } from '../../src/metrics/query/parse-query';
import { explainQuery } from '../../src/service/ask';
import { loadCatalogFrom } from '../../src/service/load-catalog';
import { CASES, readTopics } from '../support/cases-folders';

const joinsOf = async (topic: string, question: unknown): Promise<readonly JoinChoice[]> => {
  const { catalog } = await loadCatalogFrom(path.join(CASES, topic, 'definitions'));
  return explainQuery(parseQuery(question), catalog!, 'duckdb').joins;
};
const reasons = (joins: readonly JoinChoice[]): Record<string, string> =>
  Object.fromEntries(joins.map(({ step, from, name, because }) => [`${step} ${from}.${name}`, because]));

describe('an explanation says of each join why this way', () => {
  test('the only one there is, and each hop of it', async () => {
    const joins = await joinsOf('snowflake', { metrics: ['units'], by: [{ dimension: 'divisions.name' }] });
    expect(joins.length).toBeGreaterThan(1);
    for (const { because } of joins) expect(because).toMatch(/^the only way from "\w+" to "\w+"$/);
    const last = joins.at(-1)!;
    expect(last).toMatchObject({ to: 'divisions', needs: ['groups by divisions__name'] });
    for (const [index, join] of joins.slice(0, -1).entries())
      expect(join.needs).toEqual([`leads on to ${joins[index + 1]!.to}`]);
  });

  test('a role that was named', async () => {
    const joins = await joinsOf('roles', {
      metrics: ['tons'],
      by: [{ dimension: 'origin.town' }, { dimension: 'destination.town' }],
    });
    expect(joins.map(({ name, because, columns }) => [name, because, columns.length])).toEqual([
      ['origin', 'the role "origin" is named', 1],
      ['destination', 'the role "destination" is named', 1],
    ]);
    expect(joins[0]!.columns).not.toEqual(joins[1]!.columns);
  });

  test('one of two, because `via:` chooses it or because it is spelled out', async () => {
    const amount = reasons(
      await joinsOf('two-paths', { metrics: ['amount'], by: [{ dimension: 'customers.countries.name' }] }),
    );
    expect(Object.values(amount)).toContain(
      'the way customers.countries is spelled out, not by warehouses.countries',
    );
    const pieces = reasons(
      await joinsOf('two-paths', { metrics: ['pieces'], by: [{ dimension: 'countries.name' }] }),
    );
    expect(Object.values(pieces).join()).toContain('`via:` of ');
  });

  test('and what needs it: a split, a number, the rows that are kept', async () => {
    const { catalog } = await loadCatalogFrom(path.resolve('definitions'));
    const question = {
      metrics: ['net_revenue'],
      by: [{ dimension: 'campaigns.channel' }],
      where: [{ dimension: 'customers.region', eq: 'London' }],
    };
    const { joins: found } = explainQuery(parseQuery(question), catalog!, 'duckdb');
    expect(found.map(({ to, needs }) => [to, needs])).toEqual([
      ['customers', ['keeps rows']],
      ['campaigns', ['groups by campaigns__channel']],
    ]);
  });
});

const topics = readTopics();
test.each(topics)(
  'every join of datasets in the plans of the cases of $name has its reason',
  async (topic) => {
    const { catalog } = await loadCatalogFrom(topic.definitions);
    for (const { question, check } of topic.cases) {
      if (check === null) continue;
      const { plan, joins } = explainQuery(parseQuery(question), catalog!, 'duckdb');
      const made = plan.steps.flatMap((step) =>
        step.kind === 'select' && step.from.kind !== 'step'
          ? step.joins.flatMap(({ source }) =>
              source.kind === 'step' ? [] : [`${step.name}: ${source.dataset}`],
            )
          : [],
      );
      expect(joins.map(({ step, to }) => `${step}: ${to}`)).toEqual(made);
      for (const { because, needs, columns, keys } of joins) {
        expect(because).not.toBe('');
        expect(needs).not.toEqual([]);
        expect(columns).toHaveLength(keys.length);
      }
    }
  },
);
