// Writes one dist/ as a process of its own: node build-process.mjs WRITER ROOT OUTPUTS
// DIE_AT=n        killed just before the n-th call that changes the disk
// DIE_IN=n        killed in the middle of it, where that is a write: half of the bytes are there
// FEED=path       the feed, where it is not feed.xml
// TERM_AT=n       gets SIGTERM just before the n-th output
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';

const [, , writer, root, outputs] = process.argv;
const { DIE_AT, DIE_IN, FEED = 'feed.xml', TERM_AT } = process.env;
let calls = 0;

function watch(owner, name) {
  const original = owner[name];
  owner[name] = (...args) => {
    calls += 1;
    if (calls === Number(DIE_IN) && name === 'writeFileSync') {
      const bytes = Buffer.from(args[1]);
      original(args[0], bytes.subarray(0, bytes.length / 2));
    }
    if (calls === Number(DIE_AT) || calls === Number(DIE_IN)) process.kill(process.pid, 'SIGKILL');
    return original(...args);
  };
}
for (const name of ['mkdirSync', 'writeFileSync', 'renameSync', 'unlinkSync', 'rmdirSync', 'rmSync', 'fsyncSync']) {
  watch(fs, name);
}
for (const name of ['copyFile', 'link', 'utimes']) watch(fs.promises, name);
syncBuiltinESMExports();

async function* files() {
  for (const [index, file] of JSON.parse(outputs).entries()) {
    if (index === Number(TERM_AT)) {
      process.kill(process.pid, 'SIGTERM');
      await delay(5_000);
    }
    yield file;
  }
}

const { writeDist } = await import(writer);
const report = await writeDist(root, 'dist', files(), { feed: FEED });
process.stdout.write(JSON.stringify({ calls, report }));
