// table: every code, one entry each
/**
 * Every code that Tenet can answer with: one cause each. The error reference is generated from this table.
 * `NAMESPACE.REASON`; a code is never re-used for another cause.
 */
export interface CodeEntry {
  /** What happened, in one sentence. */
  readonly cause: string;
  /** What to do about it, in one sentence. */
  readonly remedy: string;
}

const entry = (cause: string, remedy: string): CodeEntry => ({ cause, remedy });

export const CODES = {
  // Files and shapes
  'FILE.UNREADABLE': entry(
    'A definitions file could not be read.',
    'Check that the file exists and may be read.',
  ),
  'FILE.UNEXPECTED': entry(
    'A file lies where Tenet does not look for definitions.',
    'Move it into a team folder: definitions/<team>/<name>.yaml.',
  ),
  'FILE.TOO_LARGE': entry(
    'A definitions file is larger than 1 MB.',
    'Split it into several files of the same team folder.',
  ),
  'YAML.SYNTAX': entry(
    'The file is not valid YAML 1.2.',
    'Mend the line that is named; quoting a text with a colon often does it.',
  ),
  'YAML.DUPLICATE_KEY': entry('A key stands twice in one mapping.', 'Keep one of them.'),
  'YAML.ALIAS': entry(
    'The file uses a YAML anchor, alias, merge key or tag.',
    'Write the value out; definitions are read without indirection.',
  ),
  'YAML.DOCUMENTS': entry(
    'The file holds more than one YAML document.',
    'Remove the line `---` between them, or make one file of each.',
  ),
  'YAML.TOO_DEEP': entry(
    'The file nests deeper than any definition can.',
    'Flatten it; a missing closing bracket often does this.',
  ),
  'SHAPE.UNKNOWN_KEY': entry('A key is not known here.', 'Take one of the keys named in the hint.'),
  'SHAPE.MISSING_KEY': entry('A required key is missing.', 'Add it.'),
  'SHAPE.WRONG_TYPE': entry('A value has the wrong shape.', 'Write it in the form that the message names.'),
  'SHAPE.TEXT': entry(
    'A text holds a character that cannot be allowed.',
    'Remove the NUL or control character.',
  ),
  'NAME.INVALID': entry(
    'A name is not snake_case or is reserved.',
    'Use lower-case letters, digits and single underscores, starting with a letter.',
  ),
  'NAME.DUPLICATE': entry(
    'Two definitions of one kind have the same name.',
    'Rename one; names are unique in the company.',
  ),
  'COMPANY.MISSING': entry('There is no definitions/company.yaml.', 'Create it with at least `zone:`.'),
  'COMPANY.INVALID': entry(
    'A company or team setting is not valid.',
    'Write one of the values that the message names.',
  ),
  // Formulas
  'FORMULA.SYNTAX': entry('A formula cannot be parsed.', 'Mend the place under the caret.'),
  'FORMULA.NOT_ALLOWED': entry(
    'A formula uses SQL that the formula language does not have.',
    'Use the listed operators and functions only.',
  ),
  'FORMULA.UNKNOWN_FUNCTION': entry(
    'A formula calls a function that does not exist.',
    'Take one from the list of functions.',
  ),
  'FORMULA.ARGUMENTS': entry(
    'A function has the wrong number or kind of arguments.',
    'Follow the signature in the hint.',
  ),
  'FORMULA.TOO_LARGE': entry(
    'A formula is too long or too deeply nested.',
    'Split it into several metrics or dimensions.',
  ),
  'FORMULA.NO_AGGREGATE': entry(
    'A metric has no aggregate: a column stands outside of sum, count and so on.',
    'Say how the rows become one number, for example sum(…).',
  ),
  'FORMULA.NESTED_AGGREGATE': entry(
    'An aggregate stands inside another aggregate, a condition or a dimension.',
    'Aggregate once; use a metric of its own for the other.',
  ),
  'FORMULA.AMBIGUOUS_HOME': entry(
    'The datasets named in an aggregate have no single finest one.',
    'Aggregate each dataset in an aggregate of its own.',
  ),
  'FORMULA.NOT_LOCAL': entry(
    'A dimension names a column of another dataset.',
    'Define the dimension in that dataset; questions reach it through the join.',
  ),
  'TYPE.MISMATCH': entry(
    'An operator or function does not accept values of these types.',
    'Convert one side, or compare like with like.',
  ),
  'TYPE.DECIMAL_SCALE': entry(
    'A product of decimals has more than 18 decimal places.',
    'Round one factor first: round(x, 4) * y.',
  ),
  'TYPE.BAD_LITERAL': entry(
    'A value cannot be read as the type it is compared with.',
    'Write it in the form of that type, for example 2024-01-31.',
  ),
  'TYPE.DECIMAL_FLOAT': entry(
    'An exact decimal is mixed with a double, so the result is inexact.',
    'Declare both as decimal if the number is money.',
  ),
  // References
  'REFERENCE.UNKNOWN_DATASET': entry(
    'No dataset or role has this name.',
    'Take the near match, or define the dataset.',
  ),
  'REFERENCE.UNKNOWN_COLUMN': entry(
    'The dataset has no such column or dimension.',
    'Take the near match, or declare the column.',
  ),
  'REFERENCE.UNKNOWN_TEAM': entry('No team has this name.', 'Take the near match, or list the teams.'),
  'REFERENCE.UNKNOWN_METRIC': entry('No metric has this name.', 'Take the near match, or define the metric.'),
  'REFERENCE.UNKNOWN_SEGMENT': entry(
    'No segment has this name.',
    'Take the near match, or define the segment.',
  ),
  'REFERENCE.UNKNOWN_SAVED_QUERY': entry(
    'No saved query has this name.',
    'Take the near match, or write the saved query.',
  ),
  'REFERENCE.UNKNOWN_DIMENSION': entry(
    'No dimension has this name.',
    'Take the near match, or declare the dimension.',
  ),
  'REFERENCE.CYCLE': entry(
    'Definitions refer to each other in a circle.',
    'Break the circle at one of the named places.',
  ),
  'REFERENCE.BROKEN': entry(
    'A definition refers to one that is itself broken.',
    'Mend the named definition first.',
  ),
  // Datasets
  'QUERY_TEXT.NOT_ALLOWED': entry(
    'The `query:` of a dataset is more than one plain SELECT.',
    'Write one SELECT over tables, with functions from the list.',
  ),
  'DATASET.NOT_PORTABLE': entry(
    'A dataset is a `query:` in the SQL of one database.',
    'Create a view in the database and name it under `table:`, if you want to change engines one day.',
  ),
  'DATASET.NO_KEY': entry(
    'A join goes to a dataset without a key.',
    'Declare the key of the target dataset.',
  ),
  'JOIN.KEY_MISMATCH': entry(
    'A join does not name one column per key column, or their types differ.',
    'List the columns in the order of the target key, with equal types.',
  ),
  'JOIN.ROLE_CONFLICT': entry(
    'One role name leads to two different datasets.',
    'Give one of the joins another name.',
  ),
  'JOIN.UNUSED': entry(
    'A join leads to a dataset that no formula uses and that has no dimensions.',
    'Give the target dimensions, or leave the join out.',
  ),
  'PATH.AMBIGUOUS': entry(
    'More than one chain of joins leads to the dataset.',
    'Spell the chain out, or declare `via:` in the dataset.',
  ),
  'PATH.UNREACHABLE': entry(
    'No chain of many-to-one joins leads to the dataset.',
    'Declare the join, or use a dimension that can be reached.',
  ),
  'TIME.INVALID': entry(
    'The time of a dataset or metric is not a date or timestamp column.',
    'Name a column of type date, timestamp or timestamptz.',
  ),
  'TIME.DERIVED': entry(
    'A metric made of other metrics has a key that only a base metric can have.',
    'Set it on the metrics it is made of.',
  ),
  'TIME.MIXED': entry(
    'The parts of one metric are dated by different time columns of one dataset.',
    'Use the same time, or say `mixed_time: because …`.',
  ),
  // Questions
  'QUERY.INVALID': entry('The question is not well formed.', 'Follow the shape that the message names.'),
  'QUERY.UNKNOWN_KEY': entry(
    'The question has a key that does not exist.',
    'Take one of the keys named in the hint.',
  ),
  'QUERY.DUPLICATE': entry('The question asks for the same output name twice.', 'Rename one with `as`.'),
  'QUERY.EMPTY': entry('The question asks for no metric.', 'Name at least one metric.'),
  'QUERY.LIMIT': entry(
    'The question is larger than the limits allow.',
    'Ask for less, or have the limit raised in company.yaml.',
  ),
  'DEFINITION.BROKEN': entry('The definition asked for is broken.', 'Mend the file that the message names.'),
  'DEFINITION.NONE': entry(
    'No definition is sound, so there is nothing to serve.',
    'Mend what `tenet check` shows.',
  ),
  'GRAIN.TOO_COARSE': entry(
    'The dimension is finer than the metric: it lies on the many side.',
    'Ask a metric of the finer dataset.',
  ),
  'GRAIN.TOO_FINE': entry('The grain is finer than the column, or not a grain.', 'Ask for a coarser grain.'),
  'GRAIN.WEEK_NUMBER': entry(
    'A week number is asked for, but the weeks of the company do not begin on Monday.',
    'Split by the grain week instead.',
  ),
  'GRAIN.MISSING': entry('`time` is asked for without a grain.', 'Say which: day, week, month, …'),
  'DIMENSION.UNREACHABLE': entry(
    'A metric of the question cannot be split by the dimension.',
    'Take one of the dimensions that all the metrics share.',
  ),
  'FILTER.UNREACHABLE': entry(
    'A metric of the question cannot be filtered by the dimension.',
    'Ask for that metric in a question of its own.',
  ),
  'TIME.NONE': entry(
    'A metric of the question has no time, so it has no period and no `time`.',
    'Ask for it without time, or declare the time of its dataset.',
  ),
  'TIME.ZONE': entry(
    'A query zone is asked for over a timestamp without a zone.',
    'Declare `zone:` on the column, or leave the query zone out.',
  ),
  'AGGREGATE.UNSAFE': entry(
    'The result could only be had by aggregating finished values.',
    'Ask for the metric at the grain where it is defined.',
  ),
  // Engines
  'ENGINE.FAILED': entry(
    'The database refused the question.',
    'The message of the database says why; `tenet check --data` finds most causes.',
  ),
  'ENGINE.OVERFLOW': entry('A number left the range of its type.', 'Declare a wider type, or round.'),
  'ENGINE.DEADLINE': entry(
    'The question took longer than its deadline.',
    'Ask for a shorter period or fewer splits.',
  ),
  'ENGINE.UNAVAILABLE': entry(
    'The database cannot be reached or opened.',
    'Check the --database address and that the file exists.',
  ),
  'ENGINE.BUSY': entry(
    'More questions wait for the database than are let in.',
    'Ask again after the seconds that the header `retry-after` names.',
  ),
  'ENGINE.CANCELLED': entry('The question was cancelled.', 'Ask again.'),
  // Data
  'DATA.TABLE_MISSING': entry(
    'A declared table does not exist in the database.',
    'Correct `table:`, or load the table.',
  ),
  'DATA.COLUMN_MISSING': entry(
    'A declared column does not exist in the table.',
    'Correct `columns:`; `tenet columns DATASET` shows what is there.',
  ),
  'DATA.COLUMN_TYPE': entry(
    'A declared type differs from the type in the database.',
    'Correct `columns:`; `tenet columns DATASET` shows what is there.',
  ),
  'DATA.KEY_NULL': entry('A key column holds NULL.', 'Repair the data, or declare another key.'),
  'DATA.KEY_DUPLICATE': entry('The declared key is not unique.', 'Repair the data, or declare the full key.'),
  'DATA.ORPHANS': entry(
    'Rows point to a key that does not exist in the joined dataset.',
    'They are counted in the NULL group; repair the data if that is wrong.',
  ),
  'DATA.NOT_FINITE': entry(
    'A double column holds NaN or infinity, which are read as NULL.',
    'Repair the data if that is wrong.',
  ),
  // Worked examples
  'EXAMPLE.WRONG_ANSWER': entry(
    'A worked example says another answer than its metric gives.',
    'Correct the example, or the definition: one of the two is wrong.',
  ),
  'EXAMPLE.INVALID': entry(
    'A worked example is not well formed.',
    'Give rows as dataset: [{ column: value }], and the answer that they lead to.',
  ),
  'EXAMPLE.UNPROVED_CLAUSE': entry(
    'A clause of a metric could be left out and all of its worked examples would still be right.',
    'Add a row to an example that the clause decides about.',
  ),
  // Requests over HTTP
  'REQUEST.SYNTAX': entry('The request is not a GraphQL document.', 'Mend the place that `locations` names.'),
  'REQUEST.INVALID': entry(
    'The operation does not fit the schema.',
    'Follow the message; every editor that reads the schema completes names.',
  ),
  'REQUEST.VARIABLE': entry(
    'A variable has a value that its type does not take.',
    'Send the value in the form that the message names.',
  ),
  'REQUEST.LIMIT': entry('The operation is larger than the limits allow.', 'Split it into several requests.'),
  'REQUEST.BODY': entry(
    'The body is not a JSON object.',
    'Send {"query": "…", "variables": {…}} as application/json.',
  ),
  'REQUEST.TOO_LARGE': entry(
    'The body is larger than the limit.',
    'Send less, or split it into several requests.',
  ),
  'REQUEST.HTTP': entry(
    'The HTTP request is not one that GraphQL answers.',
    'POST JSON to /graphql with content-type: application/json.',
  ),
  'REQUEST.METHOD': entry(
    'The HTTP method is not one that this path has.',
    'POST JSON to /graphql; the other paths are read with GET.',
  ),
  'REQUEST.HOST': entry(
    'The request was sent to a name that is not a loopback address.',
    'Use the address that the server printed.',
  ),
  'REQUEST.CROSS_SITE': entry(
    'A page of another site asked through the browser of a reader.',
    'Ask from a program, or from a page that this server or a proxy before it serves.',
  ),
  'REQUEST.NOT_FOUND': entry('Nothing is served under this path.', 'GraphQL is at /graphql.'),
  // Environment
  'ENVIRONMENT.PORT': entry('The port is taken or may not be used.', 'Set PORT to a free one.'),
  'ENVIRONMENT.HOST': entry(
    'The address is not a loopback address.',
    'Use 127.0.0.1; there is no authentication yet.',
  ),
  'ENVIRONMENT.FILE': entry(
    'A file or folder cannot be read or written.',
    'Check the path and the permissions.',
  ),
  'USAGE.INVALID': entry('The command line is not well formed.', 'See `tenet help`.'),
  'INTERNAL.ERROR': entry('Tenet itself failed.', 'Report it with the request id.'),
} as const satisfies Record<string, CodeEntry>;

export type Code = keyof typeof CODES;
