/**
 * A line in which nobody waits behind another's crowd: callers take turns, and within a caller its operations take turns. Within
 * one operation the order is that of arrival.
 */
export class FairLine<T> {
  private readonly own: T[] = [];
  /** By name; the first is the next to have its turn. */
  private readonly branches = new Map<string, FairLine<T>>();

  get isEmpty(): boolean {
    return this.own.length === 0 && this.branches.size === 0;
  }

  /** @param path who waits, from the outside in: caller, operation. */
  push(item: T, path: readonly string[]): void {
    const [name, ...inner] = path;
    if (name === undefined) {
      this.own.push(item);
      return;
    }
    const branch = this.branches.get(name) ?? new FairLine<T>();
    this.branches.set(name, branch);
    branch.push(item, inner);
  }

  shift(): T | undefined {
    const first = this.own.shift();
    if (first !== undefined) return first;
    for (const [name, branch] of this.branches) {
      const item = branch.shift();
      // Its turn is over: it goes to the end, or away.
      this.branches.delete(name);
      if (!branch.isEmpty) this.branches.set(name, branch);
      return item;
    }
    return undefined;
  }

  /** Takes out one that gives up. Linear in what waits with it. */
  remove(item: T, path: readonly string[]): void {
    const [name, ...inner] = path;
    if (name === undefined) {
      const place = this.own.indexOf(item);
      if (place >= 0) this.own.splice(place, 1);
      return;
    }
    const branch = this.branches.get(name);
    branch?.remove(item, inner);
    if (branch?.isEmpty) this.branches.delete(name);
  }
}
