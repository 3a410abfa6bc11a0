/** What several tests of formats ask of them. */
import assert from 'node:assert/strict';
import { SaxesParser } from 'saxes';

/** An element of XML as a strict parser reads it. */
export interface Element {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly Element[];
  readonly text: string;
}

/** @throws where it is no well-formed XML. */
export function parseXml(text: string): Element {
  const parser = new SaxesParser();
  const root = { name: '', attributes: {}, children: [] as Element[], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (said) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += said;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  assert.equal(root.children.length, 1);
  return root.children[0] as Element;
}

/** Anything that a terminal or a log obeys, but for the ends of lines. */
export const obeyed = /(?![\r\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|##vso\[/u;
