/** What the tests do with the editor, in their words. Owns the waiting; must not know the rules. */
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import * as vscode from 'vscode';

/** How long anything may take before a test gives up, in milliseconds. Generous: a slow machine must not fail. */
const patience = 60_000;
const interval = 50;

/** Returns once the workspace's folders and settings are known. Throws where the workbench lost them, and has to be loaded again. */
export async function workspaceOpen(): Promise<void> {
  await until(
    () => (vscode.workspace.workspaceFolders ?? []).length > 0,
    () => 'a folder in the workspace',
  );
  // An editor in a browser saves by itself unless it is told otherwise.
  const autoSave = (): unknown => vscode.workspace.getConfiguration('files').get('autoSave');
  await until(
    () => autoSave() === 'off',
    () => `files.autoSave to be off; it is ${autoSave()}`,
  );
}

/** The folder of the workspace with that name. */
function folder(name: string): vscode.Uri {
  const found = vscode.workspace.workspaceFolders?.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`The workspace has no folder ${name}`);
  return found.uri;
}

/** Whether a language server of ours runs, as a child of this extension host. */
export async function serverRuns(): Promise<boolean> {
  const children = process.platform === 'linux' ? await childrenByProc() : await childrenByPs();
  return children.some((line) => /seaworthy\S*[\\/]dist[\\/]server\.cjs/.test(line));
}

/** The arguments of each child, separated by NUL characters. A plain Debian has no `ps`. */
async function childrenByProc(): Promise<readonly string[]> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  // One may have ended since.
  const read = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');
  const lines = await Promise.all(
    processes.map(async (id) => {
      const isChild = (await read(`/proc/${id}/status`)).includes(`\nPPid:\t${process.pid}\n`);
      return isChild ? [await read(`/proc/${id}/cmdline`)] : [];
    }),
  );
  return lines.flat();
}

async function childrenByPs(): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)('ps', ['-Ao', 'ppid,args']);
  return stdout.split('\n').filter((line) => line.trimStart().startsWith(`${process.pid} `));
}

/** A file of the workspace by folder and name. */
export const file = (where: string, name: string): vscode.Uri => vscode.Uri.joinPath(folder(where), name);

/** Opens a file as a person does. What `openTextDocument` loads stays open for minutes after its tab is closed. */
export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  return until(
    () => vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString()),
    () => `an editor of ${uri.path}`,
  );
}

/** Types `text` before the first place where `before` stands; nothing is saved. */
export async function typeBefore(editor: vscode.TextEditor, before: string, text: string): Promise<void> {
  const offset = editor.document.getText().indexOf(before);
  if (offset < 0) throw new Error(`${editor.document.uri.path} does not hold ${before}`);
  const done = await editor.edit((edit) => edit.insert(editor.document.positionAt(offset), text));
  if (!done) throw new Error('The editor refused the edit');
}

/** What Seaworthy reports of a document at this moment. */
export const findings = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'seaworthy');

/** The rule a diagnostic belongs to. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export const rulesOf = (uri: vscode.Uri): string[] => findings(uri).map(ruleOf);

/** The first finding of a rule, as soon as there is one. */
export function finding(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return until(
    () => findings(uri).find((candidate) => ruleOf(candidate) === rule),
    () => `${rule} in ${uri.path}; there are: ${rulesOf(uri).join(', ') || 'none'}`,
  );
}

export async function gone(uri: vscode.Uri, rule: string): Promise<void> {
  await until(
    () => !rulesOf(uri).includes(rule),
    () => `${rule} to go from ${uri.path}`,
  );
}

/** The fixes that the lightbulb prefers at a finding, with their edits, as soon as there is one. */
export function preferredFixes(uri: vscode.Uri, { range }: vscode.Diagnostic): Promise<vscode.CodeAction[]> {
  let seen: vscode.CodeAction[] = [];
  return until(
    async () => {
      const answer = await actions(uri, range, vscode.CodeActionKind.QuickFix);
      if (answer === undefined) return false;
      seen = answer;
      const preferred = seen.filter(({ isPreferred }) => isPreferred);
      return preferred.length > 0 && preferred;
    },
    () => `a preferred fix in ${uri.path}; offered are: ${seen.map(({ title }) => title).join(', ') || 'none'}`,
  );
}

/** Applies the first fix at a finding whose title matches, as soon as it is offered. */
export async function fix(uri: vscode.Uri, { range }: vscode.Diagnostic, title: RegExp): Promise<void> {
  let seen: readonly vscode.CodeAction[] = [];
  const { edit } = await until(
    async () => {
      seen = (await actions(uri, range, vscode.CodeActionKind.QuickFix)) ?? seen;
      return seen.find((one) => title.test(one.title) && one.edit !== undefined);
    },
    () => `a fix like ${title} in ${uri.path}; offered are: ${seen.map((one) => one.title).join(', ') || 'none'}`,
  );
  if (edit === undefined || !(await vscode.workspace.applyEdit(edit))) throw new Error(`${title} was not applied`);
}

/** Writes files into a folder of the workspace that is not there yet; `clear` deletes it. */
export async function folderWith(
  name: string,
  files: { readonly [name: string]: string },
): Promise<{ readonly at: (name: string) => vscode.Uri; readonly clear: () => Promise<void> }> {
  const whole = vscode.Uri.joinPath(folder('web'), name);
  const at = (one: string): vscode.Uri => vscode.Uri.joinPath(whole, one);
  for (const [one, text] of Object.entries(files))
    await vscode.workspace.fs.writeFile(at(one), new TextEncoder().encode(text));
  return {
    at,
    clear: async () => {
      await closeEverything();
      await vscode.workspace.fs.delete(whole, { recursive: true });
    },
  };
}

/** Edits are computed for as many actions as this. */
const resolved = 30;

/** Undefined where the editor took its question back, as it does when the text changes or another extension starts meanwhile. */
async function actions(
  uri: vscode.Uri,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[] | undefined> {
  const command = 'vscode.executeCodeActionProvider';
  try {
    return await vscode.commands.executeCommand<vscode.CodeAction[]>(command, uri, range, kind.value, resolved);
  } catch (error) {
    if (error instanceof Error && error.message === 'Canceled') return undefined;
    throw error;
  }
}

/** Looks again and again until `look` returns something true, and returns that. */
export async function until<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  what: () => string,
): Promise<T> {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
  throw new Error(`Waited in vain for ${what()}`);
}

/** Takes back what is not saved and closes every tab. */
export async function closeEverything(): Promise<void> {
  for (const group of vscode.window.tabGroups.all) {
    for (const tab of group.tabs) {
      if (tab.isDirty && tab.input instanceof vscode.TabInputText) {
        await vscode.window.showTextDocument(tab.input.uri);
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      }
    }
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export async function textOnDisk(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
