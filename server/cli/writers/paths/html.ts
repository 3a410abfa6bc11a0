/** Attack paths as one page that needs nothing else: the edits, then each path as a numbered list. Nothing in it runs. */
import { visible, visiblePath } from '../../../../rules/text/visible.ts';
import type { FilePath, FilePaths } from '../../file-paths.ts';

export function writeHtml({ paths, edits, fewest, more }: FilePaths): string {
  const ways = `${more ? 'more than ' : ''}${paths.length}`;
  const title =
    paths.length === 0
      ? 'No attack paths'
      : `${fewest ? '' : 'At most '}${edits.length} edits close ${ways} attack paths`;
  const items = edits.map(
    ({ edit, closes, at }) =>
      `<li>${text(edit)} <small>closes ${new Set(closes).size} of ${paths.length}${at === undefined ? '' : `, ${place(at)}`}</small></li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(title)}</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}small{opacity:.8}</style>
</head>
<body>
<h1>${text(title)}</h1>
<ul>
${items.join('\n')}
</ul>
${paths.map(section).join('\n')}
</body>
</html>
`;
}

function section({ target, steps, assumes, fingerprint, isNew }: FilePath, i: number): string {
  const lines = steps.map(
    ({ says, at, assumes: own }) =>
      `<li>${text(says)}.${at === undefined ? '' : ` <small>${place(at)}</small>`}${own.map((one) => ` <em>assumes that ${text(one)}</em>`).join('')}</li>`,
  );
  const heading = `Way ${i + 1}${isNew === true ? ' (new)' : ''}: to ${target}`;
  return `<section id="${fingerprint}">
<h2>${text(heading)}</h2>
<ol>
${lines.join('\n')}
</ol>
${assumes.length === 0 ? '<p>Nothing is assumed.</p>\n' : ''}</section>`;
}

const place = ({ file, range }: NonNullable<FilePaths['edits'][number]['at']>): string =>
  `${escaped(visiblePath(file))}:${range.start.line + 1}`;

const text = (raw: string): string => escaped(visible(raw));

/** Names come from files: nothing of them may be read as markup. */
const escaped = (raw: string): string => raw.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
