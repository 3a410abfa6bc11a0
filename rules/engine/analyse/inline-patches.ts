/** What a kustomization deploys by its own text: patches that are written into it, literals of generators, and the versions of images. Judged for what they say. */
import { noFileContext } from '../../facts/questions/file-context.ts';
import { parseImageReference } from '../../model/image/reference.ts';
import type { ImageUse } from '../../model/image/use.ts';
import { usualApiVersion } from '../../model/kubernetes/api-kind.ts';
import { partOf, readOperations } from '../../model/kustomize/json-patch.ts';
import { inlinePatchesOf } from '../../model/kustomize/kustomization.ts';
import type { PatchTarget } from '../../model/kustomize/patch.ts';
import { secretNameAmong } from '../../model/secret/name.ts';
import type { Span } from '../../text/source.ts';
import { embeddedSpans } from '../../yaml/embedded.ts';
import { Field } from '../../yaml/field.ts';
import { parseDocument } from '../../yaml/parse.ts';
import { isPlainMap, plainOf } from '../../yaml/plain-value.ts';
import type { YamlDocument } from '../../yaml/tree.ts';
import type { RuleSet } from '../settings/rule-set.ts';
import { analyzeDocument, analyzeImages, type RawFinding } from './analyze.ts';

/** @param document of a kustomization. @returns findings in its offsets, which nothing fixes. */
export function findingsOfKustomization(document: YamlDocument, rules: RuleSet): readonly RawFinding[] {
  const root = Field.root(document, true);
  return [
    ...analyzeImages(imagesOf(root), rules),
    ...findingsOfLiterals(root, rules),
    ...inlinePatchesOf(root).flatMap(({ target, patch }) => {
      if (patch.string === undefined) return [];
      const inside = parseDocument(patch.string);
      const place = embeddedSpans(patch);
      const operations = Field.root(inside, true);
      return operations.isList
        ? findingsOfOperations(operations, target, rules, place)
        : findingsOf(inside, rules, place);
    }),
  ].map(unfixable);
}

/**
 * @param document of a file that kustomizations name as a patch. @param targets what it is for, as far as they say.
 * @returns findings of its operations, where it is a list of such; nothing fixes them.
 */
export function findingsOfPatchFile(
  document: YamlDocument,
  targets: readonly PatchTarget[],
  rules: RuleSet,
): readonly RawFinding[] {
  const root = Field.root(document, true);
  const target = targets.find(({ kind }) => kind !== undefined);
  return root.isList ? findingsOfOperations(root, target, rules, (span) => span).map(unfixable) : [];
}

const unfixable = ({ offer: _offer, resource: _resource, ...finding }: RawFinding): RawFinding => ({
  ...finding,
  isUnfixable: true,
});

/** @param place of an offset in the patch. */
function findingsOf(patch: YamlDocument, rules: RuleSet, place: (span: Span) => Span): readonly RawFinding[] {
  return analyzeDocument(patch, rules, { ...noFileContext, patch: true }).findings.map((finding) => ({
    ...finding,
    anchor: place(finding.anchor),
    related: finding.related.map(({ anchor, message }) => ({ anchor: place(anchor), message })),
  }));
}

/** Each operation is judged as the part of an object that it writes. */
function findingsOfOperations(
  operations: Field,
  target: PatchTarget | undefined,
  rules: RuleSet,
  place: (span: Span) => Span,
): readonly RawFinding[] {
  const { kind, name, group, version } = target ?? {};
  if (kind === undefined) return [];
  const known = group === undefined && version === undefined ? usualApiVersion(kind) : undefined;
  const apiVersion = known ?? [group, version ?? 'v1'].filter((part) => part !== undefined && part !== '').join('/');
  return operations.items.flatMap((item) => {
    const value = plainOf(item);
    const [operation] = readOperations(value === undefined ? undefined : [value]) ?? [];
    const part = operation === undefined ? undefined : partOf(operation);
    if (part === undefined) return [];
    const metadata = isPlainMap(part['metadata']) ? part['metadata'] : {};
    const object = { ...part, apiVersion, kind, metadata: { name: name ?? 'x', ...metadata } };
    const at = place(item.at('path').anchor);
    return findingsOf(parseDocument(JSON.stringify(object)), rules, () => at);
  });
}

/** Each literal of a generator is judged as the Secret or ConfigMap of one key that it makes. Source: Kustomize documentation, `secretGenerator`. */
function findingsOfLiterals(root: Field, rules: RuleSet): readonly RawFinding[] {
  const made = [
    ['secretGenerator', 'Secret', 'stringData'],
    ['configMapGenerator', 'ConfigMap', 'data'],
  ] as const;
  return made.flatMap(([generator, kind, part]) =>
    root.at(generator).items.flatMap((item) => {
      const literals = item.at('literals').strings;
      const beside = secretNameAmong(literals.map(({ text }) => text.split('=', 1)[0] ?? ''));
      return literals.flatMap(({ text, field }) => {
        const equals = text.indexOf('=');
        if (equals <= 0) return [];
        const metadata = { name: item.at('name').string ?? 'x' };
        const object = {
          apiVersion: 'v1',
          kind,
          metadata,
          // Of the others only this one tells what a literal is.
          [part]: {
            ...(beside === undefined ? {} : { [beside]: '' }),
            [text.slice(0, equals)]: unquoted(text.slice(equals + 1)),
          },
        };
        return findingsOf(parseDocument(JSON.stringify(object)), rules, () => field.anchor);
      });
    }),
  );
}

/** Kustomize takes one pair of quotes off. */
const unquoted = (text: string): string => /^(["'])([\s\S]*)\1$/.exec(text)?.[2] ?? text;

/** Images as they are deployed. */
function imagesOf(root: Field): readonly ImageUse[] {
  return root.at('images').items.flatMap((item) => {
    const [name, newName, newTag, digest] = ['name', 'newName', 'newTag', 'digest'].map((key) => item.at(key).text);
    const version = digest !== undefined ? `@${digest}` : newTag === undefined ? undefined : `:${newTag}`;
    if (name === undefined || version === undefined) return [];
    const text = `${newName ?? name}${version}`;
    const field = item.at(digest === undefined ? 'newTag' : 'digest');
    return [
      {
        reference: parseImageReference(text),
        text,
        where: 'container',
        anchor: field.anchor,
        path: field.path,
        replacement: () => undefined,
      } satisfies ImageUse,
    ];
  });
}
