/** A file of a new project; the path has forward slashes. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
}

/** The company of a new project: what it is called, and how its database is addressed from its folder. */
export interface ProjectNames {
  readonly company: string;
  readonly database: string;
}

/** Half a year of orders, the same wherever it is run. */
export const TABLES = `
create schema shop;
create table shop.orders as
select
  n as order_id,
  date '2025-01-01' + ((n * 37) % 181)::integer as ordered_on,
  case when n % 3 = 0 then 'app' else 'web' end as channel,
  case when n % 10 = 7 then 'cancelled' else 'completed' end as status,
  (20 + (n * 29) % 80 + 0.5)::decimal(10,2) as amount
from (select unnest(generate_series(1::bigint, 240::bigint)) as n);
`;

const COMPANY = (name: string): string => `version: 1
name: ${JSON.stringify(name)}
zone: UTC # the time zone of the company's calendar, such as Europe/London
currency: EUR
`;

const TEAM = `version: 1
label: Sales
owner: sales@example.org
description: Sells, and answers for what is sold.
`;

const ORDERS = `version: 1

datasets:
  orders:
    description: One row per order.
    table: shop.orders
    key: order_id
    time: ordered_on
    columns: { order_id: bigint, ordered_on: date, channel: string, status: string, amount: 'decimal(10,2)' }
    dimensions:
      channel: { label: Sales channel, description: Where the order was placed }

metrics:
  revenue:
    label: Revenue
    question: How much did we sell?
    decision: Monthly budget
    description: Completed orders, on the day of the order.
    formula: sum(orders.amount)
    where: orders.status = 'completed'
    unit: EUR
    better: higher
    empty: 0
    examples:
      - story: a completed order and a cancelled one
        orders:
          - { status: completed, amount: 12.50 }
          - { status: cancelled, amount: 99 }
        answer: 12.50
      - story: nothing completed, nothing sold
        orders: [{ status: cancelled, amount: 99 }]
        answer: 0
`;

const README = ({ company, database }: ProjectNames): string => `# Metrics of ${company}

The numbers of the company, as files: \`definitions/company.yaml\` for its calendar, and a folder for each team with its
datasets and metrics.

\`\`\`
npx tenet check                                   every mistake, with its place
npx tenet query revenue --by orders.channel       an answer
npx tenet explain revenue                         how it is computed
npx tenet fmt                                     the one form of the files
npx tenet serve                                   GraphQL, with a page to try it
\`\`\`

Change the formula in \`definitions/sales/orders.yaml\` and ask again.

The answers come from a small database that belongs to this example, \`${database}\`; git leaves it out. For your own,
write \`--database ADDRESS\` or set TENET_DATABASE, name its tables under \`table:\`, and let
\`npx tenet columns orders --write\` fill in the columns. \`npx tenet check --data\` then compares the two.
`;

/** The text files of a new project. */
export function projectFiles(names: ProjectNames): readonly ProjectFile[] {
  return [
    { path: 'README.md', text: README(names) },
    { path: '.gitignore', text: 'node_modules/\n.tenet/\n' },
    { path: 'definitions/company.yaml', text: COMPANY(names.company) },
    { path: 'definitions/sales/team.yaml', text: TEAM },
    { path: 'definitions/sales/orders.yaml', text: ORDERS },
  ];
}
