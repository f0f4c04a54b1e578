import { RESERVED_WORDS } from './shapes/names';

/** Only in a circle is one definition bound inside another so many times: each takes up to a tenth of the stack. */
export const MAX_BINDING = 4;

/** Names that stand alone: not in quotes and not beside a dot. */
const NAMES = /'(?:[^']|'')*'|"(?:[^"]|"")*"|(?<![\w.])[a-z]\w*(?![\w.])/g;

const isName = (word: string): boolean => /^[a-z]/.test(word) && !RESERVED_WORDS.has(word);

/** What may be names of other definitions in some texts, each once; a first look, since a wrong order costs nothing. */
export const namesIn = (texts: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => text?.match(NAMES) ?? []).filter(isName)),
];

/**
 * Definitions in an order in which each comes after those that it names, so that binding one never has to bind a long chain of
 * others first, and a chain of ten thousand needs no stack for it. Names that may lie in a circle are left out: where a circle
 * closes is told by binding them as they come. Linear.
 *
 * @param naming which others each definition names; one that names none may be left out, here and in the result.
 */
export function bottomUp(naming: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const walk = new Walk(naming);
  for (const name of naming.keys()) walk.from(name);
  return walk.order;
}

const NOTHING: readonly string[] = [];

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
    return { name, next: (this.named.get(name) ?? NOTHING)[Symbol.iterator]() };
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
