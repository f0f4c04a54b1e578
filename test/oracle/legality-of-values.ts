import { type Grain, isShort, parseDay, parseInstant, parseWall } from './civil';
import type { Decisions } from './decisions';
import { parseRational } from './rational';
import type { StaticType } from './static-type';
import type { QuestionPart, Scalar, Test, World } from './world';

/** Codes of which any is a right answer to one fault. */
export type Fault = readonly string[];

interface Deciding {
  readonly world: World;
  readonly decisions: Decisions;
}

const isTemporal = (type: StaticType): boolean =>
  type.kind === 'date' || type.kind === 'timestamp' || type.kind === 'instant';

export function faultsOfGrain(
  { decisions }: Deciding,
  type: StaticType,
  grain: Grain | undefined,
): readonly Fault[] {
  if (grain === undefined) return [];
  if (!isTemporal(type)) return [['GRAIN.TOO_FINE', 'TYPE.MISMATCH', 'QUERY.INVALID']];
  return type.kind === 'date' && isShort(grain) && decisions.finerGrainRefused ? [['GRAIN.TOO_FINE']] : [];
}

export function faultsOfPart(
  { world, decisions }: Deciding,
  type: StaticType,
  part: QuestionPart,
): readonly Fault[] {
  const faults: Fault[] = [];
  const isFine = part === 'hour_of_day' || part === 'minute_of_hour';
  if (!isTemporal(type)) faults.push(['GRAIN.TOO_FINE', 'TYPE.MISMATCH', 'QUERY.INVALID']);
  if (type.kind === 'date' && isFine && decisions.finerGrainRefused) faults.push(['GRAIN.TOO_FINE']);
  if (part === 'week_of_year' && world.weekStart !== 'monday' && decisions.weekNumberIsIso)
    faults.push(['GRAIN.WEEK_NUMBER']);
  return faults;
}

export function faultsOfValues(type: StaticType, test: Test): readonly Fault[] {
  const ordered = [test.lt, test.lte, test.gt, test.gte, ...(test.between ?? [])];
  const scalars = [test.eq, test.ne, ...ordered, ...(test.in ?? []), ...(test.notIn ?? [])];
  const isBad =
    type.kind !== 'null' &&
    scalars.some((scalar) => scalar !== undefined && scalar !== null && !fits(type, scalar));
  return isBad || ordered.includes(null) ? [['TYPE.BAD_LITERAL', 'TYPE.MISMATCH']] : [];
}

/** Can a JSON value be read as the type that it is compared with? */
function fits(type: StaticType, scalar: NonNullable<Scalar>): boolean {
  const text = String(scalar);
  switch (type.kind) {
    case 'boolean':
      return typeof scalar === 'boolean';
    case 'string':
      return typeof scalar === 'string';
    case 'integer':
    case 'decimal':
    case 'double':
      return typeof scalar !== 'boolean' && parseRational(text) !== null;
    case 'date':
    case 'timestamp':
    case 'instant':
      return [parseDay, parseWall, parseInstant].some((read) => read(text) !== null);
    case 'null':
      return true;
  }
}
