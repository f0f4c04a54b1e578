/**
 * What `docs/semantics.md` decides, as switches: true = as decided. A flipped switch answers as the other engineer would have,
 * which is how the coverage test counts the random questions that would notice.
 */
export interface Decision {
  /** Row of docs/semantics.md, or the guarantee of the design for what has no row. */
  readonly row: number | 'home' | 'stitch' | 'paths';
  /** What happens when it is decided the other way. */
  readonly otherwise: string;
}

const decided = (row: Decision['row'], otherwise: string): Decision => ({ row, otherwise });

export const DECISIONS = {
  havingBeforeLimit: decided(1, 'the limit is taken before `having`'),
  emptyBeforeArithmetic: decided(1, '`empty` replaces the finished value, not each aggregate'),
  derivedWherePushed: decided(2, 'the `where` of a metric made of metrics is ignored'),
  filtersReachEveryFact: decided(3, 'the conditions of the question hold for the first fact only'),
  onlyForNarrows: decided(3, '`onlyFor` is ignored'),
  unreachableFilterRefused: decided(3, 'a condition that a metric cannot reach is ignored for it'),
  inNullMatchesNull: decided(4, '`in: [null]` matches nothing'),
  eqNullMatchesNull: decided(4, '`eq: null` and `ne: null` are comparisons with NULL'),
  negativeTestsKeepNull: decided(4, '`ne` and `notIn` drop NULL'),
  emptyInMatchesNothing: decided(4, '`in: []` is no condition'),
  notIsTwoValued: decided(4, '`not` over a test of a NULL is not true'),
  formulasThreeValued: decided(4, 'a comparison with NULL in a formula is false, so its `not` is true'),
  questionFormulasThreeValued: decided(
    4,
    'a formula of the question that is NULL counts as false, so its `not` is true',
  ),
  timeConditionOnOwnTime: decided(5, 'a condition on `time` reads the default time of the dataset'),
  segmentsBlindToFilters: decided(
    6,
    'members of a segment are chosen by the rows that the question asks about',
  ),
  segmentsBlindToPeriod: decided(6, 'members of a segment are chosen by the rows of the period'),
  segmentsLeaveOrphansOut: decided(6, 'rows without an entity pass every segment'),
  unknownIsNoMember: decided(6, 'an entity of which the condition is NULL is a member'),
  allSegmentsAtOnce: decided(6, 'a row counts when it is in one of the segments'),
  unreachableSegmentRefused: decided(6, 'a segment that a metric cannot reach is ignored for it'),
  asOfIsNow: decided(6, '`asOf` is ignored'),
  perSeesAllRows: decided(7, '`per` sees only the rows that the question asks about'),
  perOfNoRowsIsEmpty: decided(7, '`per` is NULL for an entity without rows'),
  perWithoutEntityIsNull: decided(7, '`per` of a row without an entity is the metric over no rows'),
  nullGroupKept: decided(9, 'rows in the NULL group are dropped'),
  orphansKept: decided(9, 'joins are inner joins'),
  outsideTheJoinIsNull: decided(
    9,
    'the formula of a dimension is evaluated on the NULLs of an unmatched join',
  ),
  booleanNullApart: decided(10, 'a NULL boolean counts as false'),
  falseBeforeTrue: decided(10, 'true sorts before false'),
  oneRowWithoutBy: decided(11, 'without `by` and without rows there is no row'),
  allNullIsEmpty: decided(11, 'the sum of nothing but NULLs is 0'),
  emptyDefaultOfCounts: decided(11, 'a count over no rows is NULL'),
  zeroDivisorIsNull: decided(12, 'division by zero gives 0'),
  nullArithmetic: decided(12, 'NULL counts as 0 in arithmetic'),
  trueDivision: decided(13, 'integers divide to integers'),
  divTruncates: decided(13, '`div` and `mod` round down'),
  exactNumbers: decided(14, 'sums, products and differences are doubles'),
  averageOfRowsWithValue: decided(15, 'avg divides by all rows, also those without a value'),
  divisionIsDouble: decided(15, 'quotients of decimals are rounded to cents'),
  roundHalfAway: decided(16, 'round goes half to even'),
  spreadOfSample: decided(17, 'stddev and variance divide by the number of values'),
  spreadOfOneIsNull: decided(17, 'stddev and variance of one value are 0'),
  percentileInterpolates: decided(18, 'percentiles pick a value that occurs'),
  distinctSkipsNull: decided(19, 'count(distinct) counts NULL as a value'),
  discretePicks: decided(18, 'a discrete percentile interpolates'),
  sketchIsSketch: decided(19, 'approx_count_distinct counts exactly'),
  codePointOrder: decided(20, 'strings sort without regard to case'),
  stringsByteWise: decided(20, 'strings group and compare without regard to case'),
  emptyStringIsNotNull: decided(20, "'' is NULL"),
  notFiniteIsNull: decided(21, 'NaN and infinities count as 0'),
  nullsLast: decided(22, 'NULLs sort first'),
  tiesAscending: decided(22, 'ties are broken descending'),
  orderAsAsked: decided(22, 'without `order` rows come by the last `by` first'),
  finerGrainRefused: decided(23, 'a grain finer than the column is one NULL bucket'),
  companyZone: decided(24, 'days are UTC days'),
  hoursAreInstants: decided(24, 'the two 01:00 of the long day are one bucket'),
  columnZone: decided(24, 'the zone of a column is ignored'),
  questionZone: decided(24, 'the zone of the question is ignored'),
  zoneOverWallsRefused: decided(24, 'a zone of the question is ignored where wall times name none'),
  laterOfTwo: decided(24, 'of two equal local times the earlier is meant'),
  gapByOffsetBefore: decided(24, 'a skipped local time counts by the offset after the gap'),
  monthEndClamped: decided(25, '31 January + 1 month runs over into March'),
  daysAreLocal: decided(25, 'a day is 24 hours'),
  weekStartAsSet: decided(26, 'weeks start one day earlier'),
  weekNumberIsIso: decided(26, 'week 1 begins on 1 January'),
  mondayIsFirst: decided(26, 'the day of the week counts from Sunday'),
  ownTimeOfMetric: decided(27, 'the time of a metric is always that of its dataset'),
  timelessRefused: decided(27, 'period and time are ignored for a metric without time'),
  dayIsWhole: decided(28, 'a date as a bound or value is its midnight'),
  periodEndOpen: decided(28, 'the end of the period belongs to it'),
  periodStartClosed: decided(28, 'the start of the period does not belong to it'),
  nullTimeKeptWithoutPeriod: decided(28, 'rows without a time are dropped from `by: time`'),
  nullTimeDroppedByPeriod: decided(28, 'rows without a time are in every period'),
  tuplesNeedPeriodColumn: decided(28, 'without metrics a period without a column is ignored'),
  periodExact: decided(29, 'the period is widened to whole buckets'),
  completeDropsCut: decided(29, '`complete` drops the running bucket, but not those that the period cuts'),
  completeDropsRunning: decided(29, '`complete` keeps the running bucket'),
  completeByCoarsest: decided(29, '`complete` looks at the finest grain asked'),
  lastIsComplete: decided(29, 'the last buckets include the running one'),
  runningIsIncluded: decided(29, '`running: true` is ignored'),
  noInventedRows: decided(35, 'missing buckets are filled in'),
  totalsRecomputed: decided(38, 'totals are summed from the rows'),
  totalsIgnoreLimit: decided(38, 'totals cover the shown rows only'),
  totalsIgnoreHaving: decided(38, 'totals cover only the rows that `having` keeps'),
  havingDropsNull: decided(39, '`having` keeps a row whose metric is NULL'),
  havingThreeValued: decided(39, 'a test of a NULL metric is false, so its `not` keeps the row'),
  tuplesDistinct: decided(45, 'without metrics repeats are kept'),
  repeatsKeptIfAsked: decided(45, '`distinct: false` is ignored'),
  coarsestDataset: decided(45, 'tuples come from the finest dataset that reaches all'),
  severalDatasetsRefused: decided(45, 'of several datasets the first gives the tuples'),
  severalPathsRefused: decided('paths', 'of several chains of joins the first is taken'),
  viaChooses: decided('paths', '`via` is ignored'),
  homeGrain: decided('home', 'an aggregate is computed over the rows of the finest fact of the question'),
  everyGroupKept: decided('stitch', 'only groups of the first metric appear'),
  groupsNeedRows: decided(
    'stitch',
    'a group appears also where no row meets the conditions of the metric itself',
  ),
  nullGroupsStitched: decided('stitch', 'NULL groups of two facts do not meet'),
} as const satisfies Record<string, Decision>;

export type DecisionName = keyof typeof DECISIONS;
export type Decisions = Readonly<Record<DecisionName, boolean>>;

export const DECISION_NAMES = Object.keys(DECISIONS) as readonly DecisionName[];

/** Everything as `docs/semantics.md` says. */
export const AS_DECIDED = Object.freeze(
  Object.fromEntries(DECISION_NAMES.map((name) => [name, true])),
) as Decisions;

/** Everything as decided but one. */
export const flipped = (name: DecisionName): Decisions => Object.freeze({ ...AS_DECIDED, [name]: false });
