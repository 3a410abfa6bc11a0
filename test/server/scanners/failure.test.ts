import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Cause, causeOf, causes, failureOf } from '../../../server/scanners/failure.ts';

const of = {
  title: 'Trivy',
  program: 'trivy',
  target: 'ghcr.io/team/web:1',
  registry: 'ghcr.io',
  update: 'trivy image --download-db-only',
  oldest: '0.60.0',
  seconds: 300,
};

/** As Trivy 0.76.0 said it without a network and without engines. */
const engines = `	* docker error: unable to inspect the image (nginx:9): failed to connect to the docker API at unix:///var/run/docker.sock; check if the path is correct and if the daemon is running: dial unix /var/run/docker.sock: connect: no such file or directory
	* containerd error: containerd socket not found: /run/containerd/containerd.sock
	* podman error: unable to initialize Podman client: no podman socket found: stat podman/podman.sock: no such file or directory`;
const head =
  '2026-11-28T02:24:14Z	FATAL	Fatal error	run error: image scan error: scan error: unable to find the specified image "nginx:9"';

/** As Grype 0.121.2 said it. */
const grypeHead = '[0000] ERROR \u001b[31mfailed to catalog: errors occurred attempting to resolve';
const grypeEngines = `  - docker: docker not available: failed to connect to Docker daemon. Ensure Docker is running and accessible
  - podman: podman not available: no host address
  - containerd: containerd not available: no grpc connection or services is available: unavailable`;

const said: readonly (readonly [Cause, string])[] = [
  [
    'no-database',
    '2026-11-28T02:17:12Z	FATAL	Fatal error	run error: init error: DB error: database error: --skip-db-update cannot be specified on the first run',
  ],
  ['no-database', 'failed to load vulnerability db: database does not exist'],
  ['database-schema', 'FATAL --skip-db-update cannot be specified with the old DB schema. Local DB: 1, Expected: 2'],
  ['download', 'OCI artifact error: failed to download vulnerability DB: TOOMANYREQUESTS: retry-after: 1ms'],
  ['no-engine', `${head} in ["docker" "containerd" "podman"]: 3 errors occurred:\n${engines}\n`],
  ['no-engine', 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?'],
  [
    'offline',
    `${head}: 4 errors occurred:\n${engines}\n	* remote error: Get "https://index.docker.io/v2/": dial tcp: lookup index.docker.io: network is unreachable\n`,
  ],
  [
    'no-such-image',
    `${head}: 4 errors occurred:\n${engines}\n	* remote error: GET https://ghcr.io/v2/a/manifests/1: MANIFEST_UNKNOWN: manifest unknown\n`,
  ],
  [
    'not-logged-in',
    `${head}: 4 errors occurred:\n${engines}\n	* remote error: GET https://ghcr.io/token: UNAUTHORIZED: authentication required\n`,
  ],
  ['platform', `${head}: 4 errors occurred:\n${engines}\n	* remote error: the specified platform not found\n`],
  ['no-engine', `${grypeHead} 'nosuch:1':\n${grypeEngines}`],
  [
    'offline',
    `${grypeHead} 'localhost:1/x:1':\n${grypeEngines}\n  - oci-registry: failed to get image descriptor from registry: Get "https://localhost:1/v2/": dial tcp 127.0.0.1:1: connect: connection refused`,
  ],
  [
    'no-such-image',
    `${grypeHead} 'localhost:1/x:1':\n${grypeEngines}\n  - oci-registry: failed to get image descriptor from registry: GET https://localhost:1/v2/x/manifests/1: MANIFEST_UNKNOWN: manifest unknown`,
  ],
  [
    'no-such-image',
    '[0000] ERROR \u001b[31mfailed to catalog: no source providers were able to resolve the input "/gone.tar"\u001b[0m',
  ],
  ['certificate', 'remote: tls: failed to verify certificate: x509: certificate signed by unknown authority'],
  ['not-logged-in', '`snyk` requires an authenticated account. Please run `snyk auth` and try again.'],
  ['not-logged-in', 'Log in with your Docker ID or email address to use docker scout.'],
  ['timed-out', '\u001b[31mFATAL\u001b[0m image scan error: context deadline exceeded'],
  ['disk', 'write /tmp/x: no space left on device'],
  ['busy', 'unable to initialize fs cache: cache may be in use by another process: timeout'],
  ['too-old', 'Error: unknown flag: --skip-version-check'],
  ['no-such-image', 'unable to open the file: open ../gone.tar: no such file or directory'],
  ['not-installed', "docker: 'scout' is not a docker command.\nSee 'docker --help'"],
  ['unknown', 'panic: runtime error'],
  ['unknown', ''],
];

describe('the cause of a failure', () => {
  for (const [cause, text] of said) it(`${cause}: ${text.trim().slice(-60)}`, () => assert.equal(causeOf(text), cause));
});

describe('what is said of a failure', () => {
  it('is one plain line for each cause, and never the same for two', () => {
    const lines = causes.map((cause) => failureOf(cause, of, '').message);
    assert.equal(new Set(lines).size, causes.length);
    for (const line of lines) assert.match(line, /^[A-Z][^\n]{10,160}$|^ghcr/);
  });

  it('names what helps', () => {
    assert.match(failureOf('no-database', of, '').message, /run: trivy image --download-db-only/);
    assert.match(failureOf('not-logged-in', of, '').message, /docker login ghcr\.io/);
    assert.match(failureOf('timed-out', of, '').message, /300 s/);
  });

  it('has the last words of the program, without what moves a terminal', () => {
    const { detail } = failureOf('unknown', of, 'INFO a\n\u001b[31mFATAL\u001b[0m x\u001b]0;title\u0007\u202e\n');
    assert.match(detail, /^FATAL x/);
    assert.doesNotMatch(detail, /[\p{Cc}\u202e]/u);
    assert.ok(failureOf('unknown', of, 'x'.repeat(100_000)).detail.length <= 400);
  });
});
