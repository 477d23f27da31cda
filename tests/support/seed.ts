/**
 * What tests draw at random is the same in every run, so that a commit passes or fails whoever tries it.
 * `SEED=4711 npm test` draws other cases; a failure prints its seed.
 */
import fc from 'fast-check';

export const seed = Number(process.env['SEED'] ?? 1);

fc.configureGlobal({ seed });
