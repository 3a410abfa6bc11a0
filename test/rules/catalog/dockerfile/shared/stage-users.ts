/** Stages of many kinds, and the user that each is offered: a sentence a row. */

export interface Row {
  readonly says: string;
  readonly lines: readonly string[];
  /** A line of the result, of the first fix that nothing stands against. */
  readonly user?: string;
  /** What the first offer has to suppose; left out where there is nothing. */
  readonly supposes?: RegExp;
  /** No fix at all, and why. */
  readonly refuses?: RegExp;
}

export const stageUsers: readonly Row[] = [
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
