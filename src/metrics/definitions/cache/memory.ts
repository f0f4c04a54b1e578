/** What is kept of definitions, and whether that is news to whoever writes it down. */
export class Memory<K extends object, V> {
  private readonly kept = new WeakMap<K, V>();
  private readonly news = new WeakSet<K>();

  get(definition: K): V | undefined {
    return this.kept.get(definition);
  }

  set(definition: K, value: V): void {
    this.kept.set(definition, value);
    this.news.add(definition);
  }

  /** Puts back what was written down before. */
  restore(definition: K, value: V): void {
    this.kept.set(definition, value);
  }

  isNews(definition: K): boolean {
    return this.news.has(definition);
  }

  noNews(definition: K): void {
    this.news.delete(definition);
  }
}
