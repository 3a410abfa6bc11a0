/** What is to be said of the key at a place of a file: which key it is, and its row of the table. Must not know how a card looks. */

import { securityKeys } from '../data/security-keys/index.ts';
import { instructionKeys } from '../data/security-keys/instructions.ts';
import type { KeyHelp } from '../data/security-keys/key-help.ts';
import type { Dockerfile } from '../model/dockerfile/file.ts';
import { keyAt } from '../model/kubernetes/key-at.ts';
import { type Span, shifted } from '../text/source.ts';
import type { FileRecord } from './analyse/file-record.ts';

/** A key of the security model where it stands, with what is to be said of it. */
export interface HelpedKey extends KeyHelp {
  readonly name: string;
  /** In offsets of the file. */
  readonly span: Span;
}

/**
 * @param record of a file whose text was retained; of others nothing is known.
 * @param offset in the file. @returns undefined where no key of the security model stands.
 */
export function keyHelpAt(record: FileRecord | undefined, offset: number): HelpedKey | undefined {
  if (record?.source?.kind === 'dockerfile') return ofInstruction(record.source.dockerfile, offset);
  if (record?.source?.kind !== 'manifest') return undefined;
  const placed = record.units.findLast((unit) => unit.offset <= offset);
  const key = placed === undefined ? undefined : keyAt(placed.unit.analysis.resources, offset - placed.offset);
  if (placed === undefined || key === undefined) return undefined;
  const isLabel = key.path.endsWith(`labels.${key.name}`);
  const names = [`${key.type}.${key.name}`, `${key.kind}.${key.path}`, ...(isLabel ? [key.name] : [])];
  const help = names.flatMap((name) => (Object.hasOwn(securityKeys, name) ? (securityKeys[name] ?? []) : []))[0];
  if (help === undefined) return undefined;
  const since = key.since === undefined ? help.since : `1.${key.since}`;
  const { name, span } = key;
  return { ...help, name, span: shifted(span, placed.offset), ...(since === undefined ? {} : { since }) };
}

function ofInstruction({ instructions }: Dockerfile, offset: number): HelpedKey | undefined {
  const here = instructions.find(
    ({ keywordSpan: { start, end }, onbuild, span }) => (onbuild ? span.start : start) <= offset && offset <= end,
  );
  if (here === undefined) return undefined;
  // Of a trigger, ONBUILD stands before the instruction.
  const isTrigger = here.onbuild && offset < here.keywordSpan.start;
  const name = isTrigger ? 'ONBUILD' : here.keyword;
  const help = Object.hasOwn(instructionKeys, name) ? instructionKeys[name] : undefined;
  const { start } = isTrigger ? here.span : here.keywordSpan;
  return help === undefined ? undefined : { ...help, name, span: { start, end: start + name.length } };
}
