/** A program and its arguments. */
export interface Command {
  file: string;
  args: readonly string[];
}

/** The command, standing back behind other work of the machine by 0 to 19, as the program `nice` counts. */
export function standingBack(niceness: number, { file, args }: Command): Command {
  return niceness > 0
    ? { file: 'nice', args: ['-n', String(niceness), file, ...args] }
    : { file, args };
}
