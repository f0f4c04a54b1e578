import { z } from 'zod';
import type { Code } from '../../../base/codes';
import { isMapping } from '../yaml-value';
import { type NamedKind, nameFault } from './names';

/**
 * The words of shapes. Each schema's error text ends the sentence "… must be"; `findings.ts` makes the rest, so that
 * zod only says what is wrong and where.
 */

/** Carried by an issue that is more than a wrong type. */
export interface FaultParams {
  readonly code: Code;
  readonly hint?: string | undefined;
  /** The fault is in the key, not in the value. */
  readonly atKey?: boolean;
}

type Context = z.RefinementCtx;

/** Reports a sentence of its own, with a code and a hint. */
export function fault(
  context: Context,
  message: string,
  params: FaultParams,
  path: readonly string[] = [],
): void {
  context.addIssue({ code: 'custom', message, params, path: [...path] });
}

/** A text with something in it. */
export const text = z.string('text').refine((value) => value.trim() !== '', 'text, and not empty');

export const wholeNumber = z.int('a whole number above 0').min(1, 'a whole number above 0');

export const version = z.literal(1, 'the number 1');

/** A list of texts, also when it is written as one text. */
export const textList = z.preprocess(
  (value) => (value === undefined || Array.isArray(value) ? value : [value]),
  z.array(text, 'a text or a list of texts').min(1, 'a text or a list of texts, and not empty'),
);

/** A mapping that is accepted as it is and read by nobody yet. */
export const anyMapping = z.custom<Readonly<Record<string, unknown>>>(isMapping, 'a mapping');
export const listOfMappings = z.array(anyMapping, 'a list of mappings');
export const anything = z.unknown();

const isScalar = (value: unknown): value is string | number | boolean | null =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number';

/** A number beyond 2^53 has already lost digits when it arrives here. */
export const scalar = z
  .custom<string | number | boolean | null>(isScalar, 'a number, a text, true, false or null')
  .refine(
    (value) =>
      typeof value !== 'number' || (Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER),
    {
      error: 'a finite number of at most 15 digits (longer ones go in quotes)',
    },
  );

export interface MappingOptions {
  /** Ends the sentence "… must be". */
  readonly expected: string;
  /** The keys are names of this kind; without it they are free texts. */
  readonly names?: NamedKind;
  /** Entries that only repeat the fault of the value before them. */
  readonly skip?: (key: string, item: unknown, before: unknown) => boolean;
}

/** What each mapping was made of: whoever describes shapes cannot see it in the schema. */
const mappings = new WeakMap<z.ZodType, { readonly entry: z.ZodType; readonly names: boolean }>();

/** The shape of a mapping's entries, and whether its keys are names; undefined for everything that `mappingOf` has not made. */
export const entryOf = (
  schema: z.ZodType,
): { readonly entry: z.ZodType; readonly names: boolean } | undefined => mappings.get(schema);

/** Hands on what is wrong with an entry; an issue that is already made differs from one to be made only in its type. */
function pass(context: Context, issue: z.core.$ZodIssue, key: string): void {
  context.addIssue({ ...issue, input: undefined, path: [key, ...issue.path] } as Parameters<
    Context['addIssue']
  >[0]);
}

/** A mapping from keys to values of one shape. The result has no prototype, and every entry is checked, also after a fault. */
export function mappingOf<T>(entry: z.ZodType<T>, options: MappingOptions) {
  const mapping = z.unknown().transform((value, context): Readonly<Record<string, T>> => {
    const result: Record<string, T> = Object.create(null);
    if (!isMapping(value)) {
      context.addIssue({ code: 'invalid_type', expected: 'record', input: value, message: options.expected });
      return result;
    }
    let before: unknown;
    for (const [key, item] of Object.entries(value)) {
      const skipped = options.skip?.(key, item, before) ?? false;
      before = item;
      if (skipped) continue;
      const wrongName = options.names === undefined ? null : nameFault(key, options.names);
      if (wrongName)
        fault(context, wrongName.message, { code: 'NAME.INVALID', hint: wrongName.hint, atKey: true }, [key]);
      const parsed = entry.safeParse(item);
      if (parsed.success) result[key] = parsed.data;
      else for (const issue of parsed.error.issues) pass(context, issue, key);
    }
    return result;
  });
  mappings.set(mapping, { entry, names: options.names !== undefined });
  return mapping;
}
