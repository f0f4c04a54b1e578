// table: what each key of the definitions is for, and what a shape checks by a function only

import type { Place } from '../../metrics/definitions/format/key-order';
import { COLUMN_TYPE_NAMES } from '../../metrics/model/value-type';
import type { JsonSchema } from './from-shape';

type Words = Readonly<Record<string, string>>;

const LABEL = 'Its name for people; without one, made of its name.';
const LABELS = 'Words of your own for sorting and finding.';

/** One sentence for each key, shown by editors. */
export const KEY_WORDS: Readonly<Partial<Record<Place, Words>>> = {
  company: {
    version: 'The version of the language: 1.',
    name: 'The name of the company.',
    zone: 'The IANA time zone of the company’s calendar, such as Europe/London: in it days begin.',
    week_start: 'The first day of the week; monday unless set.',
    currency: 'The three letters of the currency (ISO 4217).',
    now: 'An instant at which the clock stands still, for demos and tests.',
    limits: 'How much one request may cost, and all of them together.',
  },
  limits: {
    default_rows: 'Rows of an answer when the question sets no limit.',
    max_rows:
      'Most rows that a question may ask for, and that the answers of one operation may have together.',
    max_in_list: 'Most values in one list of a condition.',
    deadline_ms: 'Milliseconds after which a question is cancelled; a caller may ask for fewer.',
    max_depth: 'Most levels of fields in a GraphQL operation.',
    max_tokens: 'Most tokens of a GraphQL operation.',
    max_aliases: 'Most aliases in a GraphQL operation, fragments written out.',
    max_body_bytes: 'Most bytes in the body of a request.',
    max_waiting: 'Most statements that wait for the database; more are refused with 503.',
    memory_percent: 'How much of the memory that the process may use the embedded database may take.',
    max_temp_bytes: 'Most bytes that the embedded database may write to its temporary folder.',
  },
  team: {
    version: 'The version of the language: 1.',
    label: LABEL,
    owner: 'Whom to ask about the team’s definitions.',
    description: 'What the team answers for.',
    approvers: 'Who must agree to a change.',
  },
  file: {
    version: 'The version of the language: 1.',
    datasets: 'Tables or queries, by name: what the rows are, and how they join.',
    metrics: 'Governed numbers, by name.',
    segments: 'Governed sets of rows, by name.',
    saved_queries: 'Questions with a name, which are asked by it.',
  },
  dataset: {
    label: LABEL,
    description: 'What one row is.',
    table: 'The table of the database: name, schema.name or database.schema.name.',
    query: 'One SELECT in the SQL of the database, in place of a table.',
    key: 'The column, or the columns, that tell rows apart. Without a key nothing joins to the dataset.',
    time: 'The column that dates the rows, unless a metric says otherwise.',
    columns: 'The columns and their types; `tenet columns NAME --write` fills this from the database.',
    joins: 'Many-to-one links to other datasets. One that is not named like its target is a role.',
    dimensions: 'What the rows can be grouped and filtered by.',
    via: 'Which first join leads to a dataset that several chains of joins reach.',
    labels: LABELS,
  },
  column: {
    type: 'The type of the column.',
    zone: 'The IANA time zone of a timestamp’s wall clock, where it is not the company’s.',
  },
  join: {
    to: 'The dataset that is joined.',
    by: 'The column, or the columns, that hold the key of that dataset.',
    description: 'What the link means.',
  },
  dimension: {
    label: LABEL,
    description: 'What its values mean.',
    formula: 'A formula over columns of this dataset; without one, the column of that name.',
    labels: LABELS,
  },
  metric: {
    label: LABEL,
    question: 'The question that the number answers.',
    decision: 'What is decided with it.',
    description: 'What is counted and what is not, in words.',
    formula: 'Aggregates of columns, or other metrics, with arithmetic.',
    where: 'A condition on the rows that count.',
    time: 'The column that dates the rows, where it is not the dataset’s: dataset.column.',
    unit: 'What the number counts: GBP, orders, ratio.',
    format: 'How the number is shown.',
    better: 'Which way is good.',
    empty: 'The value over no rows: 0 for counts and nothing for the rest, unless set.',
    mixed_time: 'Why its parts may be dated by different columns.',
    owner: 'Whom to ask, where it is not the team’s owner.',
    differs_from: 'Metrics that it could be taken for, and how it differs.',
    labels: LABELS,
    examples: 'Worked examples: some rows, and the answer that they must give.',
  },
  segment: {
    label: LABEL,
    description: 'Which rows belong to it, in words.',
    of: 'The dataset whose rows it chooses.',
    where: 'The condition that chooses them.',
    labels: LABELS,
  },
  saved_query: {
    label: LABEL,
    question: 'The question that the answer answers, in words.',
    description: 'What is in the answer and what is not.',
    metrics: 'The metrics that are asked for; none lists the values of dimensions.',
    by: 'What the answer is split by: { time: month }, { dimension: customers.region }, { part: day_of_week }.',
    where: 'Conditions on rows, all of which must hold: { dimension: orders.channel, in: [web, app] }.',
    having: 'Conditions on finished numbers: { metric: net_revenue, gt: 100 }.',
    segments: 'Segments to which the rows must belong.',
    period: 'The time it is about: { last: 3, grain: month }, or { from: 2024-01-01, to: 2025-01-01 }.',
    complete: 'Leaves out buckets of time that the period cuts or that still run.',
    totals: 'The same question without `by`, beside the rows.',
    order: 'What the rows are ordered by: { metric: net_revenue, direction: DESC }.',
    limit: 'Most rows.',
    offset: 'Rows to leave out first.',
    distinct: 'false keeps repeated rows of a question without metrics.',
    asOf: 'The instant that counts as now.',
    zone: 'The IANA time zone of days and hours.',
    labels: LABELS,
  },
};

const ZONE: JsonSchema = {
  pattern: '^(?:UTC|GMT|[A-Z][A-Za-z]*(?:/[A-Z][A-Za-z0-9_+-]*)+)$',
  examples: ['Europe/London', 'America/New_York', 'UTC'],
};

/** What a shape checks by a function, as far as JSON Schema can say it. The tests hold both against each other. */
export const KEY_RULES: Readonly<Partial<Record<Place, Readonly<Record<string, JsonSchema>>>>> = {
  company: {
    zone: ZONE,
    week_start: { enum: ['monday', 'sunday', 'saturday'] },
    currency: { pattern: '^[A-Z]{3}$', examples: ['GBP', 'EUR', 'USD'] },
    now: {
      pattern:
        '^\\d{4}-\\d\\d-\\d\\dT(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,3})?)?(?:Z|[+-](?:0\\d|1[0-4]):[0-5]\\d)$',
      examples: ['2024-06-30T12:00:00Z'],
    },
  },
  column: { zone: ZONE },
  saved_query: {
    metrics: { type: 'array', items: { type: 'string' } },
    by: { type: 'array', items: { type: 'object' } },
    where: { type: 'array', items: { type: 'object' } },
    having: { type: 'array', items: { type: 'object' } },
    segments: { type: 'array', items: { type: 'string' } },
    period: { type: 'object' },
    complete: { type: 'boolean' },
    totals: { type: 'boolean' },
    order: { type: 'array', items: { type: 'object' } },
    limit: { type: 'integer', minimum: 0 },
    offset: { type: 'integer', minimum: 0 },
    distinct: { type: 'boolean' },
    asOf: { type: 'string' },
    zone: { type: 'string', ...ZONE },
  },
};

export const COLUMN_TYPE: JsonSchema = {
  description: 'The type of the column.',
  anyOf: [
    { enum: [...COLUMN_TYPE_NAMES] },
    {
      type: 'string',
      pattern: '^decimal\\(\\s*\\d{1,2}\\s*,\\s*\\d{1,2}\\s*\\)$',
      examples: ['decimal(12,2)'],
    },
  ],
};

/** A dataset is a table or a query, and never both. */
export const ONE_SOURCE: readonly JsonSchema[] = [{ required: ['table'] }, { required: ['query'] }];
