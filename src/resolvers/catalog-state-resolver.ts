import { Arg, Ctx, FieldResolver, Int, Query, Resolver } from 'type-graphql';
import type { Diagnostic } from '../base/diagnostic';
import { BrokenDefinitionType, CatalogStateType, FindingType } from '../schema/catalog-state-types';
import type { RequestContext } from './request-context';

@Resolver(() => CatalogStateType)
export class CatalogStateResolver {
  @Query(() => CatalogStateType, {
    description: 'Which definitions are served, and what is wrong with them.',
  })
  catalog(@Ctx() { catalog }: RequestContext): CatalogStateType {
    const { version, metrics, dimensions, datasets, segments } = catalog;
    return {
      version,
      metrics: metrics.size,
      dimensions: dimensions.size,
      datasets: datasets.size,
      segments: segments.size,
      broken: brokenOf({ catalog }),
    };
  }

  @FieldResolver(() => [FindingType], {
    description: 'All errors of the files, also those in no definition.',
  })
  errors(
    @Arg('first', () => Int, { defaultValue: 100 }) first: number,
    @Ctx() { tenet }: RequestContext,
  ): FindingType[] {
    const errors = tenet.diagnostics.filter(({ severity }) => severity === 'error');
    return errors.slice(0, Math.max(0, first)).map(finding);
  }
}

function brokenOf({ catalog }: Pick<RequestContext, 'catalog'>): BrokenDefinitionType[] {
  return [...catalog.broken].map(([key, diagnostics]) => {
    const [kind = '', name = ''] = key.split(' ', 2);
    const servedAsLastSound = catalog.lastGood?.versions.has(key) ?? false;
    return { kind, name, servedAsLastSound, findings: diagnostics.map(finding) };
  });
}

const finding = ({ code, message, hint, at }: Diagnostic): FindingType => ({
  code,
  message,
  hint: hint ?? null,
  file: at.file,
  line: at.start.line,
  column: at.start.column,
});
