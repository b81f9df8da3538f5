// Loaded into every process that is measured (NODE_OPTIONS hands it on to their children): says at the end what each used.
const { isMainThread } = require('node:worker_threads');
if (isMainThread) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage = { cpuMicroseconds: userCPUTime + systemCPUTime, peakKilobytes: maxRSS };
    require('node:fs').appendFileSync(process.env.PPOD_BENCH_USAGE, `${JSON.stringify(usage)}\n`);
  });
}
