import type { Catalog } from '../../src/metrics/model/catalog';
import type { Query } from '../../src/metrics/model/query';
import { catalogFor } from '../../src/metrics/serving/catalog-for';
import { DefinitionReader } from '../../src/service/definition-reader';
import { readAgain } from '../../src/service/live/read-again';
import { FILES, type Files, Workplace } from './live-company';

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.remove());

/** The catalogs that are served one after the other; each step writes over files of the one before. */
async function after(...steps: readonly Files[]): Promise<readonly Catalog[]> {
  const catalogs: Catalog[] = [];
  const reader = new DefinitionReader(null);
  for (const files of [FILES, ...steps]) {
    place.writeAll(files);
    const { catalog } = await readAgain(reader, place.definitions, catalogs.at(-1) ?? null);
    catalogs.push(catalog);
  }
  return catalogs;
}

/** The position of the catalog that answers, or the code of the refusal. */
function answering(catalogs: readonly Catalog[], query: Query): number | string {
  const latest = catalogs.at(-1)!;
  try {
    const found = catalogFor(latest, query);
    return found === latest.lastGood?.sound ? catalogs.length - 1 : catalogs.indexOf(found);
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const BROKEN_REVENUE = {
  'sales/metrics.yaml': FILES['sales/metrics.yaml'].replace('orders.amount', 'orders.gone'),
};
const OTHER_SPEND = { 'marketing/costs.yaml': FILES['marketing/costs.yaml'].replace('sum(', '2 * sum(') };
const BROKEN_SPEND = {
  'marketing/costs.yaml': FILES['marketing/costs.yaml'].replace('costs.spend', 'costs.gone'),
};

test('a catalog in which nothing is broken answers everything itself', async () => {
  const catalogs = await after(OTHER_SPEND);
  expect(catalogs[1]?.lastGood).toBeNull();
  expect(answering(catalogs, { metrics: ['revenue', 'spend'] })).toBe(1);
});

test('a question that names nothing broken is answered by what is sound now', async () => {
  const catalogs = await after(BROKEN_REVENUE, OTHER_SPEND);
  expect(answering(catalogs, { metrics: ['spend', 'order_count'] })).toBe(2);
});

test('one that names a broken metric anywhere is answered by the catalog in which that was sound', async () => {
  const catalogs = await after(BROKEN_REVENUE);
  const questions: Query[] = [
    { metrics: ['revenue'] },
    { metrics: ['order_count'], having: [{ metric: 'revenue', gt: 1 }] },
    { metrics: ['spend', 'revenue'] },
    { metrics: ['order_count'], where: [{ formula: 'per(orders, revenue) > 1' }] },
  ];
  expect(questions.map((query) => answering(catalogs, query))).toEqual([0, 0, 0, 0]);
  const value: Query = { metrics: ['order_count'], where: [{ dimension: 'orders.channel', eq: 'revenue' }] };
  expect(answering(catalogs, value)).toBe(1);
});

test('a broken metric beside one that has changed since is refused, alone it is answered', async () => {
  const catalogs = await after(BROKEN_REVENUE, OTHER_SPEND);
  expect(answering(catalogs, { metrics: ['revenue'] })).toBe(0);
  expect(answering(catalogs, { metrics: ['revenue', 'spend'] })).toBe('DEFINITION.BROKEN');
});

test('a changed word or place is no change of a number', async () => {
  const words = {
    'marketing/costs.yaml': FILES['marketing/costs.yaml'].replace(
      'spend: { formula',
      '\n  # a line\n  spend: { label: Money, formula',
    ),
  };
  const catalogs = await after(BROKEN_REVENUE, words);
  expect(catalogs[2]?.metrics.get('spend')?.label).toBe('Money');
  expect(answering(catalogs, { metrics: ['revenue', 'spend'] })).toBe(0);
});

test('two that broke at different times are answered together while neither changed in between', async () => {
  const together = await after(BROKEN_REVENUE, BROKEN_SPEND);
  expect(answering(together, { metrics: ['revenue', 'spend'] })).toBe(0);
  place.remove();
  place = new Workplace();
  const apart = await after(BROKEN_REVENUE, OTHER_SPEND, BROKEN_SPEND);
  expect(apart[3]?.lastGood?.versions.get('metric spend')?.version).toBe(apart[2]?.lastGood?.sound.version);
  expect(answering(apart, { metrics: ['revenue', 'spend'] })).toBe('DEFINITION.BROKEN');
});

test('a new zone of the company is not mixed with what was checked with the old one', async () => {
  const catalogs = await after(BROKEN_REVENUE, { 'company.yaml': 'name: Small\nzone: Asia/Tokyo\n' });
  expect(answering(catalogs, { metrics: ['revenue'] })).toBe(0);
  expect(answering(catalogs, { metrics: ['revenue', 'spend'] })).toBe('DEFINITION.BROKEN');
});

test('new limits hold for what is served as it last was, too', async () => {
  const catalogs = await after(BROKEN_REVENUE, {
    'company.yaml': 'name: Small\nzone: UTC\nlimits: { max_rows: 20, default_rows: 10 }\n',
  });
  expect(catalogFor(catalogs[2]!, { metrics: ['revenue'] }).company.limits.maxRows).toBe(20);
});

test('what is mended leaves nothing behind', async () => {
  const catalogs = await after(BROKEN_REVENUE, FILES);
  expect(catalogs[2]?.lastGood).toBeNull();
  expect(catalogs[2]?.version).toBe(catalogs[0]?.version);
  expect(catalogs[1]?.version).not.toBe(catalogs[0]?.version);
});
