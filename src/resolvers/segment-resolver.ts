import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Lineage } from '../metrics/lineage/lineage';
import type { Dataset, Segment, Team } from '../metrics/model/catalog';
import { DefinitionArgs } from '../schema/connection-args';
import { SegmentConnectionType } from '../schema/connection-types';
import { DatasetType, SegmentType, TeamType } from '../schema/definition-types';
import { LineageArgs, LineageType } from '../schema/lineage-types';
import { SegmentName } from '../schema/name-types';
import type { Connection } from './connection';
import { definitions } from './definition-list';
import { globalId } from './global-id';
import { lineageOf } from './lineage';
import type { RequestContext } from './request-context';

@Resolver(() => SegmentType)
export class SegmentResolver {
  @Query(() => SegmentConnectionType, {
    nullable: true,
    description: 'By name; with a search, the best match first.',
  })
  segments(
    @Args(() => DefinitionArgs) args: DefinitionArgs,
    @Ctx() context: RequestContext,
  ): Connection<Segment> {
    return definitions(context, 'Segment', args);
  }

  @Query(() => SegmentType, { nullable: true })
  segment(@Arg('name', () => SegmentName) name: string, @Ctx() { catalog }: RequestContext): Segment | null {
    return catalog.segments.get(name) ?? null;
  }

  @FieldResolver(() => ID)
  id(@Root() { name }: Segment): string {
    return globalId('Segment', name);
  }

  @FieldResolver(() => DatasetType, { description: 'Whose rows it picks.' })
  of(@Root() segment: Segment, @Ctx() { catalog }: RequestContext): Dataset | null {
    return catalog.datasets.get(segment.of) ?? null;
  }

  @FieldResolver()
  where(@Root() segment: Segment): string {
    return segment.whereText;
  }

  @FieldResolver(() => TeamType, { nullable: true })
  team(@Root() segment: Segment, @Ctx() { catalog }: RequestContext): Team | null {
    return catalog.teams.get(segment.team) ?? null;
  }

  @FieldResolver(() => LineageType, {
    nullable: true,
    description: 'What it is made of, and what is made of it.',
  })
  lineage(
    @Root() { name }: Segment,
    @Args(() => LineageArgs) args: LineageArgs,
    @Ctx() context: RequestContext,
  ): Lineage {
    return lineageOf(context, { kind: 'SEGMENT', name }, args);
  }
}
