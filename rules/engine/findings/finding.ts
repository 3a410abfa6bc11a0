/**
 * What the engine says to its hosts: findings and resolved fixes, in offsets of the whole file. Hosts turn them into diagnostics,
 * JSON or SARIF; nothing here knows those formats.
 */

import type { FixLevel, NewFile, Severity } from '../../contract/finding.ts';
import type { ResourceIdentity } from '../../model/kubernetes/resource.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/source.ts';
import type { Change, Refusal } from '../../yaml/change.ts';

/** What makes a finding the same one in another version of its file: no line, and no value. */
export interface Identity {
  /** The id that its rule had first, so that a rule that was given another name keeps its fingerprints. */
  readonly rule: string;
  /** The name of the file, relative to its scope. */
  readonly file: string;
  readonly resource: Pick<ResourceIdentity, 'kind' | 'namespace' | 'name'> | undefined;
  readonly container: string | undefined;
  /** Names the place inside its object or stage. */
  readonly place: string;
  /** Among findings that are equal so far, from 0. */
  readonly ordinal: number;
}

/** @returns 16 hexadecimal digits. */
export function fingerprintOf(identity: Identity): string {
  return hash(`${twinKeyOf(identity)}\n${identity.ordinal}`);
}

/** Equal for findings that only their ordinal tells apart. */
export const twinKeyOf = ({ rule, file, resource, container, place }: Omit<Identity, 'ordinal'>): string =>
  [rule, file, resource?.kind, resource?.namespace, resource?.name, container, place].join('\n');

/** A finding as hosts get it: at its place in the file, with its fingerprint. Its fix is asked for apart. */
export interface Finding {
  /** Id of a rule, or of one of the engine's own notices. */
  readonly rule: string;
  readonly severity: Severity;
  /** What it weighs where it stands, when that is more, and why. */
  readonly raised?: { readonly severity: Severity; readonly reason: string };
  readonly message: string;
  /** The key the host gave the file. */
  readonly path: string;
  readonly span: Span;
  readonly resource?: ResourceIdentity;
  readonly container?: string;
  /** About something that is not there. */
  readonly absent: boolean;
  /** Of what is absent: the word of its rule for it, as one item of a list. */
  readonly protection?: string;
  /** The level its rule declares; absent when it has no fix. */
  readonly fix?: FixLevel;
  /** Hash of rule, path, object, container, field path and an ordinal among twins; the same after lines moved. */
  readonly fingerprint: string;
  /** What the fingerprint is made of. */
  readonly identity: Identity;
  /** The same for findings of one cause in any file, where they are told once; none where strict settings ask for each. */
  readonly cause?: string;
  readonly related: readonly { readonly path: string; readonly span: Span; readonly message: string }[];
}

/** A fix as text edits. */
export interface ResolvedEdit {
  readonly title: string;
  readonly level: FixLevel;
  /** Offsets of the file as it was given last; none overlap. */
  readonly edits: readonly TextEdit[];
  /** The file that the edits are of, where that may be another one than the finding's. */
  readonly path?: string;
  /** What the edits make of fields; empty for a fix that is text alone. */
  readonly changes: readonly Change[];
  readonly createsDocument: boolean;
  /** Files that it adds beside the edits; left out for most. */
  readonly creates?: readonly NewFile[];
  /** Part of "harden this container". */
  readonly hardens: boolean;
  /** Nothing known says that the result works, so only a person chooses it; the title says what has to be true. */
  readonly assumes: boolean;
}

/** A fix that can be applied, or why there is none. */
export type ResolvedFix = ResolvedEdit | Refusal;

/** 64 bits of FNV-1a as 16 hexadecimal digits: stable everywhere, and no secret can be read back from what is hashed. */
export function hash(text: string): string {
  let low = 0x84222325;
  let high = 0xcbf29ce4;
  for (let i = 0; i < text.length; i++) {
    low ^= text.charCodeAt(i);
    // The FNV prime is 2^40 + 0x1b3, multiplied in two 32-bit halves.
    const lowProduct = (low >>> 0) * 0x1b3;
    high = (Math.imul(high, 0x1b3) + (low << 8) + Math.floor(lowProduct / 0x100000000)) >>> 0;
    low = lowProduct >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
