import type { Command } from 'commander';
import { Failure } from '../../base/failure';
import type { CommandInput } from '../command';

/** What `--by`, `--where` and so on hold after commander has read them. */
export interface QuestionFlags {
  readonly metrics: readonly string[];
  readonly by?: readonly string[];
  readonly where?: readonly string[];
  readonly order?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly zone?: string;
  readonly limit?: number;
  readonly offset?: number;
  readonly totals?: boolean;
  /** A file with the question as JSON, or `-` for standard input. */
  readonly file?: string;
}

const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];
const split = (value: string, previous: readonly string[] = []): readonly string[] => [
  ...previous,
  ...value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
];

function wholeNumber(option: string): (value: string) => number {
  return (value) => {
    if (/^\d{1,9}$/.test(value)) return Number(value);
    throw new Failure('USAGE.INVALID', `${option} needs a whole number, not "${value}".`);
  };
}

const HELP = `
--by NAME[:GRAIN][=AS]   time:month   customers.region   orders.ordered_at:week=ordered
--where CONDITION        orders.channel = web         orders.channel in web, app
                         orders.amount >= 100         orders.channel not in (web, null)
                         customers.name ~ smith       contains
                         customers.name ^= Dr         starts with
                         customers.region is null     is not null
                         time >= 2024-01-01           the metric's own time
  Quote a value that has a comma or spaces at its ends: "orders.channel = 'web, shop'". Several --where must all hold.
--order NAME             -net_revenue descends; time, a dimension or a metric; NULL comes last.
--from is part of the period, --to is not.`;

/** The flags with which `query` and `explain` take a question. */
export function defineQuestion(command: Command): void {
  command
    .argument('[metric...]', 'the metrics to ask for')
    .option('--by <name>', 'split by a dimension or by time, several with commas or again', split)
    .option('--where <condition>', 'keep rows, again for more', collect)
    .option('--from <date>', 'first day or instant of the period')
    .option('--to <date>', 'end of the period, itself not in it')
    .option('--zone <zone>', 'IANA zone of days and hours (default: the company’s)')
    .option('--order <name>', 'order by, several with commas or again; -NAME descends', split)
    .option('--limit <rows>', 'rows at most', wholeNumber('--limit'))
    .option('--offset <rows>', 'rows to leave out first', wholeNumber('--offset'))
    .option('--totals', 'the same question without --by, as a last line')
    .option('--file <file>', 'the question as JSON, - for standard input')
    .addHelpText('after', HELP);
}

const FLAGS = ['by', 'where', 'order', 'from', 'to', 'zone', 'limit', 'offset', 'totals', 'file'] as const;

/** What `defineQuestion` declared, out of all that commander read. */
export function questionFlags({ args, options }: CommandInput): QuestionFlags {
  const given = FLAGS.filter((flag) => options[flag] !== undefined).map((flag) => [flag, options[flag]]);
  return { metrics: (args[0] ?? []) as readonly string[], ...Object.fromEntries(given) };
}
