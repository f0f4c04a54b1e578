import { PLACES, type Place } from '../metrics/definitions/format/key-order';
import { COMPANY_SHAPE } from '../metrics/definitions/shapes/company';
import { DATASET_SHAPE } from '../metrics/definitions/shapes/dataset';
import { METRIC_SHAPE } from '../metrics/definitions/shapes/metric';
import { SAVED_QUERY_SHAPE } from '../metrics/definitions/shapes/saved-query';
import { SEGMENT_SHAPE } from '../metrics/definitions/shapes/segment';
import { TEAM_SHAPE } from '../metrics/definitions/shapes/team';
import { fromShape, type JsonSchema, NAME, NAME_RULE } from './json-schema/from-shape';
import { COLUMN_TYPE, KEY_RULES, KEY_WORDS, ONE_SOURCE } from './json-schema/key-words';
import type { LocalNames } from './json-schema/local-names';

export type SchemaKind = 'company' | 'team' | 'definitions';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

const TITLES: Readonly<Record<SchemaKind, string>> = {
  company: 'Settings of a company (company.yaml)',
  team: 'Settings of a team (team.yaml)',
  definitions: 'Datasets, metrics, segments and saved queries of a team',
};

const SECTIONS = ['datasets', 'metrics', 'segments', 'saved_queries'];

/**
 * JSON Schema (2020-12) of the files of a definitions' folder, for editors: of one kind, or of whichever it is when `kind` is null.
 * What it accepts may still be refused by `tenet check`, which knows names and types; what it refuses, `check` refuses too.
 *
 * @param local the names of a catalog: they are offered, and where only a dataset can stand, demanded.
 */
export function jsonSchema(kind: SchemaKind | null, local: LocalNames | null = null): JsonSchema {
  const named = (one: SchemaKind): JsonSchema => ({ title: TITLES[one], ...schemaOf(one, local) });
  if (kind !== null) return { $schema: DIALECT, ...named(kind), $defs: { name: NAME_RULE } };
  const $defs = {
    company: named('company'),
    team: named('team'),
    definitions: named('definitions'),
    name: NAME_RULE,
  };
  const to = (one: SchemaKind): JsonSchema => ({ $ref: `#/$defs/${one}` });
  return {
    $schema: DIALECT,
    title: 'A file of Tenet definitions',
    // So that a fault in a definition is told as such, and not as "no team either".
    if: { type: 'object', anyOf: SECTIONS.map((key) => ({ required: [key] })) },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: to('definitions'),
    else: { anyOf: [to('company'), to('team'), to('definitions')] },
    $defs,
  };
}

function schemaOf(kind: SchemaKind, local: LocalNames | null): JsonSchema {
  switch (kind) {
    case 'company':
      return described(fromShape(COMPANY_SHAPE), 'company', local);
    case 'team':
      return described(fromShape(TEAM_SHAPE), 'team', local);
    case 'definitions':
      return described(fileSchema(), 'file', local);
  }
}

/** A file of definitions; what is in each section is read by its own shape. */
function fileSchema(): JsonSchema {
  const section = (entry: JsonSchema): JsonSchema => ({
    type: ['object', 'null'],
    propertyNames: NAME,
    additionalProperties: entry,
  });
  return {
    type: 'object',
    properties: {
      version: { const: 1 },
      datasets: section({ ...fromShape(DATASET_SHAPE), oneOf: ONE_SOURCE }),
      metrics: section(fromShape(METRIC_SHAPE)),
      segments: section(fromShape(SEGMENT_SHAPE)),
      saved_queries: section(fromShape(SAVED_QUERY_SHAPE)),
    },
    additionalProperties: false,
  };
}

/** The schema with words, rules and names at each key; `place` is what a mapping of this schema is. */
function described(schema: JsonSchema, place: Place, local: LocalNames | null): JsonSchema {
  if (schema.anyOf) {
    // The short form of a column is its type.
    const forms = schema.anyOf.map((form) =>
      place === 'column' && form['type'] === 'string' ? COLUMN_TYPE : described(form, place, local),
    );
    return { ...schema, anyOf: forms };
  }
  const { under } = PLACES[place];
  const properties = Object.entries(schema.properties ?? {}).map(([key, value]) => [
    key,
    atKey(described(value, under(key), local), place, key, local),
  ]);
  const entries = schema.additionalProperties;
  return {
    ...schema,
    ...(schema.properties && { properties: Object.fromEntries(properties) as Record<string, JsonSchema> }),
    ...(typeof entries === 'object' && { additionalProperties: described(entries, under(''), local) }),
  };
}

function atKey(schema: JsonSchema, place: Place, key: string, local: LocalNames | null): JsonSchema {
  if (place === 'column' && key === 'type') return COLUMN_TYPE;
  const words = KEY_WORDS[place]?.[key];
  return {
    ...(words === undefined ? {} : { description: words }),
    ...schema,
    ...KEY_RULES[place]?.[key],
    ...local?.[place]?.[key],
  };
}
