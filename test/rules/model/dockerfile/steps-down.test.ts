import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { becomesUser } from '../../../../rules/data/step-down.ts';
import { parseDockerfile } from '../../../../rules/model/dockerfile/file.ts';
import { stepDownOf } from '../../../../rules/model/dockerfile/steps-down.ts';

const downOf = (start: string): string | undefined => {
  const stage = parseDockerfile(`FROM debian:13\n${start}\n`).finalStage;
  assert.ok(stage !== undefined);
  const down = stepDownOf(stage);
  return down === undefined ? undefined : `${down.program} ${down.user}`;
};

describe('what becomes another user by its own command', () => {
  for (const [start, expected] of [
    ['CMD gosu app /srv/run', 'gosu app'],
    ['ENTRYPOINT ["gosu", "app:app", "/srv/run"]', 'gosu app'],
    ['ENTRYPOINT ["tini", "--", "su-exec", "1000:1000", "/srv/run"]', 'su-exec 1000'],
    ['ENTRYPOINT ["tini", "--"]\nCMD ["gosu", "app", "/srv/run"]', 'gosu app'],
    ['CMD chown app /data && exec gosu app /srv/run', 'gosu app'],
    ['CMD ["sh", "-c", "chown app /data && exec su-exec app /srv/run"]', 'su-exec app'],
    ['CMD gosu app /srv/run --host $(hostname)', 'gosu app'],
    ['CMD ["setpriv", "--reuid=app", "--init-groups", "/srv/run"]', 'setpriv app'],
    ['CMD runuser -u app -- /srv/run', 'runuser app'],
    ['CMD ["chpst", "-uapp", "/srv/run"]', 'chpst app'],
    ['ENTRYPOINT ["dnsmasq", "--keep-in-foreground", "--user=dnsmasq"]', 'dnsmasq dnsmasq'],
    ['CMD ["/usr/sbin/named", "-g", "-u", "named"]', 'named named'],
    ['ENTRYPOINT ["gosu", "app"]\nCMD ["/srv/run"]', 'gosu app'],
  ] as const)
    it(start, () => {
      assert.equal(downOf(start), expected);
    });

  for (const start of [
    'CMD ["/srv/run"]',
    'CMD gosu root /srv/run',
    'CMD ["su-exec", "0:0", "/srv/run"]',
    'CMD gosu $USER /srv/run',
    'CMD ["setpriv", "--no-new-privs", "/srv/run"]',
    'CMD ["named", "-g"]',
    'CMD ["/srv/run", "--user=app"]',
    'CMD ["runuser", "--", "-u", "app"]',
    'CMD gosu app /srv/setup && /srv/run',
    'CMD gosu app /srv/run & /srv/other',
    'CMD /srv/other | gosu app /srv/run',
    'CMD /srv/other || gosu app /srv/run',
    'CMD /srv/run $(gosu app whoami)',
    'ENTRYPOINT ["/srv/run"]\nCMD ["gosu", "app", "/srv/other"]',
  ])
    it(`stays root, or nobody can tell: ${start}`, () => {
      assert.equal(downOf(start), undefined);
    });

  it('every program of the table is read by one of its options', () => {
    for (const [program, { names, first }] of becomesUser)
      for (const option of first === true ? [''] : names)
        assert.equal(downOf(`CMD ["${program}", ${option === '' ? '' : `"${option}", `}"app", "x"]`), `${program} app`);
  });
});
