/** Servers and folders for one test each, and what the tests ask of their answers. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver';
import { Client, type ClientOptions } from '../server/lsp/client.ts';
import { privileged } from '../server/lsp/texts.ts';

export type Failure = Error & { readonly code?: number };

export const cancelledCode = -32800;
export const requestFailed = -32803;
export const whole = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };
export const many = Array.from({ length: 80 }, (_, i) => privileged.replaceAll('web', `web${i}`)).join('---\n');

export async function using(options: ClientOptions, body: (client: Client) => Promise<void>): Promise<void> {
  const client = await Client.start(options);
  try {
    await body(client);
  } finally {
    await client.stop();
  }
}

/** With a folder of its own. */
export async function inFolder(
  files: { readonly [path: string]: string },
  body: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-server-')));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    await body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const failureOf = (answer: Promise<unknown>): Promise<Failure | undefined> =>
  answer.then(
    () => undefined,
    (error: Failure) => error,
  );

export const codes = (found: readonly Diagnostic[]): readonly (string | number | undefined)[] =>
  found.map(({ code }) => code);
