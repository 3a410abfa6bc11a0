/** Which settings make the server start a program. Knows no editor. */

/** `newSince` asks Git. */
const starting: ReadonlySet<string> = new Set(['newSince']);

/** @param settings of the section `seaworthy`, or anything else. @returns the same without settings that make the server start a program. */
export function withoutPrograms(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) return settings;
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !starting.has(name)));
}
