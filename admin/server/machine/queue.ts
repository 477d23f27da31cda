/** Runs tasks one after the other, in the order in which they came; a failed task stops no other. */
export interface Queue {
  <T>(task: () => Promise<T>): Promise<T>;
  /** Whether a task waits behind the one that is under way. */
  hasWaiting(): boolean;
}

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  let tasks = 0;
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    tasks += 1;
    const result = last.then(task).finally(() => (tasks -= 1));
    last = result.catch(() => undefined);
    return result;
  };
  return Object.assign(inTurn, { hasWaiting: () => tasks > 1 });
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
