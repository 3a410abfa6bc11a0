/** Text that may stand in a string of Mermaid. Names come from files: nothing of them may end the string or be read as markup. */

export function mermaidText(raw: string): string {
  return raw.replaceAll(/[^\p{L}\p{N} .,:;/()*_+=-]/gu, (character) => `#${character.codePointAt(0)};`);
}
