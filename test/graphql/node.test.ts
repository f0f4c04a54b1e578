import type { Catalog } from '../../src/metrics/model/catalog';
import { loadCatalog } from '../../src/service/load-catalog';
import { REFUSING_COMPANY } from '../support/refusing-company';
import { askSchema, refusalOf } from './ask-schema';

let catalog: Catalog;
beforeAll(async () => {
  catalog = (await loadCatalog(REFUSING_COMPANY)).catalog!;
});

const NODE =
  'query Node($id: ID!) { node(id: $id) { __typename id ... on Metric { name formula } ... on Team { name } } }';
const node = async (id: string, of = catalog): Promise<unknown> => (await askSchema(of, NODE, { id })).node;

describe('an id', () => {
  test.each([
    ['metrics', 'Metric'],
    ['dimensions', 'Dimension'],
    ['segments', 'Segment'],
    ['datasets', 'Dataset'],
    ['teams', 'Team'],
  ])('of each of the %s is opaque, its own, and leads back to it', async (list, type) => {
    const { page } = await askSchema(catalog, `{ page: ${list} { nodes { __typename id name } } }`);
    const ids = page.nodes.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const query = `query Nodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on ${type} { name } } }`;
    const { nodes } = await askSchema(catalog, query, { ids });
    expect(nodes).toEqual(page.nodes);
    expect(nodes[0].__typename).toBe(type);
    for (const { id, name } of page.nodes) expect(id).not.toContain(name);
  });

  test('tells a metric from a dataset or segment of the same name, and is the same in another version', async () => {
    const [metric] = catalog.metrics.values();
    const twins = {
      ...catalog,
      version: 'twins',
      metrics: new Map([['orders', { ...metric!, name: 'orders', formulaText: 'count(orders)' }]]),
    };
    const { metric: asked, dataset } = await askSchema(
      twins,
      '{ metric(name: orders) { id } dataset(name: "orders") { id } }',
    );
    expect(asked.id).not.toBe(dataset.id);
    expect(await node(asked.id, twins)).toMatchObject({ __typename: 'Metric', formula: 'count(orders)' });
    expect(await node(dataset.id, twins)).toMatchObject({ __typename: 'Dataset' });
    expect(await node(dataset.id)).toMatchObject({ __typename: 'Dataset', id: dataset.id });
    expect(await node(asked.id)).toBeNull();
  });

  test('of a dimension under a chain of joins spelled in full leads back to it', async () => {
    const { dimension } = await askSchema(catalog, '{ dimension(name: orders__shops__name) { id name } }');
    expect(dimension.name).toBe('orders__shops__name');
    expect(await node(dimension.id)).toEqual({ __typename: 'Dimension', id: dimension.id });
  });

  test('that stands for nothing is null, and leaves the others alone', async () => {
    const { team } = await askSchema(catalog, '{ team(name: "sales") { id } }');
    const gone = Buffer.from('Metric:gone').toString('base64url');
    const strange = [
      gone,
      '',
      'zebra',
      '💥',
      Buffer.from('toString:x').toString('base64url'),
      Buffer.from('Metric:__proto__').toString('base64url'),
    ];
    for (const id of strange) expect(await node(id)).toBeNull();
    const { nodes } = await askSchema(catalog, 'query N($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: [...strange, team.id],
    });
    expect(nodes).toEqual([...strange.map(() => null), { id: team.id }]);
  });

  test('is one of a thousand in one request at most', async () => {
    const ask = (count: number): Promise<unknown> =>
      askSchema(catalog, 'query N($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        ids: Array(count).fill('x'),
      });
    expect(((await ask(1_000)) as { nodes: unknown[] }).nodes).toHaveLength(1_000);
    expect(await refusalOf(ask(1_001))).toMatchObject({ code: 'REQUEST.LIMIT', path: 'ids' });
  });
});
