/**
 * Releases of images: when each line gets no more fixes, and which line to pin to. Edited by hand, one row a product; the rules read it through
 * `end-of-life.ts` and `stable-tags.ts`. Sources: of the ends the page of each row, where endoflife.date/NAME names the project's own schedule
 * (github.com/endoflife-date/endoflife.date, commit a70eca33); of the stable lines github.com/docker-library/official-images, commit 37079fb3;
 * both as of 2026-08-22. Support that is paid for is left out; of Debian the end is that of its LTS.
 */
export interface ImageReleases {
  /** Repositories, separated by blanks; Docker's official images as `library/name`. */
  readonly images: string;
  /**
   * The line to pin to: what `latest` named, but the line of long-term support where `latest` names one that the next release ends (MySQL), and the
   * major version where each minor one ends within weeks (Rust, Traefik). Left out: no rule offers one.
   */
  readonly stable?: string;
  /** What it stores is written for its version, and an older one does not read it. */
  readonly keepsData?: true;
  /** `LINE=DAY`, separated by blanks; the line is the beginning of a tag, `*` is the whole image; the day is `2024-06-30` or a month. */
  readonly ends: string;
  readonly source: string;
  /** The day whose state of the source stands here. */
  readonly read: string;
}

export const imageReleases: readonly ImageReleases[] = [
  {
    images: 'library/debian',
    stable: '13',
    ends: '7=2018-05-31 wheezy=2018-05-31 8=2020-06-30 jessie=2020-06-30 9=2022-07-01 stretch=2022-07-01 10=2024-06-30 buster=2024-06-30 11=2026-08-31 bullseye=2026-08-31 12=2028-06-30 bookworm=2028-06-30 13=2030-06-30 trixie=2030-06-30',
    source: 'endoflife.date/debian',
    read: '2026-08-22',
  },
  {
    images: 'library/ubuntu',
    stable: '26.04',
    ends: '12.04=2017-04-28 14.04=2019-04-02 trusty=2019-04-02 16.04=2021-04-02 xenial=2021-04-02 18.04=2023-05-31 bionic=2023-05-31 20.04=2025-05-31 focal=2025-05-31 22.04=2027-04-01 jammy=2027-04-01 22.10=2023-07-20 23.04=2024-01-20 23.10=2024-07-12 24.04=2029-05-31 noble=2029-05-31 24.10=2025-07-10 25.04=2026-01-17 25.10=2026-07-01 questing=2026-07-01 26.04=2031-04-30 resolute=2031-04-30',
    source: 'endoflife.date/ubuntu',
    read: '2026-08-22',
  },
  {
    images: 'library/alpine',
    stable: '3.24',
    ends: '3.1=2016-11-01 3.2=2017-05-01 3.3=2017-11-01 3.4=2018-05-01 3.5=2018-11-01 3.6=2019-05-01 3.7=2019-11-01 3.8=2020-05-01 3.9=2020-11-01 3.10=2021-05-01 3.11=2021-11-01 3.12=2022-05-01 3.13=2022-11-01 3.14=2023-05-01 3.15=2023-11-01 3.16=2024-05-23 3.17=2024-11-22 3.18=2025-05-09 3.19=2025-11-01 3.20=2026-04-01 3.21=2026-11-01 3.22=2027-05-01 3.23=2027-11-01 3.24=2028-06-01',
    source: 'endoflife.date/alpine-linux',
    read: '2026-08-22',
  },
  {
    images: 'library/fedora',
    ends: '36=2023-05-16 37=2023-12-05 38=2024-05-21 39=2024-11-26 40=2025-05-13 41=2025-12-15 42=2026-05-27 43=2026-12-09 44=2027-06-02',
    source: 'endoflife.date/fedora',
    read: '2026-08-22',
  },
  {
    images: 'library/amazonlinux',
    ends: '2018.03=2023-12-31 1=2023-12-31 2=2026-06-30 2023=2029-06-30',
    source: 'endoflife.date/amazon-linux',
    read: '2026-08-22',
  },
  {
    images: 'library/node',
    stable: '26',
    ends: '4=2018-04-30 5=2016-06-30 6=2019-04-30 7=2017-06-30 8=2019-12-31 9=2018-06-30 10=2021-04-30 11=2019-06-30 12=2022-04-30 13=2020-06-01 14=2023-04-30 15=2021-06-01 16=2023-09-11 17=2022-06-01 18=2025-04-30 19=2023-06-01 20=2026-04-30 21=2024-06-01 22=2027-04-30 23=2025-06-01 24=2028-04-30 25=2026-06-01 26=2029-04-30',
    source: 'endoflife.date/nodejs',
    read: '2026-08-22',
  },
  {
    images: 'library/python',
    stable: '3.14',
    ends: '2.7=2020-01-01 2=2020-01-01 3.3=2017-09-29 3.4=2019-03-18 3.5=2020-09-30 3.6=2021-12-23 3.7=2023-06-27 3.8=2024-10-07 3.9=2025-10-31 3.10=2026-10-31 3.11=2027-10-31 3.12=2028-10-31 3.13=2029-10-31 3.14=2030-10-31',
    source: 'endoflife.date/python',
    read: '2026-08-22',
  },
  {
    images: 'library/php',
    stable: '8.5',
    ends: '5.6=2018-12-31 5=2018-12-31 7.0=2019-01-10 7.1=2019-12-01 7.2=2020-11-30 7.3=2021-12-06 7.4=2022-11-28 7=2022-11-28 8.0=2023-11-26 8.1=2025-12-31 8.2=2026-12-31 8.3=2027-12-31 8.4=2028-12-31 8.5=2029-12-31',
    source: 'endoflife.date/php',
    read: '2026-08-22',
  },
  {
    images: 'library/ruby',
    stable: '4.0',
    ends: '2.7=2023-03-31 2=2023-03-31 3.0=2024-04-23 3.1=2025-03-26 3.2=2026-03-31 3.3=2027-03-31 3.4=2028-03-31 4.0=2029-03-31',
    source: 'endoflife.date/ruby',
    read: '2026-08-22',
  },
  {
    images: 'library/golang',
    stable: '1.27',
    ends: '1.10=2019-02-25 1.11=2019-09-03 1.12=2020-02-25 1.13=2020-08-11 1.14=2021-02-16 1.15=2021-08-16 1.16=2022-03-15 1.17=2022-08-02 1.18=2023-02-01 1.19=2023-09-06 1.20=2024-02-06 1.21=2024-08-13 1.22=2025-02-11 1.23=2025-08-12 1.24=2026-02-10 1.25=2026-08-19',
    source: 'endoflife.date/go',
    read: '2026-08-22',
  },
  {
    images: 'library/postgres',
    stable: '18',
    keepsData: true,
    ends: '9.6=2021-11-11 9=2021-11-11 10=2022-11-10 11=2023-11-09 12=2024-11-21 13=2025-11-13 14=2026-11-12 15=2027-11-11 16=2028-11-09 17=2029-11-08 18=2030-11-14',
    source: 'endoflife.date/postgresql',
    read: '2026-08-22',
  },
  {
    images: 'library/mysql',
    stable: '9.7',
    keepsData: true,
    ends: '5.5=2018-12-31 5.6=2021-02-28 5.7=2023-10-31 8.0=2026-04-30 8.1=2023-10-25 8.2=2023-12-14 8.3=2024-04-10 8.4=2032-04-30 9.0=2024-10-15 9.1=2025-01-21 9.2=2025-04-15 9.3=2025-07-22 9.4=2025-10-21 9.5=2026-01-20 9.6=2026-04-21 9.7=2034-04-21',
    source: 'endoflife.date/mysql',
    read: '2026-08-22',
  },
  {
    images: 'library/mariadb',
    stable: '12.3',
    keepsData: true,
    ends: '10.0=2019-03-31 10.1=2020-10-17 10.2=2022-05-23 10.3=2023-05-25 10.4=2024-06-18 10.5=2025-06-24 10.6=2026-07-06 10.7=2023-02-09 10.8=2023-05-20 10.9=2023-08-22 10.10=2023-11-17 10.11=2028-02-16 11.0=2024-06-06 11.1=2024-08-21 11.2=2024-11-21 11.3=2024-05-29 11.4=2029-05-29 11.5=2024-11-21 11.6=2025-02-13 11.7=2025-05-12 11.8=2028-06-04 12.0=2025-11-18 12.1=2026-02-13 12.2=2026-05-28 12.3=2029-06-12',
    source: 'endoflife.date/mariadb',
    read: '2026-08-22',
  },
  {
    images: 'library/mongo',
    ends: '3.6=2021-04-30 3=2021-04-30 4.0=2022-04-30 4.2=2023-04-30 4.4=2024-02-29 5.0=2024-10-31 5=2024-10-31 5.1=2022-01-19 5.2=2022-03-23 5.3=2022-07-19 6.0=2025-07-31 6=2025-07-31 6.1=2023-02-09 6.2=2023-04-24 6.3=2023-08-31 7.0=2027-08-31 7=2027-08-31 7.1=2024-01-23 7.2=2024-03-27 7.3=2024-10-02 8.0=2029-10-31 8.1=2025-09-30 8.2=2026-07-31 8.3=2029-10-31',
    source: 'endoflife.date/mongodb',
    read: '2026-08-22',
  },
  {
    images: 'library/elasticsearch library/kibana',
    ends: '5=2019-03-11 6=2022-02-10 7=2026-01-15 8.16=2025-04-15 8.17=2025-08-12 9.0=2025-10-23 8.18=2025-10-21 8.19=2027-07-15 9.1=2026-02-03 9.2=2026-05-05 9.3=2026-08-04',
    source: 'endoflife.date/elasticsearch; the end of 5 is not verified',
    read: '2026-08-22',
  },
  {
    images: 'dotnet/aspnet dotnet/runtime dotnet/runtime-deps dotnet/sdk',
    ends: '3.1=2022-12-13 5.0=2022-05-10 6.0=2024-11-12 7.0=2024-05-14 8.0=2026-11-10 9.0=2026-11-10 10.0=2028-11-14',
    source: 'endoflife.date/dotnet',
    read: '2026-08-22',
  },
  {
    images: 'library/eclipse-temurin',
    stable: '25',
    ends: '25=2031-09-30',
    source: 'endoflife.date/eclipse-temurin',
    read: '2026-08-22',
  },
  {
    images: 'library/haproxy',
    stable: '3.4',
    ends: '3.4=2031-04-01',
    source: 'endoflife.date/haproxy',
    read: '2026-08-22',
  },
  // docker-library/openjdk issue 505: only early-access builds were updated after the month.
  {
    images: 'library/openjdk',
    ends: '*=2022-07',
    source: 'hub.docker.com/_/openjdk, deprecation notice',
    read: '2026-11-27',
  },
  { images: 'library/centos', ends: '*=2024-06-30', source: 'endoflife.date/centos, the end of 7', read: '2026-08-22' },
  {
    images: 'ingress-nginx/controller',
    ends: '*=2026-03',
    source: 'kubernetes.io/blog/2025/11/11/ingress-nginx-retirement',
    read: '2026-11-27',
  },
  // No end is announced for these lines.
  {
    images: 'library/busybox',
    stable: '1.38',
    ends: '',
    source: 'github.com/docker-library/official-images, library/busybox',
    read: '2026-08-22',
  },
  { images: 'library/caddy', stable: '2', ends: '', source: 'endoflife.date/caddy', read: '2026-08-22' },
  { images: 'library/gradle', stable: '9', ends: '', source: 'endoflife.date/gradle', read: '2026-08-22' },
  { images: 'library/httpd', stable: '2.4', ends: '', source: 'endoflife.date/apache-http-server', read: '2026-08-22' },
  {
    images: 'library/maven',
    stable: '3.9',
    ends: '',
    source: 'github.com/docker-library/official-images, library/maven',
    read: '2026-08-22',
  },
  { images: 'library/memcached', stable: '1.6', ends: '', source: 'endoflife.date/memcached', read: '2026-08-22' },
  { images: 'library/nginx', stable: '1.31', ends: '', source: 'endoflife.date/nginx', read: '2026-08-22' },
  {
    images: 'library/rabbitmq',
    stable: '4.3',
    keepsData: true,
    ends: '',
    source: 'endoflife.date/rabbitmq',
    read: '2026-08-22',
  },
  {
    images: 'library/redis',
    stable: '8.10',
    keepsData: true,
    ends: '',
    source: 'endoflife.date/redis',
    read: '2026-08-22',
  },
  { images: 'library/rust', stable: '1', ends: '', source: 'endoflife.date/rust', read: '2026-08-22' },
  { images: 'library/tomcat', stable: '11.0', ends: '', source: 'endoflife.date/tomcat', read: '2026-08-22' },
  { images: 'library/traefik', stable: 'v3', ends: '', source: 'endoflife.date/traefik', read: '2026-08-22' },
];
