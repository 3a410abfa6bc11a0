/** How much somebody wants to hear. */

/** Profiles nest: each holds all rules of those before it. */
export type Profile = 'essential' | 'recommended' | 'strict' | 'all';
export const profiles: readonly Profile[] = ['essential', 'recommended', 'strict', 'all'];
