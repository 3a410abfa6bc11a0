/** The only place that asks which day or time it is; what depends on it is handed it. */

/** Today as `2026-12-31`, in the time zone that the dates of releases and of ignores are read in everywhere: UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** This moment, in milliseconds since 1970, for reports that say when they were made; nothing that is found hangs on it. */
export const now = (): number => Date.now();

/** A moment as `2026-12-31T23:59:59`, in UTC. */
export const momentOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 19);

/** Now as `2026-12-31T23:59:59.000Z`. */
export const moment = (): string => new Date().toISOString();

/** The day that is some days after one, as `2026-12-31`; a day that is none comes back as it is. */
export function dayAfter(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? day : new Date(time + days * 86_400_000).toISOString().slice(0, 10);
}

/** Milliseconds from one time of ISO 8601 to another; NaN where one is no time. */
export const between = (from: string, to: string): number => Date.parse(to) - Date.parse(from);
