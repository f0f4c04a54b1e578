import type { Command } from 'commander';
import { Failure } from '../../base/failure';
import type { ConditionText, QuestionText } from '../../service/question-text/question-text';
import type { CommandInput } from '../command';

/** What `--by`, `--where` and so on hold after commander has read them; conditions in the order of the command line. */
export interface QuestionFlags extends QuestionText {
  /** A saved query, whose period and page the other flags may change. */
  readonly saved?: string;
  /** A file with the question as JSON, or `-` for standard input. */
  readonly file?: string;
}

const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];
const parts = (value: string): readonly string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
const split = (value: string, previous: readonly string[] = []): readonly string[] => [
  ...previous,
  ...parts(value),
];

function wholeNumber(option: string): (value: string) => number {
  return (value) => {
    if (/^\d{1,9}$/.test(value)) return Number(value);
    throw new Failure('USAGE.INVALID', `${option} needs a whole number, not "${value}".`);
  };
}

/** Commander reads options one by one: only here can `--only-for` learn which condition stands before it. */
class Conditions {
  private readonly found: ConditionText[] = [];

  readonly add = (kind: ConditionText['kind']) => (text: string) => {
    this.found.push({ kind, text });
    return this.found;
  };

  readonly narrow = (value: string): readonly ConditionText[] => {
    const condition = this.found.pop();
    if (condition === undefined) {
      throw new Failure('USAGE.INVALID', '--only-for narrows the condition before it, and there is none.', {
        hint: "write --where 'orders.channel = web' --only-for net_revenue",
      });
    }
    this.found.push({ ...condition, onlyFor: [...(condition.onlyFor ?? []), ...parts(value)] });
    return this.found;
  };
}

const HELP = `
--by NAME[:GRAIN][@PART][=AS]
                         time:month                  the metric's own time, by month
                         time@day_of_week            a part of it that repeats, 1 = Monday
                         customers.region=region     a dimension, under another name
                         campaigns.starts_on:week    a dimension that is a time, by week
                         campaigns.starts_on@month_of_year
--where CONDITION        orders.channel = web         orders.channel in web, app
                         orders.hour >= 18            orders.channel not in (web, null)
                         campaigns.name ~ garden      contains
                         campaigns.name ^= Spring     starts with
                         customers.region is null     is not null
                         time >= 2024-01-01           the metric's own time
  Quote a value that has a comma or spaces at its ends: "orders.channel = 'web, shop'". Several --where must all hold.
--where-formula FORMULA  orders.items > 2 or per(customers, net_revenue) >= 100
                         a condition in the language of definitions
--only-for METRICS       after a --where or --where-formula: it narrows these metrics and no others
--having CONDITION       net_revenue > 100            placed_orders is not null
                         on finished numbers, of metrics asked for or not
--last N:GRAIN           3:month                      the last three whole months; with --running the current one and two
--order NAME             -net_revenue descends; time, time:month, a dimension or a metric; NULL comes last,
                         "-net_revenue nulls first" turns that round
--from is part of the period, --to is not. Without a metric, --by lists the different values of its dimensions.`;

/** The flags with which `query` and `explain` take a question. */
export function defineQuestion(command: Command): void {
  const conditions = new Conditions();
  command
    .argument('[metric...]', 'the metrics to ask for')
    .option('--by <name>', 'split by a dimension or by time, several with commas or again', split)
    .option('--where <condition>', 'keep rows, again for more', conditions.add('where'))
    .option('--where-formula <formula>', 'keep rows by a formula', conditions.add('where-formula'))
    .option('--only-for <metrics>', 'the condition before it is for these metrics', conditions.narrow)
    .option('--segment <name>', 'only what is in this segment, several with commas or again', split)
    .option('--having <condition>', 'show rows whose numbers pass, again for more', collect)
    .option('--from <date>', 'first day or instant of the period')
    .option('--to <date>', 'end of the period, itself not in it')
    .option('--last <n:grain>', 'the period of the last whole months, weeks, …')
    .option('--running', 'with --last: the grain that is still running counts too')
    .option('--period-column <name>', 'the time that the period bounds, where no metric is asked for')
    .option('--complete', 'leave out months, weeks, … that the period cuts or that still run')
    .option('--as-of <instant>', 'the moment that counts as now')
    .option('--zone <zone>', 'IANA zone of days and hours (default: the company’s)')
    .option('--order <name>', 'order by, several with commas or again; -NAME descends', split)
    .option('--limit <rows>', 'rows at most', wholeNumber('--limit'))
    .option('--offset <rows>', 'rows to leave out first', wholeNumber('--offset'))
    .option('--totals', 'the same question without --by, as a last line')
    .option('--no-distinct', 'without a metric: keep rows that repeat')
    .option('--saved <name>', 'a saved query; its period and its page may be changed')
    .option('--file <file>', 'the question as JSON, - for standard input')
    .addHelpText('after', HELP);
}

const FLAGS = [
  'by',
  'having',
  'segment',
  'from',
  'to',
  'last',
  'running',
  'periodColumn',
  'complete',
  'asOf',
  'zone',
  'order',
  'limit',
  'offset',
  'totals',
  'saved',
  'file',
] as const;

/** What `defineQuestion` declared, out of all that commander read. */
export function questionFlags({ args, options }: CommandInput): QuestionFlags {
  const given = FLAGS.filter((flag) => options[flag] !== undefined).map((flag) => [flag, options[flag]]);
  // All three hold the one list of conditions.
  const conditions = options['where'] ?? options['whereFormula'] ?? options['onlyFor'];
  return {
    metrics: (args[0] ?? []) as readonly string[],
    ...Object.fromEntries(given),
    ...(conditions === undefined ? {} : { conditions: conditions as readonly ConditionText[] }),
    // Commander sets it to true where it is not given.
    ...(options['distinct'] === false ? { distinct: false } : {}),
  };
}

/** The first flag of a question as it is written on the command line; undefined when there is none but `--file`. */
export function firstFlag({ metrics, file: _, ...flags }: QuestionFlags): string | undefined {
  if (metrics.length > 0) return 'the metric names';
  const [name] = Object.keys(flags);
  if (name === undefined) return undefined;
  if (name === 'conditions') return `--${flags.conditions?.[0]?.kind}`;
  if (name === 'distinct') return '--no-distinct';
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
