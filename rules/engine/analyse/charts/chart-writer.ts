/**
 * Writes what a fix changes of a rendered document into the files that it is rendered from: the values file that decides, else literal text of a
 * template. Proved by rendering again: nothing may change but what the fix says. Must not know rules.
 */
import { applyEdits, shiftEdits } from '../../../text/edit.ts';
import { type Change, isRefusal, type Refusal } from '../../../yaml/change.ts';
import { editsFor } from '../../../yaml/edit.ts';
import { parseWithoutTemplates } from '../../../yaml/parse.ts';
import type { Writer, Written } from '../../fixes/fix.ts';
import { literalEdits } from './literal-edits.ts';
import { isAsSaid } from './rendered-proof.ts';
import type { RenderedDocument, RenderedTemplate, Rendering } from './rendering.ts';
import { type Target, targetOf } from './value-target.ts';

/** The chart that is written into. */
export interface ChartAccess {
  readonly folder: string;
  text(path: string): string | undefined;
  /** Somebody else's file, which another version replaces. */
  isVendored(path: string): boolean;
  /** What the chart renders to with another text for one file. */
  tried(path: string, text: string): Rendering;
  /** Something is typed in a template just now, so that its text is not the one that was rendered. */
  isTyped(): boolean;
  /** What it renders to as it is. */
  rendering(): Rendering | undefined;
}

/** Writes changes of one rendered document. */
export class ChartWriter implements Writer {
  readonly #chart: ChartAccess;
  readonly #template: RenderedTemplate;
  readonly #place: RenderedDocument;

  constructor(chart: ChartAccess, template: RenderedTemplate, place: RenderedDocument) {
    this.#chart = chart;
    this.#template = template;
    this.#place = place;
  }

  write(changes: readonly Change[]): Written | Refusal {
    if (this.#chart.isTyped()) return { refused: 'A template of the chart cannot be read as it is; finish it first.' };
    const made = this.#made(changes);
    if (isRefusal(made)) return made;
    const text = this.#chart.text(made.path);
    if (text === undefined || this.#chart.isVendored(made.path))
      return { refused: 'It is written in a chart that comes from elsewhere.' };
    const after = this.#chart.tried(made.path, applyEdits(text, made.edits));
    const before = this.#chart.rendering();
    if (before === undefined || !isAsSaid(before, after, this.#place, changes))
      return { refused: 'The chart uses the same text or value for other things, too: change it by hand.' };
    return { path: `${this.#chart.folder}/${made.path}`, edits: made.edits };
  }

  #made(changes: readonly Change[]): Written | Refusal {
    const targets = changes.map((change) =>
      targetOf(change, this.#template, this.#place, (path) => this.#chart.text(path)),
    );
    const [first] = targets;
    if (first === undefined) return { refused: 'The fix adds a document, which no template makes.' };
    if (targets.every((target) => target === 'template'))
      return literalEdits(this.#template, this.#place, changes, (path) => this.#chart.text(path));
    const values = targets.filter((target): target is Target => typeof target === 'object' && 'path' in target);
    const refused = targets.find(isRefusal);
    if (refused !== undefined) return refused;
    const [one] = values;
    if (one === undefined || values.length < targets.length || values.some(({ path }) => path !== one.path))
      return { refused: 'A part of it is written in the template, and another part in values: change it by hand.' };
    return this.#inValues(one, values);
  }

  #inValues({ path, offset, document }: Target, targets: readonly Target[]): Written | Refusal {
    if (isEncrypted(this.#chart.text(path) ?? '')) return { refused: `${path} looks encrypted.` };
    const edits = editsFor(
      document,
      targets.map(({ change }) => change),
      parseWithoutTemplates,
    );
    return isRefusal(edits) ? edits : { path, edits: shiftEdits(edits, offset) };
  }
}

/** Whether SOPS, Ansible or git-crypt wrote it. */
const isEncrypted = (text: string): boolean =>
  /^sops:/m.test(text) ||
  text.includes('ENC[AES256_GCM') ||
  text.startsWith('$ANSIBLE_VAULT') ||
  text.startsWith('\0GITCRYPT');
