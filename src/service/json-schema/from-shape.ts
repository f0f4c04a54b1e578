import { z } from 'zod';
import { MAX_NAME_LENGTH, RESERVED_WORDS } from '../../metrics/definitions/shapes/names';
import { anyMapping, entryOf, scalar } from '../../metrics/definitions/shapes/values';

/** A JSON Schema, or a part of one. */
export interface JsonSchema {
  [key: string]: unknown;
  properties?: { [key: string]: JsonSchema };
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
}

/** Where a schema that uses `NAME` keeps it, under `$defs`. */
export const NAME: JsonSchema = { $ref: '#/$defs/name' };

/** The name of a definition, a dimension or a join. */
export const NAME_RULE: JsonSchema = {
  type: 'string',
  pattern: '^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$',
  maxLength: MAX_NAME_LENGTH,
  not: { enum: [...RESERVED_WORDS] },
};

const TEXT: JsonSchema = { type: 'string', pattern: '\\S' };
/** Accepted by every shape that takes a text in place of its long form: a column's type is one, and so is a name. */
const SHORT_FORM = 'bigint';

/**
 * The JSON Schema of what a shape reads. Most of it comes from the shape itself; what a shape checks by a function only (one
 * word of a list, say) is not in it.
 */
export function fromShape(shape: z.ZodType): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    io: 'input',
    unrepresentable: 'any',
    // The parts of a shape are shapes; zod's own types for them are narrower.
    override: ({ zodSchema, jsonSchema }) =>
      override(zodSchema as unknown as z.ZodType, jsonSchema as JsonSchema),
  });
  return schema as JsonSchema;
}

function override(shape: z.ZodType, schema: JsonSchema): void {
  const mapping = entryOf(shape);
  const { type } = shape.def;
  if (mapping) {
    schema['type'] = 'object';
    if (mapping.names) schema['propertyNames'] = NAME;
    schema.additionalProperties = fromShape(mapping.entry);
  } else if (type === 'pipe') withShortForms(shape, schema);
  else if (type === 'string') Object.assign(schema, TEXT);
  else if (shape === anyMapping) schema['type'] = 'object';
  else if (shape === scalar) schema['type'] = ['number', 'string', 'boolean', 'null'];
  else if (schema['maximum'] === Number.MAX_SAFE_INTEGER) delete schema['maximum'];
}

/** A shape that is read into its long form first: which short forms it takes is asked of the shape. */
function withShortForms(shape: z.ZodType, schema: JsonSchema): void {
  const short: JsonSchema[] = [
    ...(shape.safeParse(SHORT_FORM).success ? [{ ...TEXT }] : []),
    ...(shape.safeParse(null).success ? [{ type: 'null' }] : []),
  ];
  if (short.length === 0) return;
  const long = { ...schema };
  for (const key of Object.keys(schema)) delete schema[key];
  schema.anyOf = [...short, long];
}
