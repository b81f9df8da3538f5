/** Does a piece of work when it is its turn. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets `most` pieces of work run at a time; the others wait in the order in which they came. */
export function turns(most: number): Turn {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running === most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
