/**
 * Numbers of users that a distribution gives to every system. Sources: Debian's base-passwd (passwd.master; Ubuntu takes it over), Alpine's
 * alpine-baselayout (/etc/passwd), Fedora's and Red Hat's setup (uidgid), read 2026-11-23. Users that packages make are not among them, since their
 * numbers depend on what was installed before.
 */
export type Distribution = 'debian' | 'alpine' | 'redhat' | 'redhat7';

const users = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text.split(' ').map((pair) => {
      const [name = '', uid = ''] = pair.split('=');
      return [name, Number(uid)] as const;
    }),
  );

export const systemUsers: { readonly [D in Distribution]: ReadonlyMap<string, number> } = {
  debian: users(
    'daemon=1 bin=2 sys=3 games=5 man=6 lp=7 mail=8 news=9 uucp=10 proxy=13 www-data=33 backup=34 list=38 irc=39 nobody=65534',
  ),
  alpine: users(
    'bin=1 daemon=2 adm=3 lp=4 mail=8 news=9 uucp=10 operator=11 cron=16 ftp=21 sshd=22 games=35 ntp=123 guest=405 nobody=65534',
  ),
  redhat: users('bin=1 daemon=2 adm=3 lp=4 mail=8 operator=11 games=12 ftp=14 nobody=65534'),
  /** Up to release 7, and Amazon Linux 2. */
  redhat7: users('bin=1 daemon=2 adm=3 lp=4 mail=8 operator=11 games=12 ftp=14 nobody=99'),
};
