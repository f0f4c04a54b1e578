/** What cannot be written down so that it comes back the same: a class of ours, a number that JSON has no form for. */
class NotPlain extends Error {}

type Primitive = string | number | boolean | null;

/** Keys of the objects of one make; the first says whether they are without prototype. */
type Shape = readonly [bare: boolean, ...keys: string[]];

/**
 * Plain values with every distinct part written once. `flat` holds one part after the other, its shape (or −1 and a length for a
 * list) and then its values: n ≥ 0 is the part of that number, −1 `undefined`, −2 − n the primitive of that number.
 */
interface Written {
  readonly shapes: readonly Shape[];
  readonly primitives: readonly Primitive[];
  readonly flat: readonly number[];
}

const LIST = -1;
const UNDEFINED = -1;
const FIRST_PRIMITIVE = -2;

/** Numbers things in the order of their first sight. */
class Numbering<K> {
  private readonly numbers = new Map<K, number>();

  get(key: K): number | undefined {
    return this.numbers.get(key);
  }

  add(key: K): number {
    const number = this.numbers.size;
    this.numbers.set(key, number);
    return number;
  }
}

class Writer implements Written {
  readonly shapes: Shape[] = [];
  readonly primitives: Primitive[] = [];
  readonly flat: number[] = [];
  private readonly parts = new Numbering<string>();
  private readonly shapesKnown = new Numbering<string>();
  private readonly primitivesKnown = new Numbering<unknown>();
  private readonly seen = new Map<object, number>();

  value(value: unknown): number {
    if (value === undefined) return UNDEFINED;
    if (typeof value !== 'object' || value === null) return FIRST_PRIMITIVE - this.primitive(value);
    const before = this.seen.get(value);
    if (before !== undefined) return before;
    const number = Array.isArray(value) ? this.list(value) : this.shaped(value);
    this.seen.set(value, number);
    return number;
  }

  private list(values: readonly unknown[]): number {
    const numbers = values.map((value) => this.value(value));
    return this.part(`[${numbers.join()}`, LIST, [numbers.length, ...numbers]);
  }

  private shaped(value: object): number {
    const shape = this.shapeOf(value);
    const numbers: number[] = [];
    for (const inner of Object.values(value)) numbers.push(this.value(inner));
    return this.part(`${shape} ${numbers.join()}`, shape, numbers);
  }

  private part(key: string, shape: number, numbers: readonly number[]): number {
    const known = this.parts.get(key);
    if (known !== undefined) return known;
    this.flat.push(shape);
    for (const number of numbers) this.flat.push(number);
    return this.parts.add(key);
  }

  private shapeOf(value: object): number {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== null && prototype !== Object.prototype) throw new NotPlain();
    const keys = Object.keys(value);
    if (prototype !== null && keys.includes('__proto__')) throw new NotPlain();
    const key = `${prototype === null ? '0' : '1'}${keys.join('\n')}`;
    const known = this.shapesKnown.get(key);
    if (known === undefined) {
      this.shapes.push([prototype === null, ...keys]);
      return this.shapesKnown.add(key);
    }
    // Keys that hold line breaks themselves could be taken for others.
    const shape = this.shapes[known]!;
    if (shape.length !== keys.length + 1) throw new NotPlain();
    for (const [i, name] of keys.entries()) if (shape[i + 1] !== name) throw new NotPlain();
    return known;
  }

  private primitive(value: unknown): number {
    const known = this.primitivesKnown.get(value);
    if (known !== undefined && !Object.is(value, -0)) return known;
    const isKept =
      typeof value === 'number'
        ? Number.isFinite(value) && !Object.is(value, -0)
        : value === null || typeof value === 'string' || typeof value === 'boolean';
    if (!isKept) throw new NotPlain();
    this.primitives.push(value as Primitive);
    return this.primitivesKnown.add(value);
  }
}

/** Writes a value made of plain objects, lists and primitives; null when it holds anything else. Equal parts are written once. */
export function writePlain(value: unknown): string | null {
  const writer = new Writer();
  try {
    // A list of one, so that the value is the last part whatever it is.
    writer.value([value]);
  } catch (error) {
    if (error instanceof NotPlain || error instanceof RangeError) return null;
    throw error;
  }
  const { shapes, primitives, flat } = writer;
  return JSON.stringify({ shapes, primitives, flat } satisfies Written);
}

/** Reads what `writePlain` wrote. Parts that were equal are one object afterwards: nobody may change them. */
export function readPlain(text: string): unknown {
  const { shapes, primitives, flat } = JSON.parse(text) as Written;
  const parts: unknown[] = [];
  const valueAt = (number: number): unknown => {
    if (number >= 0) return parts[number];
    return number === UNDEFINED ? undefined : primitives[FIRST_PRIMITIVE - number];
  };
  for (let at = 0; at < flat.length; ) {
    const shape = flat[at]!;
    at += 1;
    if (shape === LIST) {
      const length = flat[at]!;
      const end = at + 1 + length;
      // In a record that nobody wrote, going back would never end.
      if (!(length >= 0)) throw new NotPlain();
      parts.push(flat.slice(at + 1, end).map(valueAt));
      at = end;
    } else {
      const [bare, ...keys] = shapes[shape]!;
      const part: Record<string, unknown> = bare ? Object.create(null) : {};
      for (const [i, key] of keys.entries()) part[key] = valueAt(flat[at + i]!);
      parts.push(part);
      at += keys.length;
    }
  }
  return (parts.at(-1) as readonly unknown[])[0];
}
