import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, findBreakingChanges, lexicographicSortSchema, printSchema } from 'graphql';
import { schemaOf, staticPart } from '../../src/resolvers/catalog-schema';
import { demoCatalog } from '../graphql/demo-catalog';
import { expectPage } from './generated-page';

const ROOT = path.join(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const printed = (): string => `${printSchema(lexicographicSortSchema(staticPart()))}\n`;

/** What the changelog says of the version to come. */
const unreleased = (changelog: string): string =>
  (changelog.split(/^## \[Unreleased\]$/m)[1] ?? '').split(/^## /m)[0]!.replace(/\s+/g, ' ');

/** Changes that break a client of the last release and that the changelog does not tell of, word for word. */
const silentBreaks = (released: string, now: string, changelog: string): string[] =>
  findBreakingChanges(buildSchema(released), buildSchema(now))
    .map(({ description }) => description)
    .filter((description) => !unreleased(changelog).includes(description));

test('schema.graphql is the schema as it is, without the names of a company', () => {
  expectPage('schema.graphql', printed());
});

test('the schema of a company differs from it in the five enums only', async () => {
  const { catalog } = await demoCatalog();
  const breaks = findBreakingChanges(buildSchema(read('schema.graphql')), schemaOf(catalog));
  expect(breaks.map(({ description }) => description).sort()).toEqual(
    ['DatePart', 'DimensionName', 'MetricName', 'SegmentName', 'TimeGrain'].map(
      (name) => `${name} changed from a Scalar type to an Enum type.`,
    ),
  );
});

test('nothing that clients of the last release use is gone or changed, unless the changelog says so', () => {
  const released = read('test/docs/last-release.graphql');
  expect(silentBreaks(released, printed(), read('CHANGELOG.md'))).toEqual([]);
});

describe('a change that breaks clients', () => {
  const field = '  sql: String!';
  const changed = (): string => {
    const now = printed();
    expect(now).toContain(field);
    return now.replaceAll(field, '  sql: String');
  };
  const said = 'MetricResult.sql changed type from String! to String.';

  test('is found', () => {
    expect(silentBreaks(printed(), changed(), '## [Unreleased]\n')).toContain(said);
  });

  test('is accepted by its words in the changelog of the version to come, and of no other', () => {
    const told = `- ${said.replace('from', 'from\n ')}\n- Explanation.sql changed type from String! to String.\n`;
    expect(silentBreaks(printed(), changed(), `## [Unreleased]\n\n${told}\n## [1.0.0]\n`)).toEqual([]);
    expect(silentBreaks(printed(), changed(), `## [Unreleased]\n\n## [1.0.0]\n\n${told}`)).toContain(said);
  });
});
