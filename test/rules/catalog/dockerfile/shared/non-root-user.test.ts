/** Which user a stage is offered, a sentence a row, as the rules on users offer it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import missingUser from '../../../../../rules/catalog/dockerfile/missing-user.ts';
import rootUser from '../../../../../rules/catalog/dockerfile/root-user.ts';
import unstatedUser from '../../../../../rules/catalog/dockerfile/unstated-user.ts';
import { applyEdits } from '../../../../../rules/text/edit.ts';
import { Scope } from '../../../../harness/scope.ts';

interface Row {
  readonly says: string;
  readonly lines: readonly string[];
  /** A line of the result, of the first fix that nothing stands against. */
  readonly user?: string;
  /** What the first offer has to suppose; left out where there is nothing. */
  readonly supposes?: RegExp;
  /** No fix at all, and why. */
  readonly refuses?: RegExp;
}

const table: readonly Row[] = [
  // The good fix.
  {
    says: 'a plain image gets a user of its own',
    lines: ['FROM debian:13-slim', 'COPY app /srv/', 'CMD ["/srv/app"]'],
    user: 'USER 10001:10001',
  },
  {
    says: 'an image of which nothing is known gets a number',
    lines: ['FROM registry.example.com/base:1', 'CMD ["/srv/app"]'],
    user: 'USER 10001:10001',
  },
  { says: 'the user of node is 1000', lines: ['FROM node:24', 'CMD ["node", "x.js"]'], user: 'USER 1000:1000' },

  // Those to whom files belong.
  {
    says: 'www-data is 33 on Debian',
    lines: ['FROM debian:13', 'RUN mkdir /srv/w && chown -R www-data:www-data /srv/w', 'CMD ["/srv/app"]'],
    user: 'USER 33',
  },
  {
    says: 'it is 82 in the Alpine variant of php',
    lines: ['FROM php:8.4-fpm-alpine', 'COPY --chown=www-data . /srv', 'CMD ["php-fpm"]'],
    user: 'USER 82',
  },
  {
    says: 'nobody is 65534',
    lines: ['FROM alpine:3.22', 'COPY --chown=nobody:nobody app /srv/', 'CMD ["/srv/app"]'],
    user: 'USER 65534',
  },
  {
    says: 'daemon is 1 on Debian',
    lines: ['FROM python:3.13-slim', 'COPY --chown=daemon app /srv/', 'CMD ["/srv/app"]'],
    user: 'USER 1',
  },
  {
    says: 'daemon is 2 on Alpine',
    lines: ['FROM python:3.13-alpine', 'COPY --chown=daemon app /srv/', 'CMD ["/srv/app"]'],
    user: 'USER 2',
  },
  {
    says: 'and in images of the cloud that carry official ones',
    lines: ['FROM public.ecr.aws/docker/library/alpine:3.22', 'RUN chown nobody /srv', 'CMD ["/srv/app"]'],
    user: 'USER 65534',
  },
  {
    says: 'a number is one already',
    lines: ['FROM debian:13', 'COPY --chown=1234:0 app /srv/', 'CMD ["/srv/app"]'],
    user: 'USER 1234',
  },
  {
    says: 'a name from a variable',
    lines: ['FROM debian:13', 'ARG WHO=www-data', 'RUN chown $WHO /srv', 'CMD ["/srv/app"]'],
    user: 'USER 33',
  },
  {
    says: 'a name whose number nobody knows stays one',
    lines: ['FROM registry.example.com/b:1', 'RUN chown -R shop /srv', 'CMD ["/srv/app"]'],
    user: 'USER shop',
  },
  {
    says: 'root owns nothing for others',
    lines: ['FROM debian:13', 'RUN chown -R root:root /srv', 'CMD ["/srv/app"]'],
    user: 'USER 10001:10001',
  },
  {
    says: 'two owners leave it open',
    lines: ['FROM debian:13', 'RUN chown mail /srv/a && chown www-data /srv/b', 'CMD ["/srv/app"]'],
    supposes: /belongs to mail/,
  },

  {
    says: 'nobody was 99 before release 8 of Red Hat',
    lines: ['FROM centos:7', 'RUN chown nobody /srv', 'CMD ["/srv/app"]'],
    user: 'USER 99',
  },
  {
    says: 'it is 65534 since',
    lines: ['FROM rockylinux:9', 'RUN chown nobody /srv', 'CMD ["/srv/app"]'],
    user: 'USER 65534',
  },

  // Those that the file creates.
  {
    says: 'a user with its number',
    lines: ['FROM debian:13', 'RUN groupadd -g 4 x && useradd --uid=4711 --gid x shop', 'CMD ["/srv/app"]'],
    user: 'USER 4711',
  },
  {
    says: 'a number among other letters',
    lines: ['FROM fedora:42', 'RUN useradd -ru 4711 -d /srv shop', 'CMD ["/srv/app"]'],
    user: 'USER 4711',
  },
  {
    says: 'a name where the system chooses',
    lines: ['FROM debian:13', 'RUN adduser --system --group --home /srv shop', 'CMD ["/srv/app"]'],
    user: 'USER shop',
  },
  {
    says: 'with the flags of BusyBox',
    lines: ['FROM alpine:3.22', 'RUN addgroup -S shop && adduser -S -D -h /srv -G shop shop', 'CMD ["/srv/app"]'],
    user: 'USER shop',
  },
  {
    says: 'made in the stage it is built from',
    lines: ['FROM debian:13 AS base', 'RUN useradd -u 4711 shop', 'FROM base', 'COPY app /srv/', 'CMD ["/srv/app"]'],
    user: 'USER 4711',
  },
  {
    says: 'whose account is copied from another stage',
    lines: [
      'FROM debian:13 AS build',
      'RUN useradd -u 4711 shop',
      'FROM scratch',
      'COPY --from=build /etc/passwd /etc/passwd',
      'COPY app /',
      'CMD ["/app"]',
    ],
    user: 'USER 4711',
  },
  {
    says: 'whose line is written by hand',
    lines: [
      'FROM scratch',
      'COPY app /',
      'RUN ["/app", "setup"]',
      'FROM busybox:1.37',
      'RUN echo "shop:x:4711:4711::/:/bin/sh" >> /etc/passwd',
      'CMD ["/srv/app"]',
    ],
    user: 'USER 4711',
  },
  {
    says: 'one only put into a group is not made',
    lines: ['FROM debian:13', 'RUN adduser www-data tty', 'CMD ["/srv/app"]'],
    user: 'USER 10001:10001',
  },
  {
    says: 'of a stage that only builds, not',
    lines: ['FROM debian:13 AS build', 'RUN useradd -u 4711 shop', 'FROM debian:13', 'CMD ["/srv/app"]'],
    user: 'USER 10001:10001',
  },

  // Images that step down.
  {
    says: 'gosu keeps root',
    lines: ['FROM debian:13', 'RUN useradd app', 'ENTRYPOINT ["gosu", "app", "/srv/app"]'],
    refuses: /gosu/,
  },
  {
    says: 'so it does with a USER',
    lines: ['FROM debian:13', 'USER app', 'RUN x', 'USER root', 'ENTRYPOINT ["su-exec", "app", "/srv/app"]'],
    refuses: /su-exec/,
  },
  { says: 'cron may want root', lines: ['FROM debian:13', 'CMD ["cron", "-f"]'], supposes: /cron starts without root/ },
  {
    says: 'a database becomes its user by itself',
    lines: ['FROM postgres:17', 'USER root', 'COPY x.sql /docker-entrypoint-initdb.d/'],
    supposes: /volumes/,
  },

  // What stands against it.
  {
    says: "root's home as WORKDIR",
    lines: ['FROM debian:13', 'WORKDIR /root', 'CMD ["/srv/app"]'],
    supposes: /\/root/,
  },
  {
    says: "below root's home",
    lines: ['FROM debian:13', 'COPY conf /root/.app/', 'CMD ["/srv/app"]'],
    supposes: /\/root/,
  },
  {
    says: "root's home in PATH",
    lines: ['FROM python:3.13', 'ENV PATH=/root/.local/bin:$PATH', 'CMD ["/srv/app"]'],
    supposes: /\/root/,
  },
  {
    says: "root's home by pip",
    lines: ['FROM python:3.13', 'RUN pip install --user flask', 'CMD ["/srv/app"]'],
    supposes: /\/root/,
  },
  {
    says: "root's home by a comment that shows how to run it",
    lines: ['# docker run -v ~/.ssh:/root/.ssh x', 'FROM debian:13', 'CMD ["/srv/app"]'],
    supposes: /\/root/,
  },
  {
    says: "what is taken away from root's home",
    lines: ['FROM debian:13', 'RUN rm -rf /root/.cache', 'CMD ["/srv/app"]'],
    user: 'USER 10001:10001',
  },
  {
    says: 'a volume that is not its',
    lines: ['FROM debian:13', 'VOLUME /data', 'CMD ["/srv/app"]'],
    supposes: /may write \/data/,
  },
  {
    says: 'a volume in JSON',
    lines: ['FROM node:24', 'VOLUME ["/srv/db", "/srv/x"]', 'CMD ["/srv/app"]'],
    supposes: /may write \/srv\/db, \/srv\/x/,
  },
  {
    says: 'a volume that is',
    lines: ['FROM debian:13', 'RUN useradd app && mkdir /data && chown app /data', 'VOLUME /data', 'CMD ["/srv/app"]'],
    user: 'USER app',
  },
  {
    says: 'a volume below what is given with all below it',
    lines: [
      'FROM node:24',
      'RUN mkdir -p /srv/a/db && chown -R node:node /srv/a',
      'VOLUME /srv/a/db',
      'CMD ["/srv/app"]',
    ],
    user: 'USER 1000',
  },
  {
    says: 'a volume below what alone is given',
    lines: ['FROM node:24', 'RUN mkdir -p /srv/a/db && chown node:node /srv/a', 'VOLUME /srv/a/db', 'CMD ["/srv/app"]'],
    supposes: /\/srv\/a\/db/,
  },
  {
    says: 'a volume open to all',
    lines: ['FROM debian:13', 'RUN mkdir /data && chmod 1777 /data', 'VOLUME /data', 'CMD ["/srv/app"]'],
    user: 'USER 10001:10001',
  },
  {
    says: 'a folder for logs',
    lines: ['FROM debian:13', 'RUN mkdir -p /var/log/app', 'CMD ["/srv/app"]'],
    supposes: /\/var\/log\/app/,
  },
  {
    says: 'a log that the program is told of',
    lines: ['FROM debian:13', 'CMD /srv/app >> /var/log/app.log'],
    supposes: /\/var\/log\/app\.log/,
  },
  {
    says: 'a folder of data that the program is told of',
    lines: ['FROM debian:13', 'CMD ["/srv/app", "--dir=/data"]'],
    supposes: /\/data/,
  },
  {
    says: 'a folder that is made and left empty',
    lines: ['FROM debian:13', 'RUN mkdir -p /transmission/watch', 'CMD ["/srv/app"]'],
    supposes: /\/transmission\/watch/,
  },
  {
    says: 'a folder that files are put into',
    lines: ['FROM debian:13', 'RUN mkdir -p /shop/bin', 'COPY app /shop/bin/', 'CMD ["/shop/bin/app"]'],
    user: 'USER 10001:10001',
  },
  {
    says: 'a volume of a comment',
    lines: ['# docker run -v /srv/x:/var/shop img', 'FROM debian:13', 'CMD ["/srv/app"]'],
    supposes: /\/var\/shop/,
  },
  { says: 'a port below 1024', lines: ['FROM node:24', 'EXPOSE 80', 'CMD ["node", "x.js"]'], supposes: /port 80/ },
  {
    says: 'one that the program may open',
    lines: [
      'FROM node:24',
      'RUN setcap cap_net_bind_service=+ep /usr/local/bin/node',
      'EXPOSE 80',
      'CMD ["node", "x.js"]',
    ],
    user: 'USER 1000:1000',
  },
  { says: 'a port above', lines: ['FROM node:24', 'EXPOSE 8080', 'CMD ["node", "x.js"]'], user: 'USER 1000:1000' },
  { says: 'an image for others', lines: ['FROM node:24', 'ONBUILD RUN npm ci'], supposes: /built on it/ },
  {
    says: 'a run with more permission',
    lines: ['# docker run --privileged x', 'FROM debian:13', 'CMD ["/srv/app"]'],
    supposes: /--privileged/,
  },

  // Where users are made.
  {
    says: 'not as somebody else that the stage begins as',
    lines: ['FROM debian:13 AS base', 'USER 7', 'FROM base', 'USER root', 'COPY app /srv/', 'CMD ["/srv/app"]'],
    user: 'USER 7',
  },
  {
    says: 'no tools to make users on Amazon Linux',
    lines: ['FROM amazonlinux:2023', 'CMD ["/srv/app"]'],
    user: 'USER 10001:10001',
  },
];

describe('the user that a stage is offered', () => {
  for (const { says, lines, user, supposes, refuses } of table)
    it(says, () => {
      const text = `${lines.join('\n')}\n`;
      const scope = new Scope([missingUser, rootUser, unstatedUser], { language: 'dockerfile', text });
      const [finding] = scope.findings;
      assert.ok(finding !== undefined, 'nothing is found');
      const [first] = scope.fixes(finding);
      assert.ok(first !== undefined, 'nothing is offered');
      if ('refused' in first) {
        assert.match(first.refused, refuses ?? /^$/);
        return;
      }
      assert.ok(refuses === undefined, first.title);
      assert.match(first.assumes ? first.title : '', supposes ?? /^$/);
      const fixed = applyEdits(text, first.edits);
      if (user !== undefined) assert.ok(fixed.includes(`\n${user}\n`), fixed);
      assert.equal(
        scope.fixAll() === undefined,
        first.assumes && scope.fixes(finding).every((fix) => 'refused' in fix || fix.assumes),
      );
    });

  it('makes no user without the tools for it', () => {
    for (const image of [
      'amazonlinux:2023',
      'amazoncorretto:21',
      'openjdk:21',
      'oraclelinux:9-slim',
      'rockylinux:9-minimal',
    ]) {
      const text = `FROM ${image}\nCMD ["/srv/app"]\n`;
      assert.doesNotMatch(
        new Scope([missingUser], { language: 'dockerfile', text }).fixAll() ?? '',
        /useradd|adduser/,
        image,
      );
    }
    for (const image of ['public.ecr.aws/docker/library/alpine:3.22', 'python:3.13-alpine3.22']) {
      const text = `FROM ${image}\nCMD ["/srv/app"]\n`;
      assert.match(new Scope([missingUser], { language: 'dockerfile', text }).fixAll() ?? '', /RUN addgroup/, image);
    }
  });

  it('makes it as root, behind the USER that makes the stage root again', () => {
    const text = 'FROM debian:13 AS base\nUSER $WHO\nFROM base\nUSER root\nCOPY app /srv/\nCMD ["/srv/app"]\n';
    const scope = new Scope([rootUser], { language: 'dockerfile', text });
    assert.match(scope.fixAll() ?? '', /USER root\nRUN groupadd[^\n]*\nCOPY app \/srv\/\nUSER 10001:10001\n/);
  });
});
