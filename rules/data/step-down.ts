/**
 * Programs that are told on the command line which user to become, and how. What is not here keeps the user that it was started as, or nobody looked. Sources:
 * the manual pages and READMEs of each (gosu, su-exec, setpriv(1), runuser(1), chpst(8), setuidgid(8), dnsmasq(8), named(8), chronyd(8), ntpd(8), tftpd(8),
 * memcached(1), openvpn(8), mariadbd(8), MTProxy), read 2026-11-27.
 */

export interface UserOption {
  /** Options whose value is the user, beside it or behind `=`; a short one also in one word with it. */
  readonly names: readonly string[];
  /** Without an option the first word behind the program is the user. */
  readonly first?: true;
}

const first: UserOption = { names: [], first: true };
const dashU: UserOption = { names: ['-u', '--user'] };

/** By the name of the program. */
export const becomesUser: ReadonlyMap<string, UserOption> = new Map([
  ['gosu', first],
  ['su-exec', first],
  ['setuidgid', first],
  ['s6-setuidgid', first],
  ['setpriv', { names: ['--reuid'] }],
  ['runuser', dashU],
  ['chpst', { names: ['-u'] }],
  ['sudo', dashU],
  ['dnsmasq', dashU],
  ['named', { names: ['-u'] }],
  ['chronyd', { names: ['-u'] }],
  ['ntpd', dashU],
  ['in.tftpd', dashU],
  ['tftpd', dashU],
  ['memcached', dashU],
  ['openvpn', { names: ['--user'] }],
  ['mysqld', dashU],
  ['mariadbd', dashU],
  ['mtproto-proxy', dashU],
]);
