export type Queue = <T>(task: () => Promise<T>) => Promise<T>;

/** Runs tasks one after the other, in the order in which they came; a failed task stops no other. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
