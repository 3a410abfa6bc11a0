/** The report in an editor's page: in the colours of its theme, and its places lead to lines. Owns the names of VS Code's colours; must not know the report. */
import type { Surroundings } from './html.ts';
import { darkSeverities, lightSeverities } from './page.ts';

/** Source: code.visualstudio.com, "Theme Color" and "Webview API" (the classes of the page's body). */
const style = `
body {
  --text: var(--vscode-foreground); --quiet: var(--vscode-descriptionForeground); --ground: var(--vscode-editor-background);
  --raised: var(--vscode-editorWidget-background); --line: var(--vscode-editorWidget-border, var(--vscode-contrastBorder, currentColor));
  --focus: var(--vscode-focusBorder);
  padding: 0; font: var(--vscode-font-size, 13px)/1.5 var(--vscode-font-family, system-ui, sans-serif);
}
body.vscode-light, body.vscode-high-contrast-light { color-scheme: light; ${lightSeverities} }
body.vscode-dark, body.vscode-high-contrast:not(.vscode-high-contrast-light) { color-scheme: dark; ${darkSeverities} }
body.vscode-high-contrast { --quiet: var(--vscode-foreground); --line: var(--vscode-contrastBorder); }
main, header, footer { max-width: none; }
a { color: var(--vscode-textLink-foreground); }
code { font-family: var(--vscode-editor-font-family, ui-monospace, monospace); color: inherit; background: none; }
input { color: var(--vscode-input-foreground); background: var(--vscode-input-background); border-color: var(--vscode-input-border, var(--line)); }
`;

/** What is clicked is told to the extension, which opens it; the page itself goes nowhere. */
const script = `
const editor = acquireVsCodeApi();
window.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href]');
  if (link === null || link === undefined) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  editor.postMessage(link.getAttribute('href'));
}, true);
`;

/** What a report in a page of VS Code needs besides. */
export const editorSurroundings: Surroundings = { style, script };
