import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { alone } from '../../../../rules/model/dockerfile/around.ts';
import { parseDockerfile } from '../../../../rules/model/dockerfile/file.ts';
import { isPlainScript, isUntriedStart } from '../../../../rules/model/dockerfile/untried-start.ts';

function isUntried(...lines: readonly string[]): boolean {
  const stage = parseDockerfile(`${lines.join('\n')}\n`).finalStage;
  assert.ok(stage !== undefined);
  return isUntriedStart(stage, alone);
}

describe('what nobody knows without trying', () => {
  for (const [what, ...lines] of [
    ['a script that nobody has read', 'FROM alpine:3.22', 'COPY entrypoint.sh /', 'ENTRYPOINT ["/entrypoint.sh"]'],
    ['several commands', 'FROM alpine:3.22', 'CMD nifi.sh start; tail -f /nifi/logs/x'],
    ['a shell for whoever runs it', 'FROM alpine:3.22', 'ENTRYPOINT ["/bin/bash"]'],
    ['a script of a package', 'FROM node:24', 'COPY . .', 'CMD ["npm", "start"]'],
    ['a program that was installed', 'FROM debian:13', 'RUN apt-get install -y collectd', 'CMD ["/usr/sbin/collectd"]'],
    ['one that was installed by pip', 'FROM python:3.13', 'RUN pip install superset', 'CMD superset run'],
    [
      'one that was unpacked, and is found by its name',
      'FROM debian:13',
      'RUN curl -sO https://x.org/a.tgz',
      'CMD ["zk"]',
    ],
    ['a tool without anything', 'FROM scratch', 'COPY --from=build /go/bin/awless /awless', 'ENTRYPOINT ["/awless"]'],
    ['a tool where it stands', 'FROM ubuntu:24.04', 'WORKDIR /app', 'COPY --from=b /b/x .', 'ENTRYPOINT ["./x"]'],
  ] as const)
    it(`is ${what}`, () => assert.equal(isUntried(...lines), true));

  for (const [what, ...lines] of [
    ['an application of node', 'FROM node:24', 'RUN npm ci', 'CMD ["node", "packages/backend", "--port", "80"]'],
    ['one of python behind what waits', 'FROM python:3.13', 'ENTRYPOINT ["tini", "--"]', 'CMD ["python", "x.py"]'],
    ['a server of applications', 'FROM python:3.13', 'RUN pip install gunicorn', 'CMD gunicorn shop.wsgi'],
    ['a program of its own', 'FROM debian:13', 'RUN apt-get install -y curl', 'COPY app /srv/', 'CMD ["/srv/app"]'],
    ['one beside packages', 'FROM debian:13', 'RUN apt-get install -y tzdata', 'CMD ["/opt/shop"]'],
    ['a server that was built', 'FROM scratch', 'COPY --from=b /sale /bin/sale', 'EXPOSE 80', 'CMD ["/bin/sale"]'],
    [
      'what an image without a shell is for',
      'FROM gcr.io/distroless/static',
      'WORKDIR /srv',
      'COPY --from=b /m .',
      'CMD ["/srv/m"]',
    ],
    ['nothing', 'FROM debian:13', 'RUN apt-get install -y curl'],
    ['a script that is read', 'FROM debian:13', 'COPY <<E /start.sh', 'exec "$@"', 'E', 'ENTRYPOINT ["/start.sh"]'],
  ] as const)
    it(`is not ${what}`, () => assert.equal(isUntried(...lines), false));
});

it('a script is plain that only starts something', () => {
  for (const text of [
    '#!/bin/sh\nset -e\nexport A=1\nexec "$@"\n',
    'exec node server.js\n',
    'echo up >/dev/stderr\n"$@"\n',
  ])
    assert.equal(isPlainScript(text), true, text);
  for (const text of ['sed -i s/a/b/ /etc/x\nexec "$@"\n', 'echo a >> /app/conf\n', 'exec kafka-server-start.sh\n'])
    assert.equal(isPlainScript(text), false, text);
});
