/**
 * Real workloads, hardened to the restricted level in one go: what comes out is read again, needs nothing more, and is admitted by the official
 * library unless something forbids it that only a person can change. Needs the real manifests, which are not part of the repository.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { rules } from '../../rules/catalog/index.ts';
import { newestKubernetesMinor } from '../../rules/data/kubernetes.ts';
import { defaultSettings, type Settings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import { resourcesOf } from '../../rules/model/kubernetes/resource.ts';
import { Field } from '../../rules/yaml/field.ts';
import { readStream } from '../../rules/yaml/stream.ts';
import { discover } from '../../server/host/discover.ts';
import { nodeFiles } from '../../server/host/node-files.ts';
import { root } from '../../tools/root.ts';
import { oracleMissing } from '../oracle/go.ts';
import { askOracle } from '../oracle/pod-security/oracle.ts';
import type { Json } from '../oracle/pod-security/pods.ts';

const corpora = ['real', 'overlays', 'mesh'].map((name) => join(root, '..', 'shared', 'corpora', name));
const settings: Settings = { ...defaultSettings, profile: 'all' };
const judges = rules.filter(({ standards }) => standards.some(({ standard }) => standard === 'pss'));
const only = new Set(judges.map(({ id }) => id));
/** Controls that a person has to decide on: what to do without a folder of the node, or with a volume of another type. */
const forPeople = new Set(['hostPathVolumes', 'restrictedVolumes']);

interface Hardened {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

let known: Promise<readonly Hardened[]> | undefined;

/** Worked out once for all tests. */
function hardened(): Promise<readonly Hardened[]> {
  known ??= hardenAll();
  return known;
}

async function hardenAll(): Promise<readonly Hardened[]> {
  const done: Hardened[] = [];
  for (const folder of corpora) {
    for await (const { path, inChart } of discover(nodeFiles, folder)) {
      const read = nodeFiles.read(path);
      if (inChart || !('text' in (await read))) continue;
      const { text } = (await read) as { text: string };
      const workspace = new Workspace(judges);
      const state = workspace.update({ path, text }, settings, { retain: true });
      if (state.kind !== 'analysed' || state.type !== 'manifest' || state.problems.length > 0) continue;
      done.push({ path, before: text, after: workspace.fixAll(path, 'review', only)?.text ?? text });
    }
  }
  return done;
}

/** Controls that are open in a hardened text since their fix supposes what only a person can know, or waits for such a one. */
function supposing({ path, after }: Hardened): ReadonlySet<string> {
  const workspace = new Workspace(judges);
  workspace.update({ path, text: after }, settings, { retain: true });
  const open = workspace
    .findings(path)
    .filter((finding) => workspace.fixes(finding).every((fix) => 'refused' in fix || fix.assumes))
    .map(({ rule }) => rule);
  return new Set(
    judges
      .filter(({ id }) => open.includes(id))
      .flatMap(({ standards }) => standards.flatMap((one) => (one.standard === 'pss' ? [one.control] : []))),
  );
}

/** A field as the API server sees it; undefined when a part of it is unknown. */
function plain(field: Field): Json | undefined {
  if (field.unknown) return undefined;
  if (field.isList) return field.items.map((item) => plain(item) ?? null);
  if (field.isMap) return Object.fromEntries(field.entries.map(([key, value]) => [key, plain(value) ?? null]));
  return field.value ?? null;
}

/** Every simple value of a text by its place: document and path. */
function leaves(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (field: Field, document: number): void => {
    if (field.isMap) for (const [, below] of field.entries) walk(below, document);
    else if (field.isList) for (const below of field.items) walk(below, document);
    else found.set(`${document}.${field.path}`, `${field.state} ${field.text ?? ''}`);
  };
  readStream(text).documents.forEach(({ document }, i) => {
    walk(Field.root(document, true), i);
  });
  return found;
}

/** Pods of a text as JSON, those whose containers are all whole. */
function podsOf(text: string): Json[] {
  return readStream(text).documents.flatMap(({ document }) =>
    resourcesOf(document, false).flatMap(({ pods }) =>
      pods
        .filter(
          (pod) => pod.isCreatedDirectly && pod.isComplete && pod.containers.every(({ image }) => image !== undefined),
        )
        .flatMap(({ template, spec }) => {
          const [metadata, body] = [plain(template.at('metadata')), plain(spec)];
          return body === undefined ? [] : [{ metadata: { annotations: annotationsOf(metadata) }, spec: body }];
        }),
    ),
  );
}

function annotationsOf(metadata: Json | undefined): Json {
  const annotations =
    typeof metadata === 'object' && metadata !== null && 'annotations' in metadata ? metadata.annotations : null;
  return annotations ?? null;
}

const missing = corpora.every((folder) => existsSync(folder)) ? false : 'the real manifests are not here';

describe('real workloads, hardened', { skip: missing }, () => {
  it('are read as before, and need nothing more that a fix could give', async () => {
    const all = await hardened();
    assert.ok(all.filter(({ before, after }) => before !== after).length > 200);
    for (const { path, after } of all) {
      const workspace = new Workspace(judges);
      const state = workspace.update({ path, text: after }, settings, { retain: true });
      assert.ok(state.kind === 'analysed' && state.problems.length === 0, `${path} cannot be read any more`);
      assert.equal(workspace.fixAll(path, 'review', only), undefined, `${path} is not done in one go`);
    }
  });

  it('differ in what a fix had to change, and in nothing else', async () => {
    // nginx moves to an image that runs as somebody else, and its ports with it.
    const security =
      /\.(?:securityContext|hostPID|hostIPC|hostNetwork|volumes|volumeMounts|annotations)(?:[.[]|$)|\.(?:hostPort|host|image|containerPort|port)$/;
    for (const { path, before, after } of await hardened()) {
      if (before === after) continue;
      const [was, is] = [leaves(before), leaves(after)];
      const changed = [...was, ...is].filter(([key, value]) => was.get(key) !== value || is.get(key) !== value);
      assert.deepEqual(
        changed.map(([key]) => key).filter((key) => !security.test(key)),
        [],
        path,
      );
    }
  });

  it('are admitted at the restricted level, unless only a person can help', {
    skip: oracleMissing() ?? false,
  }, async (test) => {
    const pods = (await hardened()).flatMap((one) => {
      const left = supposing(one);
      return podsOf(one.after).map((pod) => ({ path: one.path, pod, left }));
    });
    let verdicts: ReturnType<typeof askOracle>;
    try {
      verdicts = askOracle(pods.map(({ pod }) => pod));
    } catch (error) {
      test.skip(error instanceof Error ? error.message : String(error));
      return;
    }
    const refused = verdicts.flatMap((runs, i) => {
      const by = (runs?.findLast(([from]) => from <= newestKubernetesMinor)?.[1] ?? []).filter(
        (id) => !forPeople.has(id) && pods[i]?.left.has(id) !== true,
      );
      return by.length === 0 ? [] : [`${pods[i]?.path}: ${by.join(', ')}`];
    });
    assert.ok(pods.length > 250, `${pods.length} pods`);
    assert.deepEqual(refused, []);
  });
});
