/**
 * Release lines of images that get no more fixes, with the day they ended. Source: the release schedules that the projects
 * publish (Debian LTS, Ubuntu releases, Alpine, Node.js, Python, PHP and so on), as of 2026-11-23. Support that is paid for is left out.
 */

export interface Line {
  /** The beginning of a tag: a version or a code name. */
  readonly tag: string;
  /** The day, `2024-06-30`, or the month. */
  readonly ended: string;
}

const lines = (text: string): readonly Line[] =>
  text.split(' ').map((pair) => {
    const [tag = '', ended = ''] = pair.split('=');
    return { tag, ended };
  });

const debian = lines(
  '7=2018-05-31 wheezy=2018-05-31 8=2020-06-30 jessie=2020-06-30 9=2022-06-30 stretch=2022-06-30 10=2024-06-30 buster=2024-06-30 11=2026-08-31 bullseye=2026-08-31',
);
const ubuntu = lines(
  '12.04=2017-04-28 14.04=2019-04-25 trusty=2019-04-25 16.04=2021-04-30 xenial=2021-04-30 18.04=2023-05-31 bionic=2023-05-31 20.04=2025-05-31 focal=2025-05-31 22.10=2023-07-20 23.04=2024-01-25 23.10=2024-07-11 24.10=2025-07-10 25.04=2026-01-15',
);
const alpine = lines(
  '3.1=2016-11-01 3.2=2017-05-01 3.3=2017-11-01 3.4=2018-05-01 3.5=2018-11-01 3.6=2019-05-01 3.7=2019-11-01 3.8=2020-05-01 3.9=2020-11-01 3.10=2021-05-01 3.11=2021-11-01 3.12=2022-05-01 3.13=2022-11-01 3.14=2023-05-01 3.15=2023-11-01 3.16=2024-05-23 3.17=2024-11-22 3.18=2025-05-09 3.19=2025-11-01 3.20=2026-04-01 3.21=2026-11-01 3.22=2027-05-01',
);

/** By repository; Docker's official images as `library/name`. A line without a tag is the whole image. */
export const endOfLife: ReadonlyMap<string, readonly Line[]> = new Map([
  ['library/debian', debian],
  ['library/ubuntu', ubuntu],
  ['library/alpine', alpine],
  ['library/centos', [{ tag: '', ended: '2024-06-30' }]],
  ['library/openjdk', [{ tag: '', ended: '2022-07' }]],
  ['ingress-nginx/controller', [{ tag: '', ended: '2026-03' }]],
  ['library/amazonlinux', lines('1=2023-12-31 2018.03=2023-12-31 2=2026-06-30')],
  ['library/fedora', lines('36=2023-05-16 37=2023-12-05 38=2024-05-21 39=2024-11-26 40=2025-05-13')],
  [
    'library/node',
    lines(
      '4=2018-04-30 5=2016-06-30 6=2019-04-30 7=2017-06-30 8=2019-12-31 9=2018-06-30 10=2021-04-30 11=2019-06-01 12=2022-04-30 13=2020-06-01 14=2023-04-30 15=2021-06-01 16=2023-09-11 17=2022-06-01 18=2025-04-30 19=2023-06-01 20=2026-04-30 21=2024-06-01 23=2025-06-01 25=2026-06-01 22=2027-04-30',
    ),
  ],
  [
    'library/python',
    lines(
      '2=2020-01-01 2.7=2020-01-01 3.3=2017-09-29 3.4=2019-03-18 3.5=2020-09-30 3.6=2021-12-23 3.7=2023-06-27 3.8=2024-10-07 3.9=2025-10-31 3.10=2026-10-31',
    ),
  ],
  [
    'library/php',
    lines(
      '5=2018-12-31 7.0=2019-01-10 7.1=2019-12-01 7.2=2020-11-30 7.3=2021-12-06 7.4=2022-11-28 7=2022-11-28 8.0=2023-11-26 8.1=2025-12-31 8.2=2026-12-31',
    ),
  ],
  ['library/ruby', lines('2=2023-03-31 3.0=2024-04-23 3.1=2025-03-26 3.2=2026-03-31')],
  [
    'library/golang',
    lines(
      '1.16=2022-03-15 1.17=2022-08-02 1.18=2023-02-01 1.19=2023-08-08 1.20=2024-02-06 1.21=2024-08-13 1.22=2025-02-11 1.23=2025-08-12',
    ),
  ],
  ['library/postgres', lines('9=2021-11-11 10=2022-11-10 11=2023-11-09 12=2024-11-21 13=2025-11-13 14=2026-11-12')],
  ['library/mysql', lines('5.5=2018-12-31 5.6=2021-02-05 5.7=2023-10-31 8.0=2026-04-30')],
  ['library/mariadb', lines('10.2=2022-05-23 10.3=2023-05-25 10.4=2024-06-18 10.5=2025-06-24 10.6=2026-07-06')],
  ['library/mongo', lines('3=2021-04-30 4.0=2022-04-30 4.2=2023-04-30 4.4=2024-02-29 5=2024-10-31 6=2025-07-31')],
  ['library/elasticsearch', lines('5=2019-03-11 6=2022-02-10 7=2026-01-15')],
  ['library/kibana', lines('5=2019-03-11 6=2022-02-10 7=2026-01-15')],
  ...['aspnet', 'runtime', 'runtime-deps', 'sdk'].map(
    (name) =>
      [
        `dotnet/${name}`,
        lines('3.1=2022-12-13 5.0=2022-05-10 6.0=2024-11-12 7.0=2024-05-14 8.0=2026-11-10 9.0=2026-11-10'),
      ] as const,
  ),
]);

/** Distributions that other images name in their tags: `node:22-buster`, `python:3.13-alpine3.16`. */
export const distributions: readonly (readonly [name: string, prefix: string, lines: readonly Line[]])[] = [
  ['Debian', '', debian.filter(({ tag }) => /^[a-z]/.test(tag))],
  ['Ubuntu', '', ubuntu.filter(({ tag }) => /^[a-z]/.test(tag))],
  ['Alpine', 'alpine', alpine],
];
