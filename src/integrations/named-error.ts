/** The result of work on one page or file of the site. @throws with its address before what hindered it. */
export async function named<T>(pathname: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${pathname}: ${reason}`, { cause });
  }
}
