/**
 * What a family of texts is, and the pieces that families are made of: whatever a hostile author repeats is repeated here until the text has its size.
 */

import { rules } from '../../../rules/catalog/index.ts';
import { defaultSettings, type Settings } from '../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../rules/engine/workspace.ts';

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export interface Family {
  readonly name: string;
  readonly make: (size: number) => readonly TextFile[];
  readonly settings?: Settings;
  /** What is done with the files where that is more than a scan. @returns how much was found or done. */
  readonly run?: (files: readonly TextFile[]) => number | Promise<number>;
}

/** Everything of a family at a size. @returns the number of findings, or what its `run` returns. */
export function runFamily({ make, run, settings }: Family, size: number): number | Promise<number> {
  const files = make(size);
  if (run !== undefined) return run(files);
  const workspace = scanned(files, settings ?? defaultSettings, false);
  return files.reduce((count, { path }) => count + workspace.findings(path).length, 0);
}

/** All files with all rules, those that others changed a second time. @param retain so that fixes can be made. */
export function scanned(files: readonly TextFile[], settings: Settings, retain: boolean): Workspace {
  const workspace = new Workspace(rules);
  const all = { ...settings, profile: 'all' } as const;
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const file of files) workspace.update(file, all, { retain });
  for (const path of workspace.stale()) {
    const file = byPath.get(path);
    if (file !== undefined) workspace.update(file, all, { retain });
  }
  workspace.complete = true;
  workspace.refresh();
  return workspace;
}

/** Repeats until the text has the size. */
export function filled(size: number, head: string, item: (i: number) => string, tail = ''): string {
  const parts: string[] = [head];
  let length = head.length + tail.length;
  for (let i = 0; length < size; i++) {
    const part = item(i);
    parts.push(part);
    length += part.length;
  }
  return parts.join('') + tail;
}

/** So many items, for what is repeated twice. */
export const times = (count: number, item: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => item(i)).join('');

export const yamlFile = (text: string): readonly TextFile[] => [{ path: 'big.yaml', text }];
export const buildFile = (text: string): readonly TextFile[] => [{ path: 'Dockerfile', text }];
export const composeFile = (text: string): readonly TextFile[] => [{ path: 'compose.yaml', text }];
export const compactPod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n';
export const podOf = (name: string, more = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n  labels: {app: ${name}}\nspec:\n${more}  containers:\n    - name: main\n      image: nginx:1.27\n`;
export const oneContainer = '  containers:\n    - name: main\n      image: nginx:1.27\n';
export const roleHead = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: r\nrules:\n';
export const from = 'FROM alpine:3.20\n';

export const yaml = (name: string, head: string, item: (i: number) => string, tail = ''): Family => ({
  name,
  make: (size) => yamlFile(filled(size, head, item, tail)),
});
export const build = (name: string, head: string, item: (i: number) => string, tail = ''): Family => ({
  name,
  make: (size) => buildFile(filled(size, head, item, tail)),
});
export const compose = (name: string, head: string, item: (i: number) => string, tail = ''): Family => ({
  name,
  make: (size) => composeFile(filled(size, head, item, tail)),
});
/** Two things of equal share, each of which may look at all of the other. */
export const pair = (
  name: string,
  head: string,
  one: (i: number) => string,
  between: string,
  other: (i: number) => string,
  make: (text: string) => readonly TextFile[] = yamlFile,
): Family => ({
  name,
  make: (size) => make(filled(size / 2, head, one) + filled(size / 2, between, other)),
});
