/** What a configuration file tells a program, held against the lines that are known. */
import type { ProgramLine } from '../../data/program-lines.ts';
import type { Span } from '../../text/source.ts';
import type { Field } from '../../yaml/field.ts';
import type { Resource } from '../kubernetes/resource.ts';
import { type ProgramSettings, settingsOf } from './switches.ts';

/** A known line, in offsets of the file's text; `does` says what it does as a sentence ends. */
export interface LineFound extends Span {
  readonly does: string;
}

/** Characters; what is longer is data. */
const longest = 256 * 1024;

/** @param name of the file; an empty text where nobody knows it. @returns stretches of the text, comments left out. */
export function linesIn(name: string, text: string, rows: readonly ProgramLine[]): readonly LineFound[] {
  if (text.length > longest) return [];
  const plain = text.replaceAll(/^[ \t]*(?:#|;|\/\/).*/gm, (comment) => ' '.repeat(comment.length));
  return rows.flatMap(({ file, line, unless, does }) => {
    if (file?.test(name) === false || unless?.test(plain) === true) return [];
    const found = line.exec(plain);
    return found === null ? [] : [{ does, start: found.index, end: found.index + found[0].length }];
  });
}

/** What a ConfigMap holds: values that become variables, and files. */
export function configurationOf(resource: Resource): {
  readonly settings: ProgramSettings;
  readonly files: readonly { readonly name: string; readonly text: string; readonly field: Field }[];
} {
  const all = resource.is('ConfigMap', '')
    ? resource
        .at('data')
        .entries.flatMap(([name, field]) => (field.text === undefined ? [] : [{ name, text: field.text, field }]))
    : [];
  const isFile = ({ text }: { readonly text: string }): boolean => text.trim().includes('\n');
  const variables = all
    .filter((one) => !isFile(one))
    .map(({ name, text, field }) => ({ name, value: text.trim(), field }));
  return { settings: settingsOf(variables, [], ''), files: all.filter(isFile) };
}
