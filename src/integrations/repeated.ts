/** Texts of a column of which few are different: these, and by place in the column which of them it is. */
export interface Repeated {
  values: string[];
  places: Uint32Array;
}

export function repeated(all: readonly string[]): Repeated {
  const numbers = new Map<string, number>();
  const places = Uint32Array.from(all, (value) => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  });
  return { values: [...numbers.keys()], places };
}
