/** The beginning of sentences. */

/** @returns the text with its first letter in capitals. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
