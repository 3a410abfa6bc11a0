/** File modes as chmod reads them (chmod(1), POSIX): whether others may write, and the same mode without that. */

/** @returns the mode with writing taken from others; undefined when others may not write, or the mode is not understood. */
export function withoutWorldWrite(mode: string): string | undefined {
  if (/^[0-7]{3,4}$/.test(mode)) {
    const last = Number(mode.at(-1));
    if ((last & 2) === 0) return undefined;
    // 777 becomes 755: a group that everybody is in is no better than everybody.
    const group = Number(mode.at(-2));
    return `${mode.slice(0, -2)}${group & ~2}${last & ~2}`;
  }
  const clauses = mode.split(',');
  if (!clauses.every((clause) => /^[ugoa]*(?:[-+=][rwxXst]*)+$/.test(clause))) return undefined;
  const opens = (clause: string): boolean =>
    /^(?:[ug]*[oa][ugoa]*|)[+=][rxXst]*w/.test(clause) &&
    /^(?:[ugoa]*[oa]|$)/.test(clause.replace(/[-+=].*$/, '') || 'a') &&
    !/^[-+=]/.test(clause);
  if (!clauses.some(opens)) return undefined;
  return clauses.map((clause) => (opens(clause) ? narrowed(clause) : clause)).join(',');
}

/** `a+rwx` becomes `u+rwx,go+rx`; `o+w` alone becomes `u+w`. */
function narrowed(clause: string): string {
  const [, who = 'a', operator = '+', permissions = ''] = /^([ugoa]*)([+=])([rwxXst]*)$/.exec(clause) ?? [];
  const rest = permissions.replace('w', '');
  const others = who.includes('a') ? 'go' : who.replace('u', '');
  return rest === '' ? `u${operator}${permissions}` : `u${operator}${permissions},${others}${operator}${rest}`;
}
