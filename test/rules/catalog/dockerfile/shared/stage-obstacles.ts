/** Stages in which something is against a user of their own: what the offer supposes, or why there is none. */
import type { Row } from './stage-users.ts';

export const stageObstacles: readonly Row[] = [
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
    says: 'a program that its mode closes',
    lines: ['FROM debian:13', 'COPY run /run-app', 'RUN chmod 750 ./run-app', 'CMD ["/run-app"]'],
    supposes: /others than root may start \/run-app/,
  },
  {
    says: 'a program that its mode closes, in a folder',
    lines: ['FROM debian:13', 'WORKDIR /srv', 'COPY app .', 'RUN chmod 0700 app', 'CMD ["/srv/app"]'],
    supposes: /others than root may start \/srv\/app/,
  },
  {
    says: 'a program that its mode opens again',
    lines: ['FROM debian:13', 'COPY app /srv/app', 'RUN chmod 700 /srv/app && chmod 755 /srv/app', 'CMD ["/srv/app"]'],
    user: 'USER 10001:10001',
  },
  {
    says: 'another file that its mode closes',
    lines: ['FROM debian:13', 'WORKDIR /srv', 'COPY app .', 'RUN chmod 600 key', 'CMD ["/srv/app"]'],
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
];
