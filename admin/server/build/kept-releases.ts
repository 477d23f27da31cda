/** Releases that are kept, the served one among them: pages of the one before are still open somewhere. */
export const keptReleases = 3;
