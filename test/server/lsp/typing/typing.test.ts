import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Finding } from '../../../../rules/engine/findings/finding.ts';
import { insert, remove, type TextEdit } from '../../../../rules/text/edit.ts';
import type { Clock } from '../../../../server/lsp/host.ts';
import { Typing } from '../../../../server/lsp/typing/typing.ts';
import { Desk, type Seen } from '../../../harness/typing/desk.ts';
import { Typist } from '../../../harness/typing/keystrokes.ts';

const pod =
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n';
const path = 'pod.yaml';

/** Types at the end of the line that a text ends, or at the end of all. */
async function type(desk: Desk, wanted: string, behind = desk.text): Promise<readonly Seen[]> {
  const at = desk.text.indexOf(behind) + behind.length;
  const seen: Seen[] = [];
  for (const change of new Typist(desk.text.slice(0, at), desk.text.slice(at)).types(wanted))
    seen.push(await desk.press(change));
  return seen;
}

const spanOf = (text: string, part: string): { start: number; end: number } => {
  const start = text.indexOf(part);
  assert.ok(start >= 0, part);
  return { start, end: start + part.length };
};

const linesOf = ({ own }: Seen): readonly string[] => own.map(({ code, range }) => `${range.start.line} ${code}`);

describe('what is written', () => {
  it('is told once the cursor left its line', async () => {
    const desk = await Desk.sit({}, path, pod);
    const line = await type(desk, '      securityContext:\n        privileged: true');
    assert.ok(line.every((seen) => !seen.has('privileged-container')));
    const [entered] = await type(desk, '\n');
    assert.ok(entered?.has('privileged-container'));
  });

  it('is told after a pause, for which the client is asked to ask again', async () => {
    const desk = await Desk.sit({}, path, pod);
    await type(desk, '      securityContext:\n        privileged: true');
    const { refreshes } = desk;
    assert.ok(!(await desk.pause(1400)).has('privileged-container'));
    assert.equal(desk.refreshes, refreshes);
    assert.ok((await desk.pause(200)).has('privileged-container'));
    assert.equal(desk.refreshes, refreshes + 1);
    await desk.pause(10_000);
    assert.equal(desk.refreshes, refreshes + 1, 'and not again');
  });

  it('is told when it is saved', async () => {
    const desk = await Desk.sit({}, path, pod);
    await type(desk, '      securityContext:\n        privileged: true');
    assert.ok((await desk.save()).has('privileged-container'));
  });

  it('keeps what was seen of it before: the name of a container while it is written', async () => {
    const desk = await Desk.sit({}, path, pod);
    const before = await desk.seen();
    assert.ok(before.has('privilege-escalation'));
    for (const seen of await type(desk, 'site', '- name: web')) assert.deepEqual(seen.lostSince(before), []);
  });

  it('is not told what it was to be with a word that is written over', async () => {
    const desk = await Desk.sit({}, path, pod.replace(':1.29', ''));
    assert.ok((await desk.seen()).has('image-without-tag'));
    const seen = await desk.press({ ...spanOf(desk.text, 'nginx'), text: 's' });
    assert.ok(!seen.has('image-without-tag'));
    for (const key of await type(desk, 'hop/web:1', 'image: s')) assert.ok(!key.has('image-without-tag'));
  });
});

describe('what is absent', () => {
  const line = '      securityContext:\n        allowPrivilegeEscalation: false\n';

  it('is told after a pause', async () => {
    const desk = await Desk.sit({}, path);
    for (const seen of await type(desk, pod.trimEnd())) assert.deepEqual([...seen.counts], []);
    const seen = await desk.pause();
    assert.ok(seen.has('privilege-escalation') && seen.has('naked-pod'));
  });

  it('is told of one document while the next is written, 1.5 s after its last change', async () => {
    const desk = await Desk.sit({}, path);
    await type(desk, pod);
    const seen = await type(desk, '---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n');
    assert.ok(!seen[10]?.has('naked-pod'));
    assert.ok(seen.at(-1)?.has('naked-pod'));
  });

  it('is told after a pause, of a line that was deleted; with the line it goes at once', async () => {
    const desk = await Desk.sit({}, path, pod + line);
    assert.ok(!(await desk.seen()).has('privilege-escalation'));
    const { start, end } = spanOf(desk.text, line);
    assert.ok(!(await desk.press(remove({ start, end }))).has('privilege-escalation'));
    assert.ok((await desk.pause()).has('privilege-escalation'));
    assert.ok(!(await desk.press(insert(start, line))).has('privilege-escalation'));
  });
});

describe('what is pasted', () => {
  const block = '      securityContext:\n        privileged: true\n';

  it('is told at once, but for what it lacks', async () => {
    const desk = await Desk.sit({}, path);
    const seen = await desk.press(insert(0, pod + block));
    assert.ok(seen.has('privileged-container'));
    assert.ok(!seen.has('naked-pod'));
    assert.ok((await desk.pause()).has('naked-pod'));
  });

  it('is told at once when it was there before: a deletion that is undone', async () => {
    const desk = await Desk.sit({}, path, pod + block);
    const { start, end } = spanOf(desk.text, block);
    assert.ok(!(await desk.press(remove({ start, end }))).has('privileged-container'));
    assert.ok((await desk.press(insert(start, block))).has('privileged-container'));
  });

  it('waits where the cursor stands in it', async () => {
    const desk = await Desk.sit({}, path, pod);
    const seen = await desk.press(insert(desk.text.length, block.trimEnd()));
    assert.ok(!seen.has('privileged-container'));
  });
});

describe('a document that typing has broken', () => {
  const two = `${pod}---\n${pod.replaceAll('web', 'api')}`;

  it('keeps what was seen in it, on its lines', async () => {
    const desk = await Desk.sit({}, path, two);
    const before = linesOf(await desk.seen());
    const moved = (line: string): string =>
      line.replace(/^\d+/, (number) => String(Number(number) + (Number(number) > 2 ? 1 : 0)));
    await type(desk, '\n', 'metadata:');
    const { end } = spanOf(desk.text, 'metadata:\n');
    for (const [i, key] of ['"', 'a', '[', '{'].entries()) {
      const seen = await desk.press(insert(end + i, key));
      assert.deepEqual(linesOf(seen), before.map(moved), key);
    }
  });

  it('says nothing new however long that takes, until it is saved', async () => {
    const desk = await Desk.sit({}, path, pod);
    const before = new Set((await desk.seen()).counts.keys());
    await desk.press(insert(spanOf(desk.text, 'containers:').start, '"'));
    const added = [...(await desk.pause(60_000)).counts.keys()].filter((rule) => !before.has(rule));
    assert.deepEqual(added, ['syntax-error']);
    const fresh = await desk.save();
    assert.ok(fresh.lostSince(await desk.seen()).length === 0 && fresh.has('syntax-error'));
  });

  it('offers no fix of what it keeps, which was made for another text', async () => {
    const desk = await Desk.sit({}, path, pod);
    await desk.press(insert(spanOf(desk.text, '- name: web').end, '"'));
    await desk.press(insert(spanOf(desk.text, 'containers:').start, '['));
    const [kept] = (await desk.seen()).own.filter(({ code }) => code === 'unhardened-container');
    assert.ok(kept !== undefined);
    const actions = (await desk.server.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: desk.uri },
      range: kept.range,
      context: { diagnostics: [] },
    })) as { title: string }[];
    assert.ok(
      actions.every(({ title }) => !/^(?:Set|Add|Harden)/.test(title)),
      JSON.stringify(actions),
    );
  });

  it('holds nothing back of another one that hangs on its own text alone', async () => {
    const desk = await Desk.sit({}, path, pod);
    const other = 'other.yaml';
    desk.server.open(other, pod.replaceAll('web', 'api'));
    await desk.server.diagnostics(other);
    desk.server.change(other, 2, '"', { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } });
    await desk.server.diagnostics(other);
    await type(desk, '      securityContext:\n        privileged: true');
    const later = await desk.pause();
    assert.ok(later.has('privileged-container'), 'in its token');
    assert.ok(later.has('syntax-error'), 'the other one is still broken');
  });
});

describe('a configuration', () => {
  it('is told of once it is written', async () => {
    const desk = await Desk.sit({}, '.seaworthy.yaml', 'profile: all\n');
    for (const seen of await type(desk, 'rules:\n  host-ipc: low\n')) assert.deepEqual(seen.own, []);
    await type(desk, 'colour: red\n');
    assert.equal((await desk.pause()).own.length, 1);
    const { refreshes } = desk;
    assert.equal(refreshes, 1);
  });
});

describe('other files', () => {
  const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n';
  const deployment =
    'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels: {app: web}\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n';

  it('are told of after a pause, and what is mended goes at once', async () => {
    const desk = await Desk.sit({ 'service.yaml': service }, 'web.yaml', deployment);
    const before = await desk.seen();
    const label = (text: string): TextEdit => ({
      start: text.lastIndexOf('app: web') + 8,
      end: text.lastIndexOf('app: web') + 8,
      text: 'x',
    });
    const typed = await desk.press(label(desk.text));
    assert.deepEqual(typed.lostSince(before), []);
    const added = (seen: Seen): string[] => [...seen.counts.keys()].filter((rule) => !before.has(rule));
    assert.deepEqual(added(typed), []);
    const later = await desk.pause();
    assert.ok(added(later).length > 0, 'the Service selects nothing any more');
    const { start } = label(desk.text);
    assert.deepEqual(added(await desk.press(remove({ start, end: start + 1 }))), []);
  });
});

it('what waits in a closed file is told of once nobody types, however late the clock rings', () => {
  let now = 0;
  const due: { readonly at: number; readonly work: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    after(milliseconds, work) {
      const timer = { at: now + milliseconds, work };
      due.push(timer);
      return () => {
        if (due.includes(timer)) due.splice(due.indexOf(timer), 1);
      };
    },
  };
  const finding: Finding = {
    rule: 'naked-pod',
    severity: 'low',
    message: 'M.',
    path: 'closed.yaml',
    span: { start: 0, end: 3 },
    absent: true,
    fingerprint: '',
    identity: { rule: 'naked-pod', file: '', resource: undefined, container: undefined, place: '', ordinal: 0 },
    related: [],
  };
  let found: readonly Finding[] = [];
  const tokenAt = (offset: number): { start: number; end: number } => ({ start: offset, end: offset });
  const folder = {
    workspace: {
      findings: (path: string) => (path === 'closed.yaml' ? found : []),
      typed: () => ({ parts: [], tokenAt, settling: () => 'files' as const }),
    },
    pace: { run: 'onType', delay: 100 } as const,
  };
  const told: string[] = [];
  const typing = new Typing(clock, (uris) => told.push(...uris));
  typing.shownClosed(folder, 'closed.yaml', 'file:///closed.yaml');
  typing.shown(folder, 'open.yaml', 'file:///open.yaml');
  typing.changed('file:///open.yaml', [insert(0, 'x')]);
  typing.shown(folder, 'open.yaml', 'file:///open.yaml');
  found = [finding];
  assert.deepEqual(typing.shownClosed(folder, 'closed.yaml', 'file:///closed.yaml'), []);
  // The machine is busy: the open document is asked for before the timer of the pause has its turn.
  now = 150;
  typing.shown(folder, 'open.yaml', 'file:///open.yaml');
  now = 1000;
  for (const { at, work } of [...due]) if (at <= now) work();
  assert.deepEqual(told, ['file:///closed.yaml']);
  assert.deepEqual(typing.shownClosed(folder, 'closed.yaml', 'file:///closed.yaml'), [finding]);
});

it('what waits is told of after the pause, though others asked what is found in the document just before', async () => {
  const desk = await Desk.sit({}, path, pod);
  await type(desk, '      securityContext:\n        privileged: true');
  const { refreshes } = desk;
  // The pause is over, and the timer that has the client ask again is late.
  desk.clock.jump(1500);
  await desk.server.connection.sendRequest('textDocument/documentLink', { textDocument: { uri: desk.uri } });
  desk.clock.pass(2);
  await desk.seen();
  assert.equal(desk.refreshes, refreshes + 1);
});
