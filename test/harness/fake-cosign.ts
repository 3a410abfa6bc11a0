/** A program that plays cosign: it stands on the PATH of the test and does what `TUF_PLAYS`, a variable that cosign gets, says. Needs a POSIX system. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const digest = `sha256:${'c'.repeat(64)}`;
const held = JSON.stringify([
  {
    critical: {
      identity: { 'docker-reference': 'ghcr.io/acme/web' },
      image: { 'docker-manifest-digest': digest },
      type: '',
    },
    optional: { Subject: 'https://github.com/acme/web', Issuer: 'https://token.actions.githubusercontent.com' },
  },
]);

const says = (text: string, status: number): string =>
  `console.error(${JSON.stringify(`Error: ${text}\nmain.go:74: error during command execution: ${text}`)}); process.exitCode = ${status}`;

const plays = {
  verified: `process.stdout.write(${JSON.stringify(held)})`,
  unsigned: says('no signatures found', 10),
  gone: says('image tag not found: GET https://ghcr.io/v2/acme/web/manifests/1: MANIFEST_UNKNOWN', 11),
  other: says(
    'no matching signatures: none of the expected identities matched what was in the certificate, got subjects [https://github.com/evil\u001b[2J/web] with issuer https://token.actions.githubusercontent.com',
    12,
  ),
  bundle: says(
    'no matching attestations: failed to verify certificate identity: no matching CertificateIdentity found, last error: expected SAN value "https://github.com/acme/web", got "https://github.com/evil/web"',
    1,
  ),
  keyed: says('no certificate found on signature', 13),
  log: says(
    'no matching signatures: Post "https://rekor.sigstore.dev/api/v1/log": dial tcp: lookup rekor.sigstore.dev: no such host',
    12,
  ),
  roots: says('setting trusted material: getting trusted root from TUF for new bundle verification: x', 1),
  denied: says('GET https://ghcr.io/token: DENIED: denied', 1),
  odd: says('something else', 77),
  rubbish: "process.stdout.write('\\u0000<html>')",
  nothing: "process.stdout.write('[]')",
  hangs: 'setInterval(() => {}, 1000)',
  floods:
    'const mb = Buffer.alloc(1024 * 1024, 120); (function more(n) { if (n > 0) process.stdout.write(mb, () => more(n - 1)) })(200)',
} as const;

/** What it does when it is to verify. */
export type CosignPlay = keyof typeof plays;

/** The digest that it says was signed. */
export const signedDigest = digest;

const program = `#!${process.execPath}
const { appendFileSync, readFileSync } = require('fs');
const args = process.argv.slice(2);
const key = args.find((one) => one.startsWith('--key='));
const text = key === undefined ? null : readFileSync(key.slice(6), 'utf8');
if (process.env.TUF_LOG) appendFileSync(process.env.TUF_LOG, JSON.stringify({ args, text, names: Object.keys(process.env) }) + '\\n');
if (args[0] === 'version') process.stdout.write(JSON.stringify({ gitVersion: process.env.TUF_VERSION ?? 'v3.1.2' }));
else switch (process.env.TUF_PLAYS) {
${Object.entries(plays)
  .map(([name, does]) => `  case '${name}': { ${does}; break; }`)
  .join('\n')}
}
`;

/** One call of the program. */
export interface CosignCall {
  readonly args: readonly string[];
  /** Of the key that it was given. */
  readonly text: string | null;
  /** Of the variables of its environment. */
  readonly names: readonly string[];
}

export class FakeCosign {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-fake-')));
  readonly #log = join(this.folder, 'log');

  constructor() {
    mkdirSync(join(this.folder, 'bin'));
    writeFileSync(join(this.folder, 'bin', 'package.json'), '{"type":"commonjs"}');
    writeFileSync(join(this.folder, 'bin', 'cosign'), program);
    chmodSync(join(this.folder, 'bin', 'cosign'), 0o755);
  }

  /** For a process. */
  environment(play: CosignPlay, more: { readonly [name: string]: string } = {}): { [name: string]: string } {
    return { PATH: join(this.folder, 'bin'), HOME: this.folder, TUF_PLAYS: play, TUF_LOG: this.#log, ...more };
  }

  /** What it was called with since the last time somebody asked, without the questions for its version. */
  calls(): readonly CosignCall[] {
    try {
      const calls = readFileSync(this.#log, 'utf8').trim().split('\n');
      rmSync(this.#log);
      return calls.map((line) => JSON.parse(line) as CosignCall).filter(({ args }) => args[0] !== 'version');
    } catch {
      return [];
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
