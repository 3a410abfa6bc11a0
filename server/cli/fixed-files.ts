/** What `fix` makes of files: writes it, or says what would be written, and counts. Owns what is said of a file that is left as it is. */

import type { Addition } from '../../rules/engine/fixes/new-files.ts';
import { byListing, listingEdits } from '../../rules/engine/fixes/own-file.ts';
import { applyEdits } from '../../rules/text/edit.ts';
import { visibleLines } from '../../rules/text/visible.ts';
import { nodeFiles } from '../host/node-files.ts';
import { additionObstacle, addText, replaceText, writeObstacle } from '../host/write.ts';
import type { Output } from './output.ts';
import { toOuter } from './paths.ts';
import { unifiedDiff } from './writers/diff.ts';

/** Writes files one by one; `fixed` findings, `changed` and `refused` files. */
export class FixedFiles {
  fixed = 0;
  changed = 0;
  refused = 0;
  readonly #output: Output;
  readonly #onlyShows: boolean;
  readonly #diffs: boolean;

  /** @param how `onlyShows`: nothing is written. `diffs`: each change is printed. */
  constructor(output: Output, how: { readonly onlyShows: boolean; readonly diffs: boolean }) {
    this.#output = output;
    this.#onlyShows = how.onlyShows;
    this.#diffs = how.diffs;
  }

  /** @param before the text that `after` was made of. @param findings so many are mended. @returns whether it was done, or would be. */
  replace(path: string, before: string, after: string, findings: number): boolean {
    const obstacle = foreignTo(path) ?? (this.#onlyShows ? writeObstacle : replaceText)(path, before, after);
    if (obstacle !== undefined) return this.#refuse(path, 'written', obstacle);
    this.#count(path, before, after, findings);
    return true;
  }

  /** The same for files that fixes add, and for the kustomizations that list them. What cannot be listed is not added. */
  add(additions: readonly Addition[]): void {
    for (const one of additions) if (one.listIn === undefined) this.#addOne(one);
    for (const kustomization of byListing(additions).keys()) this.#addListed(kustomization, additions);
  }

  #addListed(kustomization: string, additions: readonly Addition[]): void {
    const own = additions.filter(({ listIn }) => listIn?.path === kustomization);
    const read = nodeFiles.read(kustomization);
    const listed = (files: readonly Addition[]): ReturnType<typeof listingEdits> =>
      'unreadable' in read
        ? { refused: read.unreadable }
        : listingEdits(read.text, byListing(files).get(kustomization) ?? []);
    const all = listed(own);
    if ('refused' in all || 'unreadable' in read) {
      this.#refuse(kustomization, 'written', 'refused' in all ? all.refused : '');
      return;
    }
    const added = own.filter((one) => this.#addOne(one));
    const edits = added.length === own.length ? all : listed(added);
    if (added.length > 0 && !('refused' in edits))
      this.replace(kustomization, read.text, applyEdits(read.text, edits), 0);
  }

  #addOne({ path, text, findings }: Addition): boolean {
    const obstacle = this.#onlyShows ? additionObstacle(path) : addText(path, text);
    if (obstacle !== undefined) return this.#refuse(path, 'added', obstacle);
    this.#count(path, '', text, findings.length);
    return true;
  }

  #refuse(path: string, what: string, obstacle: string): false {
    this.#output.error(`${toOuter(path)} is not ${this.#onlyShows ? 'to be ' : ''}${what}: ${obstacle}`);
    this.refused++;
    return false;
  }

  #count(path: string, before: string, after: string, findings: number): void {
    this.fixed += findings;
    this.changed++;
    if (!this.#diffs) return;
    const diff = unifiedDiff(toOuter(path), before, after);
    // A person reads it on a terminal, `patch` takes every byte of it.
    this.#output.out(process.stdout.isTTY === true ? visibleLines(diff) : diff);
  }
}

/** Why the text that was analysed is not what the bytes of the file say. */
function foreignTo(path: string): string | undefined {
  const read = nodeFiles.read(path);
  return 'unreadable' in read ? read.unreadable : read.foreign;
}
