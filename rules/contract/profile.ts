/** How much somebody wants to hear. */

/** Profiles nest: each holds all rules of those before it. */
export type Profile = 'essential' | 'recommended' | 'strict' | 'all';
/** All profiles; each has the rules of those before it. */
export const profiles: readonly Profile[] = ['essential', 'recommended', 'strict', 'all'];
