// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of sources that hold templates
import { inFile, type Mutant } from '../mutant';

const FIELDS = 'src/metrics/planner/branch-fields.ts';
const LOWER = 'src/metrics/planner/lower.ts';
const PERIOD = 'src/metrics/planner/bind-period.ts';
const DUCKDB = 'src/metrics/sql/dialects/duckdb.ts';
const TIMES = 'src/metrics/sql/dialects/duckdb-times.ts';
const STEPS = 'src/metrics/planner/metric-steps.ts';

/** Errors about times, zones, buckets and periods. */
export const TIME_MUTANTS: readonly Mutant[] = [
  {
    name: 'period-end-included',
    row: 28,
    does: 'the end of a period belongs to it',
    edits: inFile(FIELDS, ["test('lt', time, bound(period.to))", "test('lte', time, bound(period.to))"]),
  },
  {
    name: 'period-start-excluded',
    row: 28,
    does: 'the start of a period does not belong to it',
    edits: inFile(FIELDS, ["test('gte', time, bound(period.from))", "test('gt', time, bound(period.from))"]),
  },
  {
    name: 'rows-without-a-time-in-every-period',
    row: 28,
    does: 'a period keeps rows without a time',
    edits: inFile(
      FIELDS,
      [
        '    return allOf([\n      period.from === null',
        '    const inside = allOf([\n      period.from === null',
      ],
      [
        "      period.to === null ? null : test('lt', time, bound(period.to)),\n    ]);",
        "      period.to === null ? null : test('lt', time, bound(period.to)),\n    ]);\n    return inside && anyOf([inside, test('is_null', time)]);",
      ],
    ),
  },
  {
    name: 'zone-ignored-in-buckets',
    row: 24,
    does: 'days and coarser buckets are those of UTC',
    edits: inFile(LOWER, [
      "if (!isFinerThanDay(grain)) return startOf('bucket', wallTime(e, context), DATE, grain, context);",
      "if (!isFinerThanDay(grain)) return startOf('bucket', wallTime(e, { ...context, zone: 'UTC' }), DATE, grain, context);",
    ]),
  },
  {
    name: 'zone-ignored-in-periods',
    row: 24,
    does: 'the ends of a period are midnights of UTC',
    edits: inFile(FIELDS, [
      'lit(momentFor(text, time.type, context), time.type);',
      "lit(momentFor(text, time.type, { ...context, zone: 'UTC' }), time.type);",
    ]),
  },
  {
    name: 'hours-of-the-long-day-meet',
    row: 24,
    does: 'the hour that comes twice when clocks are set back is one bucket',
    edits: inFile(
      TIMES,
      [
        'return sql`(${instant!} - (${local} - ${truncate(grain, local)}))`;',
        'return sql`timezone(${zoneName(name)}, ${truncate(grain, local)})`;',
      ],
      ['byTable(bucketByOffset, bucketInstant)', '([instant], call) => bucketInstant([instant], call)'],
    ),
  },
  {
    name: 'zone-of-the-question-ignored',
    row: 24,
    does: 'the zone of a question is ignored, that of the company stays',
    edits: inFile('src/metrics/planner/bind-query.ts', [
      'const zone = query.zone ?? company.zone;',
      'const zone = company.zone;',
    ]),
  },
  {
    name: 'week-start-ignored',
    row: 26,
    does: 'weeks begin on Monday, whatever the company says',
    edits: inFile(LOWER, [
      "const days = grain === 'week' ? WEEK_SHIFT[context.weekStart] : 0;",
      'const days = 0;',
    ]),
  },
  {
    name: 'own-time-of-a-metric-ignored',
    row: 27,
    does: 'the time of a metric is always that of its dataset',
    edits: inFile('src/metrics/definitions/metric-binding.ts', [
      'if (text === undefined) return this.around.timeOf(home);',
      'if (text === undefined || this.around.timeOf(home)) return this.around.timeOf(home);',
    ]),
  },
  {
    name: 'one-time-for-a-dataset',
    row: 27,
    does: 'leaves of one dataset are all dated by the time of the first one',
    edits: inFile(
      STEPS,
      [
        'const key = JSON.stringify([leaf.home, time, alone]);',
        'const key = JSON.stringify([leaf.home, null, alone]);',
      ],
      [
        'groups.set(key, { branch: { home: leaf.home, time, leaves }, leaves });',
        'groups.set(key, groups.get(key) ?? { branch: { home: leaf.home, time, leaves }, leaves });',
      ],
    ),
  },
  {
    name: 'month-of-thirty-days',
    row: 25,
    does: 'a month is thirty days, instead of being clamped at the end of the next one',
    edits: inFile(DUCKDB, [
      "trusted(`interval '${Number(count)} ${unit}'`)",
      "trusted(/^month/.test(unit) ? `interval '${30 * Number(count)} days'` : `interval '${Number(count)} ${unit}'`)",
    ]),
  },
  {
    name: 'days-elapse',
    row: 25,
    does: 'a day added to an instant is 24 hours, also when clocks change',
    edits: inFile(LOWER, [
      "  e.kind === 'literal' && !/(second|minute|hour)$/.test(String(e.value));",
      '  e.kind === null;',
    ]),
  },
  {
    name: 'sunday-is-day-zero',
    row: 26,
    does: 'the days of the week are numbered from Sunday = 0',
    edits: inFile(TIMES, ["call.option === 'dow' ? 'isodow' : call.option", 'call.option']),
  },
  {
    name: 'last-holds-the-running-bucket',
    row: 29,
    does: 'the last three months end now, not with the last whole month',
    edits: inFile(PERIOD, [
      'const end = running ? now.toInstant() : current;',
      'const end = now.toInstant();',
    ]),
  },
  {
    name: 'complete-ignored',
    row: 29,
    does: '`complete` leaves cut buckets in',
    edits: inFile(PERIOD, [
      'return query.complete ? completeOnly(period, by, context) : period;',
      'return period;',
    ]),
  },
  {
    name: 'now-is-that-of-the-company',
    row: 29,
    does: '`asOf` is ignored where the company fixes `now`',
    edits: inFile('src/metrics/planner/bind-query.ts', [
      'parseTemporal(query.asOf ?? company.now ?? clock)',
      'parseTemporal(company.now ?? query.asOf ?? clock)',
    ]),
  },
];
