/** Places of the engine as locations of the protocol. */
import type { Location } from 'vscode-languageserver';
import type { Located } from '../../rules/engine/analyse/fact-place.ts';
import type { Workspace } from '../../rules/engine/workspace.ts';
import { toRange } from './convert.ts';
import type { DocumentStore } from './document-store.ts';

/** @returns one location, or none where the text is not known any more. */
export function locationOf(
  workspace: Workspace,
  { paths }: DocumentStore,
  { path, span }: Located,
): readonly Location[] {
  const lines = workspace.lines(path);
  return lines === undefined ? [] : [{ uri: paths.uriOf(path), range: toRange(lines, span) }];
}
