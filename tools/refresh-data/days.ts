/** Days as texts, `2026-12-31`: they compare like texts. */

/** @returns the day that is so many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
