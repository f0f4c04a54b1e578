import type { Tenet } from '../service/tenet';

/** Gives something back; calling it again does nothing. */
export type Release = () => void;

/** Which Tenet serves now, and which earlier ones still answer somebody. */
export class ServingTenet {
  private readonly users = new Map<Tenet, number>();
  private readonly retired = new Map<Tenet, () => void>();

  constructor(private tenet: Tenet) {}

  get current(): Tenet {
    return this.tenet;
  }

  /** Whoever holds a Tenet can ask it until the release, whatever serves by then. */
  hold(tenet: Tenet = this.tenet): Release {
    this.users.set(tenet, (this.users.get(tenet) ?? 0) + 1);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.leave(tenet);
    };
  }

  /** Requests that begin from now on get `next`. Resolves when nobody holds the one before. */
  replace(next: Tenet): Promise<void> {
    const before = this.tenet;
    this.tenet = next;
    if (before === next || !this.users.has(before)) return Promise.resolve();
    return new Promise((resolve) => this.retired.set(before, resolve));
  }

  private leave(tenet: Tenet): void {
    const others = (this.users.get(tenet) ?? 1) - 1;
    if (others > 0) {
      this.users.set(tenet, others);
      return;
    }
    this.users.delete(tenet);
    this.retired.get(tenet)?.();
    this.retired.delete(tenet);
  }
}
