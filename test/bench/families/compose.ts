/** What a Compose file repeats. */
import { compose, composeFile, type Family, pair } from './family.ts';

export const composeFamilies: readonly Family[] = [
  compose(
    'Compose services',
    'services:\n',
    (i) => `  s${i}:\n    image: nginx\n    privileged: true\n    depends_on: [s${i - 1}]\n`,
  ),
  compose(
    'Compose services that are built',
    'services:\n',
    (i) => `  s${i}:\n    build: {context: ./s${i}}\n    user: root\n`,
  ),
  compose(
    'Compose extends',
    'services:\n  s:\n    image: nginx\n',
    (i) => `  s${i + 1}:\n    extends: {service: s${i}}\n`,
  ),
  compose(
    'Compose environment',
    'services:\n  s:\n    image: nginx\n    environment:\n',
    (i) => `      - PASSWORD_${i}=hunter2\n`,
  ),
  compose('Compose volumes', 'services:\n  s:\n    image: nginx\n    volumes:\n', (i) => `      - /etc/a${i}:/b\n`),
  compose('Compose ports', 'services:\n  s:\n    image: nginx\n    ports:\n', (i) => `      - "${i % 60000}:80"\n`),
  compose('Compose capabilities', 'services:\n  s:\n    image: nginx\n    cap_add:\n', () => '      - ALL\n'),
  pair(
    'Compose services and volumes',
    'volumes:\n',
    (i) => `  v${i}: {driver_opts: {type: none, o: bind, device: /etc/x${i}}}\n`,
    'services:\n',
    (i) => `  s${i}: {image: nginx, volumes: ["v${i}:/x"]}\n`,
    composeFile,
  ),
  pair(
    'Compose networks and services',
    'networks:\n',
    (i) => `  n${i}: {internal: false}\n`,
    'services:\n',
    (i) => `  s${i}: {image: nginx, networks: [n${i}], ports: ["${i % 60000}:80"], depends_on: [s0]}\n`,
    composeFile,
  ),
  compose('one long line of Compose', 'services: {', (i) => `s${i}: {image: nginx, privileged: true}, `, '}\n'),
  {
    name: 'many Compose files',
    make: (size) =>
      Array.from({ length: Math.ceil(size / 150) }, (_, i) => ({
        path: `d${i}/compose.yaml`,
        text: `services:\n  s:\n    build: .\n    privileged: true\n    volumes: ["/var/run/docker.sock:/x"]\n`,
      })),
  },
];
