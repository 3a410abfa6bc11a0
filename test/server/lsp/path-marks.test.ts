import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeLens, Diagnostic } from 'vscode-languageserver';
import { defaultSettings } from '../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../rules/engine/workspace.ts';
import type { Folder } from '../../../server/lsp/folder.ts';
import { PathMarks } from '../../../server/lsp/path-marks.ts';
import type { Tasks } from '../../../server/lsp/tasks.ts';
import type { Client } from './client.ts';
import { access, app, files, using } from './requests/attack-files.ts';

const commands = ['seaworthy.openRulePage', 'seaworthy.showAttackPaths'];
const diagnostics = async (client: Client, uri: string): Promise<readonly Diagnostic[]> =>
  ((await client.request('textDocument/diagnostic', { textDocument: { uri } })) as { items: Diagnostic[] }).items;
const lenses = async (client: Client, uri: string): Promise<readonly string[]> =>
  ((await client.request('textDocument/codeLens', { textDocument: { uri } })) as CodeLens[]).flatMap(({ command }) =>
    command?.command === 'seaworthy.showAttackPaths' ? [command.title] : [],
  );
const of = (all: readonly Diagnostic[], code: string): readonly Diagnostic[] => all.filter((one) => one.code === code);

/** Asks until the answer is so: marks come once nobody has typed for a while. */
async function until<T>(ask: () => Promise<T>, is: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (is(answer)) return answer;
  }
}

describe('marks of attack paths in open documents', () => {
  it('are told by the finding that mends them, and go with it', () =>
    using({ files, commands }, async (client) => {
      const uri = client.uri('shop/app.yaml');
      client.open(uri, app);
      const plain = of(await diagnostics(client, uri), 'privileged-container');
      assert.equal(plain.length, 1);
      const isMarked = ([found]: readonly Diagnostic[]): boolean => String(found?.message).includes('from outside');
      const [found, ...twins] = await until(
        async () => of(await diagnostics(client, uri), 'privileged-container'),
        isMarked,
      );
      assert.deepEqual(twins, []);
      assert.match(
        String(found?.message),
        /^Runs privileged, .*\. Opens 1 of 2 ways from outside: to a node of the cluster in 2 steps\. /,
      );
      assert.deepEqual(found?.range, plain[0]?.range);
      const related = found?.relatedInformation?.map(({ message }) => message) ?? [];
      for (const step of ['reaches pods by a Service', 'mounts the disk of its node'])
        assert.equal(related.filter((message) => message.includes(step)).length, 1);
      assert.deepEqual(of(await diagnostics(client, uri), 'attack-path'), []);
      assert.deepEqual(await lenses(client, uri), ['1 step from outside, on 2 ways to a node of the cluster']);
      client.change(uri, app.replace('privileged: true', 'privileged: false'));
      const after = await diagnostics(client, uri);
      assert.deepEqual([of(after, 'privileged-container').length, of(after, 'attack-path').length], [0, 0]);
    }));

  it('stand by themselves where nothing is found', () =>
    using({ files: { ...files, '.seaworthy.yaml': 'rules: {secret-access: off}\n' }, commands }, async (client) => {
      const uri = client.uri('shop/access.yaml');
      client.open(uri, access);
      const [found] = await until(
        async () => of(await diagnostics(client, uri), 'attack-path'),
        (all) => all.length > 0,
      );
      assert.match(
        String(found?.message),
        /^Opens 1 of 2 ways from outside: to every secret .* in 3 steps\. Remove the permission/,
      );
      assert.equal(found?.range.start.line, 4);
    }));
});

/** A folder that was read, with files of which ways lead through. */
function folderOf(isOn: boolean): { readonly folder: Folder; readonly workspace: Workspace } {
  const workspace = new Workspace([]);
  workspace.complete = true;
  for (const [path, text] of Object.entries(files)) workspace.update({ path, text }, defaultSettings, { retain: true });
  return { folder: { workspace, settings: Promise.resolve({ attackPaths: isOn }) } as unknown as Folder, workspace };
}

/** A clock that goes on when it is told to, and marks by it. */
function marksBy(isOn: boolean): { readonly marks: PathMarks; pass(): Promise<void>; readonly due: () => number } {
  const due = new Set<() => void>();
  const running: Promise<unknown>[] = [];
  const clock = {
    now: () => 0,
    after(_: number, work: () => void) {
      due.add(work);
      return () => void due.delete(work);
    },
  };
  const tasks = { later: (_: string, work: () => Promise<unknown>) => void running.push(work()) } as unknown as Tasks;
  const host = { clock, pause: () => Promise.resolve() };
  return {
    marks: new PathMarks(isOn, host, tasks, new Map()),
    due: () => due.size,
    async pass() {
      for (const work of [...due]) {
        due.delete(work);
        work();
      }
      await Promise.all(running);
    },
  };
}

describe('the search for marks', () => {
  it('tells the files whose marks are others, once for the same facts', async () => {
    const { marks, pass } = marksBy(true);
    const { folder, workspace } = folderOf(true);
    const told: (readonly string[])[] = [];
    const look = (): Promise<void> => {
      marks.later(folder, (paths) => told.push([...paths].sort()));
      return pass();
    };
    await look();
    await look();
    workspace.update({ path: 'app.yaml', text: `# moved\n${app}` }, defaultSettings, { retain: true });
    await look();
    assert.deepEqual(told, [['access.yaml', 'app.yaml']]);
    assert.equal(marks.reached(folder, 'app.yaml').length, 1);
    workspace.remove('access.yaml');
    await look();
    assert.deepEqual(told, [
      ['access.yaml', 'app.yaml'],
      ['access.yaml', 'app.yaml'],
    ]);
  });

  it('waits until nothing changes any more, and ends for what changes meanwhile', async () => {
    const { marks, pass, due } = marksBy(true);
    const { folder } = folderOf(true);
    let told = 0;
    const later = (): void => marks.later(folder, () => told++);
    for (let i = 0; i < 3; i++) later();
    assert.equal(due(), 1);
    const first = pass();
    later();
    await first;
    assert.equal(told, 0);
    await pass();
    assert.equal(told, 1);
  });

  it('is not made for clients that cannot show paths, for folders that turn it off, and before all is read', async () => {
    const off = marksBy(false);
    off.marks.later(folderOf(true).folder, () => assert.fail());
    assert.equal(off.due(), 0);
    const on = marksBy(true);
    on.marks.later(folderOf(false).folder, () => assert.fail());
    const unread = folderOf(true);
    unread.workspace.complete = false;
    on.marks.later(unread.folder, () => assert.fail());
    assert.equal(on.due(), 2);
    await on.pass();
  });
});
