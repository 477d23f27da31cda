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

/** A queue for each key: tasks of one key take turns, those of different keys do not wait. */
export type Queues = <T>(key: string, task: () => Promise<T>) => Promise<T>;

export function createQueues(): Queues {
  const queues = new Map<string, { queue: Queue; waiting: number }>();
  return async (key, task) => {
    const own = queues.get(key) ?? { queue: createQueue(), waiting: 0 };
    queues.set(key, own);
    own.waiting += 1;
    try {
      return await own.queue(task);
    } finally {
      own.waiting -= 1;
      if (own.waiting === 0) queues.delete(key);
    }
  };
}
