import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { alone, type CopiedFile } from '../../../../rules/model/dockerfile/around.ts';
import { parseDockerfile } from '../../../../rules/model/dockerfile/file.ts';
import { rootNeedInScript, rootProgramInWords, rootStartOf } from '../../../../rules/model/dockerfile/root-start.ts';

const startOf = (text: string, seen?: Readonly<Record<string, Partial<CopiedFile>>>) => {
  const stage = parseDockerfile(text).finalStage;
  assert.ok(stage !== undefined);
  const file = (source: string): CopiedFile | undefined =>
    seen?.[source] === undefined
      ? undefined
      : { needsRoot: undefined, isPlain: true, makes: [], listens: [], pidFile: undefined, ...seen[source] };
  return rootStartOf(stage, { ...alone, file });
};

describe('what has to start as root', () => {
  for (const start of [
    'ENTRYPOINT ["gosu", "app", "/srv/run"]',
    'ENTRYPOINT ["/usr/local/bin/su-exec", "app:app", "/srv/run"]',
    'ENTRYPOINT ["tini", "--", "gosu", "app", "/srv/run"]',
    'ENTRYPOINT ["/usr/bin/dumb-init", "--rewrite", "15:2", "--", "su-exec", "app", "/srv/run"]',
    'CMD exec su-exec app /srv/run',
    'CMD ["sh", "-c", "mkdir -p /data && exec su-exec app /srv/run"]',
    'CMD su app -c "/srv/run"',
    'CMD ["su", "-s", "/bin/sh", "app", "-c", "/srv/run"]',
    'CMD runuser -u app -- /srv/run',
    'CMD ["setpriv", "--reuid=1000", "--init-groups", "/srv/run"]',
    'CMD s6-setuidgid app /srv/run',
    'CMD chpst -u app /srv/run',
    'ENTRYPOINT ["tini", "--"]\nCMD ["gosu", "app", "/srv/run"]',
    'CMD sudo -u app /srv/run',
  ])
    it(`steps down: ${start}`, () => {
      assert.equal(startOf(`FROM debian:13\n${start}\n`)?.certain, true);
    });

  for (const start of [
    'CMD ["cron", "-f"]',
    'CMD crond -f -l 8',
    'CMD ["/usr/sbin/sshd", "-D"]',
    'ENTRYPOINT ["/init"]',
    'CMD ["/sbin/init"]',
    'CMD ["/lib/systemd/systemd"]',
    'CMD ["/usr/bin/supervisord", "-c", "/etc/supervisor.conf"]',
    'CMD supervisord -n',
    'CMD service nginx start && tail -f /var/log/nginx/access.log',
    'CMD /etc/init.d/apache2 start && sleep infinity',
    'CMD ["runsvdir", "/etc/service"]',
    'CMD ["apache2ctl", "-D", "FOREGROUND"]',
    'ENTRYPOINT ["chroot", "--userspec=app", "/", "/srv/run"]',
    'CMD chown -R app /data && exec /srv/run',
    'RUN apt-get update && apt-get install -y gosu=1.17-3\nCMD ["/srv/run"]',
    'RUN apk add --no-cache su-exec tini\nCMD ["/srv/run"]',
    'RUN curl -L https://example.com/s6-overlay-noarch.tar.xz | tar -C / -Jx\nCMD ["/srv/run"]',
    'COPY --from=tianon/gosu /gosu /usr/local/bin/\nCMD ["/srv/run"]',
  ])
    it(`supervises, or needs root: ${start}`, () => {
      const found = startOf(`FROM debian:13\n${start}\n`);
      assert.equal(found?.certain, false);
    });

  for (const start of [
    'CMD ["/srv/run"]',
    'CMD ["node", "server.js"]',
    'ENTRYPOINT ["tini", "--", "/srv/run"]',
    'CMD exec /srv/run --init',
    'CMD ["/srv/cron-like", "-f"]',
    'RUN chown -R app /srv\nCMD ["/srv/run"]',
    'RUN apt-get update && apt-get install -y tini\nENTRYPOINT ["tini", "--", "python", "app.py"]',
  ])
    it(`starts as anybody: ${start}`, () => {
      assert.equal(startOf(`FROM debian:13\n${start}\n`), undefined);
    });

  it('takes the program in force', () => {
    assert.equal(startOf('FROM debian:13\nCMD ["cron", "-f"]\nCMD ["/srv/run"]\n'), undefined);
  });

  it('looks at the programs of known images, and of those called alike, unless others replace them', () => {
    assert.match(startOf('FROM httpd:2.4\nCOPY site /srv\n')?.clause ?? '', /httpd may write/);
    assert.match(startOf('FROM php:8.4-apache\nCOPY . /var/www/html\n')?.clause ?? '', /port 80/);
    assert.equal(startOf('FROM php:8.4-apache\nCMD ["php", "artisan", "queue:work"]\n'), undefined);
    assert.equal(startOf('FROM php:8.4-fpm\nCOPY . /srv\n'), undefined);
    assert.match(startOf('FROM mirror.example.com/library/nginx:1.28\n')?.clause ?? '', /nginx starts without root/);
    assert.equal(startOf('FROM mirror.example.com/library/python:3.13\n'), undefined);
  });

  describe('scripts', () => {
    const text = 'FROM debian:13\nCOPY docker/start.sh /usr/local/bin/boot\nENTRYPOINT ["boot"]\n';

    it('that were not read are told', () => {
      assert.match(startOf(text)?.clause ?? '', /boot needs no root/);
      assert.match(
        startOf('FROM debian:13\nCOPY . /app\nWORKDIR /app\nENTRYPOINT ["./entrypoint.sh"]\n')?.clause ?? '',
        /entrypoint\.sh needs no root/,
      );
    });

    it('that were read tell it themselves', () => {
      assert.match(startOf(text, { 'docker/start.sh': { needsRoot: 'gosu' } })?.clause ?? '', /gosu in boot/);
      assert.equal(startOf(text, { 'docker/start.sh': {} }), undefined);
      assert.equal(
        startOf('FROM debian:13\nCOPY . /app\nWORKDIR /app\nENTRYPOINT ["./entrypoint.sh"]\n', { 'entrypoint.sh': {} }),
        undefined,
      );
    });

    it('write where root alone may', () => {
      for (const line of ['echo x >/etc/app.conf', 'touch /.first-run', 'echo x | tee /usr/lib/app', 'mkdir -p /data'])
        assert.match(rootNeedInScript(`#!/bin/sh\n${line}\nexec /srv/run\n`) ?? '', /^writing \//, line);
      for (const line of [
        'echo x >/dev/null',
        'touch /tmp/x',
        'mkdir -p /data/x',
        'tee "/etc/$NAME"',
        'cat /etc/hosts',
      ])
        assert.equal(rootNeedInScript(`#!/bin/sh\n${line}\nexec /srv/run\n`), undefined, line);
      assert.equal(rootNeedInScript('echo x >/etc/app.conf\nexec gosu app /srv/run\n'), 'gosu');
    });

    it('of the Dockerfile itself are read', () => {
      const own = (line: string) =>
        `FROM debian:13\nCOPY <<EOF /start.sh\n#!/bin/sh\n${line}\nEOF\nCMD ["sh", "/start.sh"]\n`;
      assert.match(startOf(own('exec setpriv --reuid=app /srv/run'))?.clause ?? '', /setpriv/);
      assert.equal(startOf(own('exec /srv/run')), undefined);
    });

    it('are searched in every branch, and their comments are not', () => {
      const script =
        '#!/bin/sh\n# gosu is not used\nif [ "$(id -u)" = 0 ]; then\n  set -- gosu app "$@"\n  exec gosu app "$0" "$@"\nfi\nexec "$@"\n';
      assert.equal(rootNeedInScript(script), 'gosu');
      assert.equal(rootNeedInScript('#!/bin/sh\n# gosu\nexec "$@"\n'), undefined);
    });
  });

  it('reads the command of a container', () => {
    assert.equal(rootProgramInWords(['gosu', 'web', 'server']), 'gosu');
    assert.equal(rootProgramInWords(['/usr/sbin/sshd', '-D']), 'sshd');
    assert.equal(rootProgramInWords(['sh', '-c', 'sleep 3600']), undefined);
    assert.equal(rootProgramInWords([]), undefined);
  });
});
