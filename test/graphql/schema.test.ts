import {
  type GraphQLArgument,
  type GraphQLEnumType,
  GraphQLError,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  printSchema,
  validateSchema,
} from 'graphql';
import type { Catalog, DimensionName, Metric } from '../../src/metrics/model/catalog';
import { schemaOf, staticPart } from '../../src/resolvers/catalog-schema';
import { generatedEnums } from '../../src/schema/generated-enums';
import { withNames } from '../../src/schema/with-names';
import { demoCatalog } from './demo-catalog';

const NAMES = ['MetricName', 'DimensionName', 'SegmentName', 'TimeGrain', 'DatePart'];
let catalog: Catalog;
beforeAll(async () => {
  ({ catalog } = await demoCatalog());
});

const enumOf = (name: string, of: Catalog = catalog): GraphQLEnumType =>
  schemaOf(of).getType(name) as GraphQLEnumType;

/** Every type that a field or argument of the schema names. */
function namedTypes(schema: ReturnType<typeof schemaOf>): Set<unknown> {
  const found = new Set<unknown>();
  const all = Object.values(schema.getTypeMap());
  for (const type of all) {
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) found.add(getNamedType(field.type));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      found.add(getNamedType(field.type));
      for (const argument of field.args as readonly GraphQLArgument[]) found.add(getNamedType(argument.type));
    }
  }
  return found;
}

describe('the schema of a catalog', () => {
  test('is valid, and is one value for one version', () => {
    expect(validateSchema(schemaOf(catalog))).toEqual([]);
    expect(schemaOf(catalog).getType('TestInput')).toBeUndefined(); // Only a base class.
    expect(schemaOf(catalog)).toBe(schemaOf({ ...catalog }));
    expect(schemaOf({ ...catalog, version: 'next' })).not.toBe(schemaOf(catalog));
  });

  test('has enums where the static part has stand-ins, in every place', () => {
    const schema = schemaOf(catalog);
    for (const name of NAMES) expect([name, isEnumType(schema.getType(name))]).toEqual([name, true]);
    for (const type of namedTypes(schema)) {
      expect(schema.getType((type as { name: string }).name)).toBe(type);
      expect(isScalarType(type) && NAMES.includes(type.name)).toBe(false);
    }
  });

  test('leaves the static part and older schemas as they were', () => {
    const before = printSchema(staticPart());
    const old = printSchema(schemaOf(catalog));
    const smaller = { ...catalog, version: 'smaller', metrics: new Map([...catalog.metrics].slice(0, 1)) };
    expect(enumOf('MetricName', smaller).getValues()).toHaveLength(1);
    expect(printSchema(staticPart())).toBe(before);
    expect(printSchema(schemaOf(catalog))).toBe(old);
    expect(isScalarType(staticPart().getType('MetricName'))).toBe(true);
  });

  test('differs from one of another catalog in the names only', () => {
    const lines = (of: Catalog): string[] =>
      printSchema(withNames(staticPart(), generatedEnums(of))).split('\n');
    const grown = {
      ...catalog,
      metrics: new Map(catalog.metrics).set('zebra', { ...[...catalog.metrics.values()][0]!, name: 'zebra' }),
    };
    const known = new Set(lines(catalog));
    expect(lines(grown).filter((line) => !known.has(line))).toEqual(['  zebra']);
  });

  test('is valid without any metric or dimension', () => {
    const empty = { ...catalog, version: 'empty', metrics: new Map(), dimensions: new Map() };
    expect(validateSchema(schemaOf(empty))).toEqual([]);
    expect(
      enumOf('MetricName', empty)
        .getValues()
        .map((value) => value.name),
    ).toEqual(['_none']);
  });

  test('gives resolvers the names of the catalog, and takes either spelling', () => {
    expect(enumOf('DimensionName').parseValue('orders__channel')).toBe('orders.channel');
    expect(enumOf('DimensionName').parseValue('orders.channel')).toBe('orders.channel');
    expect(enumOf('TimeGrain').parseValue('MONTH')).toBe('month');
    expect(enumOf('TimeGrain').parseValue('month')).toBe('month');
    expect(enumOf('DatePart').parseValue('DAY_OF_WEEK')).toBe('day_of_week');
    for (const wrong of [1, null, true, {}])
      expect(() => enumOf('MetricName').parseValue(wrong)).toThrow(GraphQLError);
  });

  test('takes a chain of joins spelled in full, which no enum lists', () => {
    const type = enumOf('DimensionName');
    expect(type.getValue('refunds__orders__channel')).toBeUndefined();
    expect(type.parseValue('refunds__orders__channel')).toBe('refunds.orders.channel');
  });

  test('says why a broken definition is not there', () => {
    const at = { file: 'sales/orders.yaml', start: { line: 14, column: 17 }, end: { line: 14, column: 23 } };
    const diagnostic = {
      code: 'REFERENCE.UNKNOWN_COLUMN',
      severity: 'error',
      message: 'No column "amuont".',
      at,
    } as const;
    const broken = {
      ...catalog,
      version: 'broken',
      broken: new Map([['metric lost_revenue', [diagnostic]]]),
    };
    const refusal = (): unknown => enumOf('MetricName', broken).parseValue('lost_revenue');
    expect(refusal).toThrow(/No column "amuont"/);
    expect(refusal).toThrow(
      expect.objectContaining({ originalError: expect.objectContaining({ code: 'DEFINITION.BROKEN' }) }),
    );
  });
});

describe('a catalog of ten thousand metrics and three thousand dimensions', () => {
  const many = <T>(item: T, count: number, name: (index: number) => string): Map<string, T> =>
    new Map(Array.from({ length: count }, (_, i) => [name(i), { ...item, name: name(i) }]));

  test('has its schema within 150 ms of CPU, and near matches of a name within 60', () => {
    const metrics = many([...catalog.metrics.values()][0] as Metric, 10_000, (i) => `metric_of_team_${i}`);
    const dimensions = many(
      [...catalog.dimensions.values()][0] as DimensionName,
      3_000,
      (i) => `orders.dimension_${i}`,
    );
    staticPart();
    const cpu = (work: () => void): number => {
      const began = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1_000;
    };
    const builds = [1, 2, 3].map((version) =>
      cpu(() => {
        const schema = schemaOf({ ...catalog, version: `large ${version}`, metrics, dimensions });
        expect(validateSchema(schema)).toEqual([]);
      }),
    );
    expect(Math.min(...builds)).toBeLessThan(150);
    const type = enumOf('MetricName', { ...catalog, version: 'large 3', metrics, dimensions });
    const refusals = [1, 2, 3].map(() =>
      cpu(() => expect(() => type.parseValue('metric_of_taem_77')).toThrow(/is named/)),
    );
    expect(Math.min(...refusals)).toBeLessThan(60);
  });
});
