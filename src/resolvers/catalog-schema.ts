import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import type { Catalog } from '../metrics/model/catalog';
import { generatedEnums } from '../schema/generated-enums';
import { withNames } from '../schema/with-names';
import { CatalogStateResolver } from './catalog-state-resolver';
import { ColumnResolver } from './column-resolver';
import { CompanyResolver, TeamResolver } from './company-resolver';
import { CompatibleDimensionResolver, CompatibleMetricResolver } from './compatibility-resolver';
import { DatasetColumnResolver, DatasetResolver, JoinResolver } from './dataset-resolver';
import { DimensionResolver } from './dimension-resolver';
import { DimensionValuesResolver } from './dimension-values-resolver';
import { ExplainResolver } from './explain-resolver';
import { LineageEdgeResolver, LineageNodeResolver } from './lineage-resolver';
import { MetricQueryResolver } from './metric-query-resolver';
import { MetricResolver } from './metric-resolver';
import { NodeResolver } from './node-resolver';
import { SavedQueryResolver } from './saved-query-resolver';
import { SegmentResolver } from './segment-resolver';

/** A new GraphQL field is a line here when its resolver class is new. */
const RESOLVERS = [
  NodeResolver,
  MetricQueryResolver,
  DimensionValuesResolver,
  ExplainResolver,
  LineageNodeResolver,
  LineageEdgeResolver,
  MetricResolver,
  DimensionResolver,
  SegmentResolver,
  SavedQueryResolver,
  CompatibleDimensionResolver,
  CompatibleMetricResolver,
  DatasetResolver,
  DatasetColumnResolver,
  JoinResolver,
  TeamResolver,
  CompanyResolver,
  CatalogStateResolver,
  ColumnResolver,
] as const;

let staticSchema: GraphQLSchema | undefined;

/** The part that no definition changes, with stand-ins for the names. Built once a process: type-graphql's store only grows. */
export function staticPart(): GraphQLSchema {
  staticSchema ??= buildSchemaSync({ resolvers: [...RESOLVERS], validate: false, emitSchemaFile: false });
  return staticSchema;
}

/** How many catalogs' schemas are kept: the one that serves and the one it replaces. */
const KEPT = 2;
const schemas = new Map<string, GraphQLSchema>();

/** The schema of a catalog; the same value for the same version. */
export function schemaOf(catalog: Catalog): GraphQLSchema {
  const known = schemas.get(catalog.version);
  if (known !== undefined) return known;
  const schema = withNames(staticPart(), generatedEnums(catalog));
  schemas.set(catalog.version, schema);
  for (const version of [...schemas.keys()].slice(0, -KEPT)) schemas.delete(version);
  return schema;
}
