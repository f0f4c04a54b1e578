import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Failure } from '../base/failure';
import type { Scalar } from '../metrics/model/query';
import { DimensionValueConnectionType } from '../schema/connection-types';
import { DimensionValuesArgs } from '../schema/dimension-values-args';
import { type WireValue, wireColumn } from '../service/formats/wire-values';
import type { Connection } from './connection';
import type { RequestContext } from './request-context';

const MAX_VALUES = 1_000;

interface DimensionValue {
  readonly value: WireValue;
  readonly rows: number;
}

@Resolver()
export class DimensionValuesResolver {
  @Query(() => DimensionValueConnectionType, {
    nullable: true,
    description: 'What a dimension can be, for menus and completion.',
  })
  async dimensionValues(
    @Args(() => DimensionValuesArgs) { dimension, search, first, after, numbers }: DimensionValuesArgs,
    @Ctx() context: RequestContext,
  ): Promise<Omit<Connection<DimensionValue>, 'totalCount'>> {
    refuseMany(first);
    const { type, values, rows } = await context.values.load({
      dimension,
      ...(search ? { search } : {}),
      ...(after == null ? {} : { after: { value: valueIn(after) } }),
      limit: first + 1, // One more tells whether there is a next page.
    });
    const exact = wireColumn(values, type, 'EXACT');
    const shown = wireColumn(values, type, numbers).slice(0, first);
    const edges = shown.map((value, index) => ({
      cursor: cursorOf(exact[index] ?? null),
      node: { value, rows: rows[index] ?? 0 },
    }));
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: {
        hasNextPage: values.length > first,
        hasPreviousPage: after != null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }
}

function refuseMany(first: number): void {
  if (first <= MAX_VALUES) return;
  throw new Failure('REQUEST.LIMIT', `\`first\` asks for ${first} values; ${MAX_VALUES} are the limit.`, {
    path: 'first',
    hint: `ask for ${MAX_VALUES}, and for the next ones by \`after\`; or narrow them by \`search\``,
  });
}

/** A cursor is the value itself with all its digits: it stays good whatever values come or go. */
const cursorOf = (value: WireValue): string => Buffer.from(JSON.stringify([value])).toString('base64url');

/** @throws Failure QUERY.INVALID. */
function valueIn(cursor: string): Scalar {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const [value, ...more] = Array.isArray(read) ? (read as unknown[]) : [{}];
    if (more.length === 0 && isScalar(value)) return value;
  } catch {
    // No JSON: not one of ours.
  }
  throw new Failure('QUERY.INVALID', '`after` is not a cursor of this list.', {
    path: 'after',
    hint: 'send the `endCursor` of an earlier answer as it is',
  });
}

const isScalar = (value: unknown): value is Scalar =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);
