/** The only place that asks which day or time it is; what depends on the day is handed it. */

/** Today as `2026-12-31`, in the time zone that the dates of releases and of ignores are read in everywhere: UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** This moment, in milliseconds since 1970, for reports that say when they were made; nothing that is found hangs on it. */
export const now = (): number => Date.now();

/** A moment as `2026-12-31T23:59:59`, in UTC. */
export const momentOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 19);
