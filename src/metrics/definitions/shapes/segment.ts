import { z } from 'zod';
import { anything, text } from './values';

const SEGMENT_KEYS = {
  label: text.exactOptional(),
  description: text.exactOptional(),
  of: text,
  where: text,
  // Not read yet; see METRIC_KEYS.
  labels: anything.exactOptional(),
};

export const SEGMENT_SHAPE = z.strictObject(SEGMENT_KEYS, 'a mapping with { of: …, where: … }');
