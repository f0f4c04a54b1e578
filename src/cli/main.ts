import { processIo } from './io';
import { runCommandLine } from './program';

// A reader that goes away (`tenet query … | head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

void runCommandLine(process.argv.slice(2), processIo()).then((code) => {
  // No process.exit: what was written to a pipe must get there first.
  process.exitCode = code;
});
