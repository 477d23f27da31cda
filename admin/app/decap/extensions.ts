/**
 * Stands in for `decap-cms-app`'s list of every back end, widget and locale: `main.ts` registers
 * those that are used, and the bundle holds no others.
 */
export {};
