/**
 * A thousand who lose the same time at the same moment ask the same question: it is answered once for all
 * who wait for it.
 */
export function oneFlight<T>() {
  const flying = new Map<string, Promise<T>>();
  return (key: string, ask: () => Promise<T>): Promise<T> => {
    const there = flying.get(key);
    if (there) return there;
    const asked = ask().finally(() => flying.delete(key));
    flying.set(key, asked);
    return asked;
  };
}

/**
 * At most so many at a time, the others in the order in which they came. A run on one time then does not
 * take every connection to the database from everybody else, and nobody waits for a connection until it
 * gives up (5 s).
 */
export function atMost(most: number) {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <T>(act: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await act();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
