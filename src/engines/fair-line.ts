/**
 * A line in which nobody waits behind another's crowd: callers take turns, and within a caller its operations take turns. Every
 * second turn is that of the newest who has had none yet, so that a newcomer does not wait for all who came before. Within one
 * operation the order is that of arrival.
 */
export class FairLine<T> {
  private readonly own: T[] = [];
  /** By name, the oldest first: those who have had no turn yet, and those who have. */
  private readonly fresh = new Map<string, FairLine<T>>();
  private readonly served = new Map<string, FairLine<T>>();
  private isForNewest = false;

  get isEmpty(): boolean {
    return this.own.length === 0 && this.fresh.size === 0 && this.served.size === 0;
  }

  /** @param path who waits, from the outside in: caller, operation. */
  push(item: T, path: readonly string[]): void {
    const [name, ...inner] = path;
    if (name === undefined) {
      this.own.push(item);
      return;
    }
    const branch = this.branch(name) ?? new FairLine<T>();
    if (this.branch(name) === undefined) this.fresh.set(name, branch);
    branch.push(item, inner);
  }

  shift(): T | undefined {
    const first = this.own.shift();
    if (first !== undefined) return first;
    const [name, branch] = this.next();
    if (name === undefined || branch === undefined) return undefined;
    this.isForNewest = !this.isForNewest;
    const item = branch.shift();
    // Its turn is over: it goes to the end, or away.
    this.forget(name);
    if (!branch.isEmpty) this.served.set(name, branch);
    return item;
  }

  /** Takes out one that gives up. Linear in what waits with it. */
  remove(item: T, path: readonly string[]): void {
    const [name, ...inner] = path;
    if (name === undefined) {
      const place = this.own.indexOf(item);
      if (place >= 0) this.own.splice(place, 1);
      return;
    }
    const branch = this.branch(name);
    branch?.remove(item, inner);
    if (branch?.isEmpty) this.forget(name);
  }

  private next(): readonly [string?, FairLine<T>?] {
    const newest = this.isForNewest ? [...this.fresh].at(-1) : undefined;
    const [oldest] = this.served.size > 0 ? this.served : this.fresh;
    return newest ?? oldest ?? [];
  }

  private branch(name: string): FairLine<T> | undefined {
    return this.fresh.get(name) ?? this.served.get(name);
  }

  private forget(name: string): void {
    this.fresh.delete(name);
    this.served.delete(name);
  }
}
