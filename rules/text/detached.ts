/**
 * Texts that outlive the file they were read from. JavaScript engines keep a whole text alive for the sake of a part that was cut from it (V8: sliced
 * strings), so what is kept longer than its file is copied. Must not know what it copies.
 */

/** V8 copies shorter parts by itself (`SlicedString::kMinLength`). */
const shortest = 13;

/** @returns the same text, which keeps no other one alive. */
export function detached(text: string): string {
  // To cut from a joined text, the engine writes it out anew.
  return text.length < shortest ? text : ` ${text}`.slice(1);
}

/** @returns a copy of a plain record or list with every text in it detached; objects of other kinds stay as they are. */
export function detachedRecord<T>(value: T): T {
  return copied(value) as T;
}

function copied(value: unknown): unknown {
  if (typeof value === 'string') return detached(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copied);
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  // Keys are texts of their own already.
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, copied(held)]));
}
