// Loaded into every process that is measured (NODE_OPTIONS hands it on to their children): says at the end what each used.
const { appendFileSync, readFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');
const note = process.env.PPOD_BENCH_USAGE;
if (isMainThread) {
  // Whoever measures waits for the ends of all that began.
  appendFileSync(`${note}-begun`, '.');
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage = { cpuMicroseconds: userCPUTime + systemCPUTime, peakKilobytes: peak() ?? maxRSS };
    appendFileSync(note, `${JSON.stringify(usage)}\n`);
  });
}

/** Linux counts into `maxRSS` what the parent held at the moment of the fork; this it does not. */
function peak() {
  if (process.platform !== 'linux') return undefined;
  const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes);
}
