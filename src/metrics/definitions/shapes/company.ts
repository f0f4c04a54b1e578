import { z } from 'zod';
import type { Company, Limits } from '../../model/catalog';
import { isTimeZone, timeZoneHint } from './time-zone';
import { type FaultParams, fault, text, version, wholeNumber } from './values';

const DEFAULT_LIMITS: Limits = {
  defaultRows: 10_000,
  maxRows: 100_000,
  maxInList: 1_000,
  deadlineMs: 30_000,
  maxDepth: 12,
  maxTokens: 2_000,
  maxAliases: 30,
  maxBodyBytes: 256 * 1024,
  maxWaiting: 200,
  memoryPercent: 60,
  maxTempBytes: 4 * 1024 ** 3,
};

const invalid = (hint: string): FaultParams => ({ code: 'COMPANY.INVALID', hint });

const ZONE = text.superRefine((zone, context) => {
  if (!isTimeZone(zone))
    fault(context, `The time zone "${zone}" does not exist.`, invalid(timeZoneHint(zone)));
});

const CURRENCY = text.superRefine((currency, context) => {
  const hint = 'write its three letters, such as GBP or EUR';
  if (!/^[A-Z]{3}$/.test(currency))
    fault(context, `The currency "${currency}" is not an ISO 4217 code.`, invalid(hint));
});

const WEEK_STARTS = ['monday', 'sunday', 'saturday'] as const;
const WEEK_START = text.superRefine((day, context) => {
  if ((WEEK_STARTS as readonly string[]).includes(day)) return;
  fault(context, `A week cannot start on "${day}".`, invalid('write monday, sunday or saturday'));
});

const INSTANT =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** The instant in UTC; null when the text is none. `Date` would turn 31 February into 2 March. */
export function parseInstant(instant: string): string | null {
  const match = INSTANT.exec(instant);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const noon = new Date(Date.UTC(year, month - 1, day, 12));
  const exists = noon.getUTCMonth() === month - 1 && noon.getUTCDate() === day;
  if (!exists || year < 100) return null;
  const utc = new Date(instant).toISOString();
  // An offset can lead into the year 10000.
  return utc.startsWith('+') ? null : utc;
}

const NOW = text.superRefine((instant, context) => {
  if (parseInstant(instant) !== null) return;
  fault(
    context,
    `"${instant}" is not an instant.`,
    invalid('write date, time and offset: 2024-06-30T12:00:00Z'),
  );
});

const LIMITS_SHAPE = z
  .strictObject(
    {
      default_rows: wholeNumber.default(DEFAULT_LIMITS.defaultRows),
      max_rows: wholeNumber.default(DEFAULT_LIMITS.maxRows),
      max_in_list: wholeNumber.default(DEFAULT_LIMITS.maxInList),
      // Node's timers turn a longer wait into none at all.
      deadline_ms: wholeNumber
        .max(2_147_483_647, 'a number of milliseconds, at most 2147483647')
        .default(DEFAULT_LIMITS.deadlineMs),
      max_depth: wholeNumber.default(DEFAULT_LIMITS.maxDepth),
      max_tokens: wholeNumber.default(DEFAULT_LIMITS.maxTokens),
      max_aliases: wholeNumber.default(DEFAULT_LIMITS.maxAliases),
      // A body is held in memory.
      max_body_bytes: wholeNumber
        .max(64 * 1024 * 1024, 'a number of bytes, at most 67108864')
        .default(DEFAULT_LIMITS.maxBodyBytes),
      max_waiting: wholeNumber.default(DEFAULT_LIMITS.maxWaiting),
      memory_percent: wholeNumber
        .max(95, 'a whole number of percent, at most 95')
        .default(DEFAULT_LIMITS.memoryPercent),
      max_temp_bytes: wholeNumber.default(DEFAULT_LIMITS.maxTempBytes),
    },
    'a mapping such as { max_rows: 100000 }',
  )
  .superRefine((limits, context) => {
    if (limits.default_rows <= limits.max_rows || limits.max_rows < 1) return;
    const message = `The default of ${limits.default_rows} rows is above the maximum of ${limits.max_rows}.`;
    fault(context, message, invalid('raise max_rows or lower default_rows'), ['default_rows']);
  });

export const COMPANY_SHAPE = z.strictObject(
  {
    version: version.exactOptional(),
    name: text.default('Company'),
    zone: ZONE,
    week_start: WEEK_START.default('monday'),
    currency: CURRENCY.exactOptional(),
    now: NOW.exactOptional(),
    limits: LIMITS_SHAPE.exactOptional(),
  },
  'a mapping with at least { zone: … }',
);

export const LIMIT_KEYS: readonly string[] = Object.keys(LIMITS_SHAPE.shape);

/** The company that the settings describe. `now` is normalised to UTC. */
export function companyOf(settings: z.infer<typeof COMPANY_SHAPE>): Company {
  const { limits } = settings;
  return {
    name: settings.name,
    zone: settings.zone,
    weekStart: WEEK_STARTS.find((day) => day === settings.week_start) ?? 'monday',
    currency: settings.currency ?? null,
    now: settings.now === undefined ? null : parseInstant(settings.now),
    limits: limits === undefined ? DEFAULT_LIMITS : limitsOf(limits),
  };
}

const limitsOf = (limits: z.infer<typeof LIMITS_SHAPE>): Limits => ({
  defaultRows: limits.default_rows,
  maxRows: limits.max_rows,
  maxInList: limits.max_in_list,
  deadlineMs: limits.deadline_ms,
  maxDepth: limits.max_depth,
  maxTokens: limits.max_tokens,
  maxAliases: limits.max_aliases,
  maxBodyBytes: limits.max_body_bytes,
  maxWaiting: limits.max_waiting,
  memoryPercent: limits.memory_percent,
  maxTempBytes: limits.max_temp_bytes,
});
