import { Failure } from '../base/failure';
import type { Engine } from '../engines/engine';
import type { Tenet } from '../service/tenet';
import type { CommandContext, Settings } from './command';

/** Opens definitions and database for one use and closes them whatever happens. */
export async function withTenet<T>(
  { settings }: CommandContext,
  use: (tenet: Tenet) => Promise<T>,
): Promise<T> {
  const { openTenet } = require('../service/open') as typeof import('../service/open');
  const { definitions, database } = settings;
  const tenet = await withSeedHint(settings, () => openTenet({ definitions, database }));
  try {
    return await use(tenet);
  } finally {
    await tenet.close();
  }
}

/** Opens the database alone: what is done on it does not ask whether the definitions are right. */
export async function withEngine<T>(settings: Settings, use: (engine: Engine) => Promise<T>): Promise<T> {
  const { openEngine } = require('../service/composition') as typeof import('../service/composition');
  const engine = await withSeedHint(settings, () => openEngine(settings.database));
  try {
    return await use(engine);
  } finally {
    await engine.close();
  }
}

/** Who has named no database means the demo's, and may not have made it yet. */
export async function withSeedHint<T>({ databaseGiven }: Settings, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (databaseGiven || !(error instanceof Failure) || error.code !== 'ENGINE.UNAVAILABLE') throw error;
    const hint = '`tenet seed` makes the demo database; --database names another';
    throw new Failure(error.code, error.message, { family: 'engine', hint, cause: error });
  }
}
