/** Milliseconds for which nothing else need get its turn. */
const longest = 20;

/**
 * For long work: a function to await at every small step. Now and then it lets the event loop turn, so that Ctrl+C is heard, and what
 * other processes say.
 */
export function pauses(): () => Promise<void> | undefined {
  let last = performance.now();
  // One for all who work side by side: each with its own would work on while the others wait.
  let pause: Promise<void> | undefined;
  return () => {
    if (pause === undefined && performance.now() - last >= longest) {
      pause = new Promise((resolve) => {
        setImmediate(() => {
          pause = undefined;
          last = performance.now();
          resolve();
        });
      });
    }
    return pause;
  };
}
