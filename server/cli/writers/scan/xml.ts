/** Texts in XML 1.0. Source: w3.org/TR/xml, 2.2 (characters), 2.4 (markup), 3.3.3 (white space in attributes). */
import { visible } from '../../../../rules/text/visible.ts';

const marks: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** @param text one line. @returns what may stand in an attribute in double quotes, and between tags; what XML cannot hold is written as in JSON. */
export const xml = (text: string): string =>
  visible(text)
    .replace(/[&<>"]/g, (mark) => marks[mark] ?? '')
    // No characters, by the definition of Unicode, and of XML.
    .replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);

/** Attributes with a blank before each; those without a value are left out. */
export const attributes = (values: { readonly [name: string]: string | number | undefined }): string =>
  Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${xml(String(value))}"`]))
    .join('');
