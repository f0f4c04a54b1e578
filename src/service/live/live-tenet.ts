import { Failure } from '../../base/failure';
import type { Engine, EngineOptions, StatementReport } from '../../engines/engine';
import type { Catalog } from '../../metrics/model/catalog';
import { engineLimits, openEngine } from '../composition';
import { DefinitionReader } from '../definition-reader';
import { tenetOf } from '../open';
import type { Tenet } from '../tenet';
import { type FolderWatch, watchFolder } from '../watch/watch-folder';
import { DatabaseWatch } from './database-watch';
import { readAgain } from './read-again';

export interface LiveOptions {
  /** The folder of definitions. */
  readonly definitions: string;
  /** The address of the database. */
  readonly database: string;
}

/** What happened to what is served. */
export type LiveEvent =
  | { readonly kind: 'definitions'; readonly tenet: Tenet; readonly ms: number }
  | { readonly kind: 'database'; readonly tenet: Tenet }
  /** The change is not taken over: all that is served stays as it is. */
  | { readonly kind: 'refused'; readonly change: 'definitions' | 'database'; readonly failure: Failure };

export interface Follower {
  /** Takes over another Tenet; resolves when nobody asks the one before any more. */
  swap(next: Tenet): Promise<void>;
  happened(event: LiveEvent): void;
  /** Told of each statement that the database has ended. */
  statement?(report: StatementReport): void;
}

/**
 * Two saves that belong together may be 300 ms apart; a change is live within a second all the same.
 */
const SETTLING = { settleMs: 350, maxWaitMs: 700 } as const;

/** Who is told of what happens; nobody before `follow`. */
interface Told {
  follower: Follower | null;
}

/** A Tenet that follows its definitions and its database file while it is asked. */
export class LiveTenet {
  private isClosed = false;
  private following: Promise<unknown> = Promise.resolve();
  /** One change after the other. */
  private changing: Promise<void> = Promise.resolve();
  private readonly engines = new Set<Engine>();
  private readonly stopped: Promise<false>;
  private stop = (): void => undefined;

  private constructor(
    private readonly options: LiveOptions,
    private readonly folder: FolderWatch,
    private readonly file: DatabaseWatch,
    private readonly reader: DefinitionReader,
    private readonly told: Told,
    private served: Tenet,
  ) {
    this.engines.add(served.engine);
    this.stopped = new Promise((resolve) => {
      this.stop = () => resolve(false);
    });
  }

  /**
   * Opens definitions and database. Definitions may be broken.
   * @throws Failure COMPANY.MISSING, DEFINITION.NONE, ENVIRONMENT.FILE, or one of the database.
   */
  static async open(options: LiveOptions): Promise<LiveTenet> {
    // Watching begins first, so that no change falls between reading and watching.
    const folder = await watchFolder(options.definitions, SETTLING);
    try {
      const file = new DatabaseWatch(options.database);
      const reader = new DefinitionReader();
      const told: Told = { follower: null };
      const read = await readAgain(reader, options.definitions, null);
      const engine = await openEngine(options.database, engineOptions(read.catalog, told));
      return new LiveTenet(options, folder, file, reader, told, tenetOf(read, engine));
    } catch (error) {
      folder.close();
      throw error;
    }
  }

  get tenet(): Tenet {
    return this.served;
  }

  /** Tells of each change from now on, one after the other. */
  follow(follower: Follower): void {
    this.told.follower = follower;
    this.following = Promise.all([
      this.loop(
        () => this.folder.next(),
        () => this.reload(),
      ),
      this.loop(
        () => this.file.next(),
        () => this.reopen(),
      ),
    ]);
  }

  /** Ends what is going on; waits for running statements as the engine does. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.stop();
    this.folder.close();
    this.file.close();
    await this.following;
    await this.changing;
    await Promise.all([...this.engines].map((engine) => engine.close()));
  }

  private async loop(news: () => Promise<void>, change: () => Promise<void>): Promise<void> {
    while (await Promise.race([this.stopped, news().then(() => true)])) {
      this.changing = this.changing.then(change);
      await this.changing;
    }
  }

  private async reload(): Promise<void> {
    const began = performance.now();
    await this.attempt('definitions', async () => {
      const { engine, catalog } = this.served;
      const next = tenetOf(await readAgain(this.reader, this.options.definitions, catalog), engine);
      void this.adopt(next);
      const ms = Math.round(performance.now() - began);
      this.told.follower?.happened({ kind: 'definitions', tenet: next, ms });
      if (!sameEngineLimits(catalog, next.catalog)) await this.reopen();
    });
  }

  /** The database before goes on for those who still ask it. */
  private async reopen(): Promise<void> {
    await this.attempt('database', async () => {
      const { engine: before, catalog, diagnostics } = this.served;
      const engine = await openEngine(this.options.database, engineOptions(catalog, this.told));
      this.engines.add(engine);
      const unused = this.adopt(tenetOf({ catalog, diagnostics }, engine));
      this.told.follower?.happened({ kind: 'database', tenet: this.served });
      void unused.then(async () => {
        await before.close();
        this.engines.delete(before);
      });
    });
  }

  private adopt(next: Tenet): Promise<void> {
    const unused = this.told.follower?.swap(next) ?? Promise.resolve();
    this.served = next;
    return unused;
  }

  private async attempt(change: 'definitions' | 'database', work: () => Promise<void>): Promise<void> {
    if (this.isClosed) return;
    try {
      await work();
    } catch (error) {
      this.told.follower?.happened({ kind: 'refused', change, failure: failureOf(error) });
    }
  }
}

const engineOptions = ({ company }: Catalog, told: Told): EngineOptions => ({
  ...engineLimits(company.limits),
  onStatement: (report) => told.follower?.statement?.(report),
});

const sameEngineLimits = (one: Catalog, other: Catalog): boolean =>
  JSON.stringify(engineLimits(one.company.limits)) === JSON.stringify(engineLimits(other.company.limits));

const failureOf = (cause: unknown): Failure =>
  cause instanceof Failure
    ? cause
    : new Failure('INTERNAL.ERROR', 'The change could not be taken over.', { family: 'internal', cause });
