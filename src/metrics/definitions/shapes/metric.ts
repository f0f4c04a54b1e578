import { z } from 'zod';
import { anyMapping, anything, listOfMappings, scalar, text } from './values';

const METRIC_KEYS = {
  label: text.exactOptional(),
  question: text.exactOptional(),
  decision: text.exactOptional(),
  description: text.exactOptional(),
  formula: text,
  where: text.exactOptional(),
  time: text.exactOptional(),
  unit: text.exactOptional(),
  format: text.exactOptional(),
  better: z.enum(['higher', 'lower'], 'higher or lower').exactOptional(),
  empty: scalar.exactOptional(),
  mixed_time: text.exactOptional(),
  owner: text.exactOptional(),
  // What a row may hold depends on the catalog; `service/examples` checks the rest.
  examples: listOfMappings.exactOptional(),
  // Part of the language but not read yet: only their outline is checked. Give them a shape, and RawMetric a key, to read them.
  differs_from: anyMapping.exactOptional(),
  labels: anything.exactOptional(),
};

export const METRIC_SHAPE = z.strictObject(METRIC_KEYS, 'a mapping with at least { formula: … }');
