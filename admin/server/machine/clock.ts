/** The time and the timers of the server, so that tests can have their own. */
export interface Clock {
  now: () => Date;
  /** Runs a task once after so many milliseconds; the result cancels it. */
  after: (milliseconds: number, task: () => void) => () => void;
}

export const systemClock: Clock = {
  now: () => new Date(),
  after(milliseconds, task) {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
};
