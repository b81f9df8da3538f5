/**
 * Runs `task` on every item, `count` at a time, in order of their turn. After a failure no further one is begun; it is thrown
 * when those under way have ended.
 */
export async function concurrently<T>(
  items: Iterable<T>,
  count: number,
  task: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  const failures: unknown[] = [];
  const worker = async () => {
    for (let next = queue.next(); next.done !== true && failures.length === 0; next = queue.next()) {
      await task(next.value).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: count }, worker));
  if (failures.length > 0) throw failures[0];
}
