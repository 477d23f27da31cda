/** Names of drawings by what they show. */
import { cacheKey } from '#src/build-cache.ts';
import { codeReached } from '#src/code-reached.ts';
import { fontWeights, readFont } from '../fonts/files.ts';

/**
 * A way to name what the module at `maker` draws: by its input, by the code that it reaches with the
 * renderer's version, and by the fonts, so that no version of a template is counted by hand.
 */
export function drawingKeys(maker: string): (...input: unknown[]) => string {
  let common: string | undefined;
  return (...input) => {
    common ??= cacheKey(...codeReached(maker), ...fontWeights.map(readFont));
    return cacheKey(common, JSON.stringify(input));
  };
}
