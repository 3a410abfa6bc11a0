/** @returns a count with what is counted, as `1 file` or `3 files`. */
export const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
