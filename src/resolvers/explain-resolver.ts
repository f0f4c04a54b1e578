import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ExplainedStepType, ExplanationType } from '../schema/explanation-types';
import { MetricQueryArgs } from '../schema/metric-query-args';
import { explanationText } from '../service/explanation-text';
import { stepInWords } from '../service/plan-in-words';
import type { Explanation } from '../service/tenet';
import { questionOf } from './question';
import type { RequestContext } from './request-context';

@Resolver(() => ExplanationType)
export class ExplainResolver {
  @Query(() => ExplanationType, {
    nullable: true,
    description: 'How `metricQuery` would answer the same question; nothing is run.',
  })
  explain(@Args(() => MetricQueryArgs) args: MetricQueryArgs, @Ctx() { tenet }: RequestContext): Explanation {
    return tenet.explain(questionOf(args));
  }

  @FieldResolver(() => [ExplainedStepType])
  steps(@Root() { plan }: Explanation): ExplainedStepType[] {
    return plan.steps.map((step) => ({
      name: step.name,
      purpose: step.comment,
      lines: [...stepInWords(step)],
    }));
  }

  @FieldResolver()
  text(@Root() explanation: Explanation): string {
    return explanationText(explanation);
  }
}
