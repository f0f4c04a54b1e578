import type { FormatOptionsWithLanguage, SqlLanguage } from 'sql-formatter';

/** SQL with line breaks, for people; the text itself where the formatter cannot read it. Loaded when first needed. */
export function formatSql(sql: string, language: SqlLanguage): string {
  const { format } = require('sql-formatter') as {
    format: (query: string, options: FormatOptionsWithLanguage) => string;
  };
  try {
    return format(sql, { language, tabWidth: 2, expressionWidth: 90 });
  } catch {
    return sql;
  }
}
