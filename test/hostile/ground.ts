/** Folders that somebody else made, for the suites beside this file, and what this machine lacks of what they are made of. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/root.ts';
import { Folder } from '../server/cli/program.ts';

const isWindows = process.platform === 'win32';

/** Reasons to skip a test, each false where the machine has the means. */
export const lacks = {
  links: isWindows && 'links need a privilege on Windows',
  pipes: isWindows && 'there are no named pipes in folders of Windows',
  modes: isWindows && 'there are no modes and owners on Windows',
  root: process.getuid?.() !== 0 && 'only root runs programs as somebody else',
} as const;

/** Nobody's number on most systems; it needs no name. */
export const nobody = 65534;

if (!existsSync(join(root, 'dist/cli.cjs'))) throw new Error('These suites run what is built: npm run build');

/** A folder in which the built command line runs, taken away after the body. */
export async function using(body: (ground: Folder) => void | Promise<void>): Promise<void> {
  const ground = new Folder('dist/cli.cjs');
  try {
    await body(ground);
  } finally {
    ground.remove();
  }
}

export function makePipe(folder: string, name: string): void {
  execFileSync('mkfifo', [join(folder, name)]);
}

export const pod = (name: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\nspec:\n  containers:\n    - name: web\n      image: registry.example.com/web:1\n      securityContext:\n        privileged: true\n`;

/** One safe fix waits in it: ADD becomes COPY. */
export const dockerfile = 'FROM node:24-slim\nADD package.json ./\nUSER 1000\n';
export const fixedDockerfile = dockerfile.replace('ADD', 'COPY');
