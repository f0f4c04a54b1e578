import type { FormatOptionsWithLanguage, SqlLanguage } from 'sql-formatter';

/** Longer statements nobody reads, and the formatter takes seconds for them. */
const MAX_LENGTH = 100_000;

/** SQL with line breaks, for people; the text itself where the formatter cannot read it. Loaded when first needed. */
export function formatSql(sql: string, language: SqlLanguage): string {
  if (sql.length > MAX_LENGTH) return sql;
  const { format } = require('sql-formatter') as {
    format: (query: string, options: FormatOptionsWithLanguage) => string;
  };
  try {
    return format(sql, { language, tabWidth: 2, expressionWidth: 90 });
  } catch {
    return sql;
  }
}
