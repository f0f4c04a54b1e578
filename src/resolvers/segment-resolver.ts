import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Dataset, Segment, Team } from '../metrics/model/catalog';
import { DatasetType, SegmentType, TeamType } from '../schema/definition-types';
import { SegmentName } from '../schema/name-types';
import type { RequestContext } from './request-context';
import { search } from './search';

@Resolver(() => SegmentType)
export class SegmentResolver {
  @Query(() => [SegmentType], { description: 'All segments; with `search`, the best match first.' })
  segments(
    @Arg('team', () => String, { nullable: true }) team: string | null | undefined,
    @Arg('search', () => String, { nullable: true }) words: string | null | undefined,
    @Ctx() { catalog }: RequestContext,
  ): Segment[] {
    const found = [...catalog.segments.values()].filter((segment) => team == null || segment.team === team);
    return search(found, words, ({ name, label, description }) => [name, label, description]);
  }

  @Query(() => SegmentType, { nullable: true })
  segment(@Arg('name', () => SegmentName) name: string, @Ctx() { catalog }: RequestContext): Segment | null {
    return catalog.segments.get(name) ?? null;
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
}
