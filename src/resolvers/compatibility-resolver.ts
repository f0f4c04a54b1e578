import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { DimensionName, Metric } from '../metrics/model/catalog';
import { type Compatibility, compatibleDimensions, compatibleMetrics } from '../metrics/planner/compatible';
import { findDimension } from '../metrics/planner/find-dimension';
import { findMetric } from '../metrics/planner/find-metric';
import { CompatibleDimensionType, CompatibleMetricType, RefusalType } from '../schema/compatibility-types';
import { DimensionType, MetricType } from '../schema/definition-types';
import { DimensionName as DimensionNameEnum, MetricName } from '../schema/name-types';
import { wireFailure } from '../schema/wire-failure';
import { counted } from './node-budget';
import type { RequestContext } from './request-context';

const INCLUDE_REFUSED = { defaultValue: false, description: 'Also those that cannot, with the reason.' };

/** What may be asked together: menus of a dashboard offer no question that would be refused. */
@Resolver(() => CompatibleDimensionType)
export class CompatibleDimensionResolver {
  @Query(() => [CompatibleDimensionType], {
    description: 'The dimensions that all the metrics can be split and filtered by.',
  })
  compatibleDimensions(
    @Arg('metrics', () => [MetricName]) names: string[],
    @Arg('includeRefused', () => Boolean, INCLUDE_REFUSED) includeRefused: boolean,
    @Ctx() context: RequestContext,
  ): readonly Compatibility<DimensionName>[] {
    const { catalog } = context;
    const metrics = names.map((name, i) => findMetric(catalog, name, `metrics[${i}]`));
    return counted(context, shown(compatibleDimensions(catalog, metrics), includeRefused));
  }

  @FieldResolver(() => DimensionType)
  dimension(@Root() { of }: Compatibility<DimensionName>): DimensionName {
    return of;
  }

  @FieldResolver()
  compatible(@Root() { isCompatible }: Compatibility<DimensionName>): boolean {
    return isCompatible;
  }

  @FieldResolver()
  refusal(@Root() item: Compatibility<DimensionName>): RefusalType | null {
    return refusalOf(item);
  }
}

@Resolver(() => CompatibleMetricType)
export class CompatibleMetricResolver {
  @Query(() => [CompatibleMetricType], {
    description: 'The metrics that can be split and filtered by all the dimensions.',
  })
  compatibleMetrics(
    @Arg('dimensions', () => [DimensionNameEnum]) names: string[],
    @Arg('includeRefused', () => Boolean, INCLUDE_REFUSED) includeRefused: boolean,
    @Ctx() context: RequestContext,
  ): readonly Compatibility<Metric>[] {
    const { catalog } = context;
    const dimensions = names.map((name, i) => findDimension(catalog, name, `dimensions[${i}]`));
    return counted(context, shown(compatibleMetrics(catalog, dimensions), includeRefused));
  }

  @FieldResolver(() => MetricType)
  metric(@Root() { of }: Compatibility<Metric>): Metric {
    return of;
  }

  @FieldResolver()
  compatible(@Root() { isCompatible }: Compatibility<Metric>): boolean {
    return isCompatible;
  }

  @FieldResolver()
  refusal(@Root() item: Compatibility<Metric>): RefusalType | null {
    return refusalOf(item);
  }
}

const shown = <T>(
  items: readonly Compatibility<T>[],
  includeRefused: boolean,
): readonly Compatibility<T>[] => (includeRefused ? items : items.filter((item) => item.isCompatible));

/** The field stands beside the name that it is about, so the path says nothing here. */
function refusalOf(item: Compatibility<unknown>): RefusalType | null {
  const failure = item.refusal();
  if (failure === null) return null;
  const { code, hint = null, suggestions } = wireFailure(failure);
  return { code, message: failure.message, hint, suggestions: [...suggestions] };
}
