import { registerEnumType } from 'type-graphql';

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
export enum SourceKind {
  TABLE = 'table',
  QUERY = 'query',
}

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
registerEnumType(SourceKind, { name: 'SourceKind', description: 'What a dataset is made of.' });
registerEnumType(Better, { name: 'Better', description: 'Which way is good news.' });
