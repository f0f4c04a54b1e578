/** Only in a circle is one definition bound inside another so many times: each takes up to a tenth of the stack. */
export const MAX_BINDING = 4;

/** A definition with the texts in which it may name others. */
export interface Naming {
  readonly name: string;
  readonly texts: readonly (string | undefined)[];
}

/** Names that stand alone: not in quotes and not beside a dot. */
const NAMES = /'(?:[^']|'')*'|"(?:[^"]|"")*"|(?<![\w.])[a-z]\w*(?![\w.])/g;

/**
 * The names in an order in which each comes after those that it names, so that binding one never has to bind a long chain of
 * others first, and a chain of ten thousand needs no stack for it. Names that may lie in a circle are left out: where a circle
 * closes is told by binding them as they come. Linear; a first look at texts only, since a wrong order costs nothing.
 */
export function bottomUp(definitions: readonly Naming[]): readonly string[] {
  const known = new Set(definitions.map(({ name }) => name));
  const named = new Map(
    definitions.map(({ name, texts }) => [
      name,
      texts.flatMap((text) => text?.match(NAMES) ?? []).filter((found) => known.has(found)),
    ]),
  );
  if (![...named.values()].some((names) => names.length > 0)) return [];
  const walk = new Walk(named);
  for (const name of known) walk.from(name);
  return walk.order;
}

interface Visit {
  readonly name: string;
  readonly next: Iterator<string>;
}

/** Tarjan's search for circles, with a stack of its own. */
class Walk {
  readonly order: string[] = [];
  private readonly index = new Map<string, number>();
  /** The earliest name on the way that can be reached from here. */
  private readonly low = new Map<string, number>();
  private readonly open: string[] = [];
  private readonly isOpen = new Set<string>();

  constructor(private readonly named: ReadonlyMap<string, readonly string[]>) {}

  from(start: string): void {
    if (this.index.has(start)) return;
    const way = [this.enter(start)];
    for (let visit = way.at(-1); visit; visit = way.at(-1)) {
      const { value: next, done } = visit.next.next();
      if (done) {
        way.pop();
        this.leave(visit.name);
        const before = way.at(-1);
        if (before) this.reaches(before.name, this.low.get(visit.name)!);
      } else if (!this.index.has(next)) way.push(this.enter(next));
      else if (this.isOpen.has(next)) this.reaches(visit.name, this.index.get(next)!);
    }
  }

  private enter(name: string): Visit {
    const place = this.index.size;
    this.index.set(name, place);
    this.low.set(name, place);
    this.open.push(name);
    this.isOpen.add(name);
    return { name, next: this.named.get(name)![Symbol.iterator]() };
  }

  private reaches(name: string, place: number): void {
    this.low.set(name, Math.min(this.low.get(name)!, place));
  }

  /** All that was opened since, and can reach back to here, is one circle; alone it is none, unless it names itself. */
  private leave(name: string): void {
    if (this.low.get(name) !== this.index.get(name)) return;
    const circle = this.open.splice(this.open.lastIndexOf(name));
    for (const each of circle) this.isOpen.delete(each);
    if (circle.length === 1) this.order.push(name);
  }
}
