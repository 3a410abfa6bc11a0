/** The only place that asks which day it is; what depends on the day is handed it. */

/** Today as `2026-12-31`, in the time zone that the dates of releases and of ignores are read in everywhere: UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);
