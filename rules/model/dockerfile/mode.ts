/** File modes as chmod reads them (chmod(1), POSIX): whether others may write, and the same mode without that. */

interface Action {
  readonly operator: string;
  readonly permissions: string;
}

interface Clause {
  /** As written; empty means everybody, as far as the umask lets them. */
  readonly who: string;
  readonly actions: readonly Action[];
}

/**
 * @returns the mode with writing taken from others, and from a group that is named together with them: a group that everybody is in is no better
 * than everybody. Undefined when others may not write, when the sticky bit keeps people from each other's files, or when the mode is not understood.
 */
export function withoutWorldWrite(mode: string): string | undefined {
  if (/^[0-7]{1,5}$/.test(mode)) return withoutWriteInDigits(mode);
  const clauses = clausesOf(mode);
  if (clauses === undefined || !letsOthersWrite(clauses)) return undefined;
  const narrow = clauses.flatMap(narrowed).join(',');
  // What gave others nothing but writing gives nobody anything.
  return narrow === '' ? 'o-w' : narrow;
}

function withoutWriteInDigits(mode: string): string | undefined {
  const digits = [...mode].map(Number);
  const [special = 0, , group, others = 0] = [...Array<undefined>(Math.max(0, 4 - digits.length)), ...digits].slice(-4);
  if ((others & 2) === 0 || (special & 1) === 1) return undefined;
  const last = group === undefined ? `${others & ~2}` : `${group & ~2}${others & ~2}`;
  return mode.slice(0, mode.length - last.length) + last;
}

function clausesOf(mode: string): readonly Clause[] | undefined {
  const clauses = mode.split(',');
  if (!clauses.every((clause) => /^[ugoa]*(?:[-+=][rwxXst]*)+$/.test(clause))) return undefined;
  return clauses.map((clause) => ({
    who: /^[ugoa]*/.exec(clause)?.[0] ?? '',
    actions: [...clause.matchAll(/([-+=])([rwxXst]*)/g)].map(([, operator = '', permissions = '']) => ({
      operator,
      permissions,
    })),
  }));
}

/** The umask of a build takes writing from others where nobody is named. */
const isForOthers = ({ who }: Clause): boolean => /[oa]/.test(who);

/** Clauses take effect in order: `a=rwx,o-w` leaves others without. */
function letsOthersWrite(clauses: readonly Clause[]): boolean {
  let writes = false;
  for (const clause of clauses) {
    for (const { operator, permissions } of clause.actions) {
      if (permissions.includes('t') && operator !== '-') return false;
      if (!isForOthers(clause)) continue;
      if (operator === '=') writes = permissions.includes('w');
      else if (permissions.includes('w')) writes = operator === '+';
    }
  }
  return writes;
}

/** `a+rwx` is `u+rwx` and `go+rx`; of `o+w` nothing is left. */
function narrowed(clause: Clause): readonly string[] {
  const { who, actions } = clause;
  const gives = actions.some(({ operator, permissions }) => operator !== '-' && permissions.includes('w'));
  if (!isForOthers(clause) || !gives) return [written(who, actions)];
  const all = who.includes('a') ? 'ugo' : [...new Set(who)].join('');
  const kept = actions
    .map(({ operator, permissions }) => ({
      operator,
      permissions: operator === '-' ? permissions : permissions.replaceAll('w', ''),
    }))
    // `o=` still takes everything from others.
    .filter(({ operator, permissions }) => operator === '=' || permissions !== '');
  const owner = all.includes('u') ? [written('u', actions)] : [];
  return kept.length === 0 ? owner : [...owner, written(all.replace('u', ''), kept)];
}

function written(who: string, actions: readonly Action[]): string {
  return who + actions.map(({ operator, permissions }) => operator + permissions).join('');
}
