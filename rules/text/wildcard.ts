/** Names with stars, in time that grows with the pattern and the name alone: an expression made of them may take years. */

/** Characters; a longer name is nobody's, and stars do not stand for it. */
const longest = 1024;

/**
 * Whether a name is what a pattern stands for.
 * @param pattern in which `*` stands for anything, also for nothing. @param one stands for one character; left out, nothing does.
 */
export function matchesWildcard(name: string, pattern: string, one?: '?'): boolean {
  if (name === pattern) return true;
  if (name.length > longest) return false;
  let at = 0;
  let of = 0;
  /** Where the last star stands, and what it stands for so far: an earlier one never has to stand for more. */
  let star = -1;
  let end = 0;
  while (at < name.length) {
    if (pattern[of] === '*') {
      star = of++;
      end = at;
    } else if (of < pattern.length && (pattern[of] === name[at] || pattern[of] === one)) {
      of++;
      at++;
    } else if (star < 0) return false;
    else {
      of = star + 1;
      at = ++end;
    }
  }
  while (pattern[of] === '*') of++;
  return of === pattern.length;
}
