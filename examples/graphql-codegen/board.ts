import type { BoardQueryVariables } from './generated/graphql';
import { BoardDocument, type TypedDocumentString } from './generated/graphql';

/** Sends a generated query with plain fetch; its variables and its answer have the types of the query. */
async function ask<Answer, Variables>(
  url: string,
  document: TypedDocumentString<Answer, Variables>,
  variables: Variables,
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Answer; errors?: { message: string }[] };
  if (errors?.[0] !== undefined || data === undefined) throw new Error(errors?.[0]?.message ?? 'no answer');
  return data;
}

const variables: BoardQueryVariables = {
  metrics: ['net_revenue', 'placed_orders'],
  by: [{ dimension: 'orders__channel' }],
  period: { last: 3, grain: 'MONTH' },
};

ask(process.argv[2] ?? 'http://127.0.0.1:4000/graphql', BoardDocument, variables).then(({ metricQuery }) => {
  if (!metricQuery) return;
  const heads = metricQuery.columns.map(({ label, unit }) => (unit ? `${label} [${unit}]` : label));
  console.log(heads.join(', '));
  for (const row of metricQuery.rows as Record<string, unknown>[]) console.log(Object.values(row).join(', '));
});
