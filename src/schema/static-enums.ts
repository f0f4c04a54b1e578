import { registerEnumType } from 'type-graphql';
import { DATE_PARTS } from '../metrics/model/date-part';

export enum NumberFormat {
  JSON = 'JSON',
  EXACT = 'EXACT',
}
export enum ColumnRole {
  METRIC = 'METRIC',
  DIMENSION = 'DIMENSION',
  TIME = 'TIME',
}
export enum OrderDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}
export enum NullsOrder {
  FIRST = 'FIRST',
  LAST = 'LAST',
}
export enum Better {
  HIGHER = 'higher',
  LOWER = 'lower',
}

/** `DAY_OF_WEEK` on the wire, `day_of_week` in a question. */
export const DatePartEnum: Readonly<Record<string, string>> = Object.fromEntries(
  DATE_PARTS.map((part) => [part.toUpperCase(), part]),
);

registerEnumType(DatePartEnum, {
  name: 'DatePart',
  description: 'A part of a date or time that repeats, as an integer; DAY_OF_WEEK counts 1 = Monday to 7.',
});
registerEnumType(NumberFormat, {
  name: 'NumberFormat',
  description: 'How integers and decimals are written.',
  valuesConfig: {
    JSON: { description: 'As JSON numbers; a notice tells when one lost digits.' },
    EXACT: { description: 'Every integer and decimal column as texts with all digits.' },
  },
});
registerEnumType(ColumnRole, { name: 'ColumnRole', description: 'What a column of an answer is.' });
registerEnumType(OrderDirection, { name: 'OrderDirection' });
registerEnumType(NullsOrder, {
  name: 'NullsOrder',
  description: 'Where rows without a value go; last unless said otherwise.',
});
registerEnumType(Better, { name: 'Better', description: 'Which way is good news.' });
