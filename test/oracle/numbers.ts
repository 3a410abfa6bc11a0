/** What generated questions are drawn with. */

/** Numbers below `limit`, by a generator whose sequence never changes (Park and Miller's). */
export function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
}
