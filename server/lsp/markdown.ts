/** Texts of files in Markdown: shown as they are written, so that no picture is loaded, no link is made and no markup begins. Source: CommonMark 0.31, 2.4. */
import { visible } from '../../rules/text/visible.ts';

export function markdown(text: string): string {
  return (
    visible(text)
      .replaceAll(/[\\`*_[\]<>!|~&$@]/g, '\\$&')
      // What editors make links of by themselves.
      .replaceAll('://', '\\://')
      .replaceAll(/\bwww\./gi, (start) => `${start.slice(0, -1)}\\.`)
      // What begins a heading or a list.
      .replace(/^(\s*)([#+=-])/, '$1\\$2')
      .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
  );
}
