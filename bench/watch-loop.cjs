const fs = require('node:fs');
const { cpuMs } = require('./cpu.cjs');

const TICK_MS = 1;

/**
 * Watches how long the event loop does not turn, with a tick each millisecond. What counts of a block is the CPU that its thread took:
 * while a busy machine runs something else, nothing here blocks.
 *
 * @returns a function that stops, and tells the longest block in ms.
 */
function watchLoop() {
  let longest = 0;
  let before = threadMs();
  const look = () => {
    const now = threadMs();
    longest = Math.max(longest, now - before);
    before = now;
  };
  const timer = setInterval(look, TICK_MS);
  return () => {
    clearInterval(timer);
    look();
    return longest;
  };
}

const OF_THREAD = `/proc/self/task/${process.pid}/schedstat`;
const MOMENT_MS = 0.01;
const nobody = new Int32Array(new SharedArrayBuffer(4));

/** CPU of the thread of the event loop, in ms; where the system does not tell, that of all threads: never too little. */
const threadMs = fs.existsSync(OF_THREAD)
  ? () => {
      // The system writes it down when a thread stops, else every few milliseconds.
      Atomics.wait(nobody, 0, 0, MOMENT_MS);
      return Number(fs.readFileSync(OF_THREAD, 'utf8').split(' ')[0]) / 1e6;
    }
  : cpuMs;

module.exports = { watchLoop };
