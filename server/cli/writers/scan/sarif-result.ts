/** One finding as a result of SARIF. */
import { pathToFileURL } from 'node:url';
import { visible } from '../../../../rules/text/visible.ts';
import { spelling, toOuter } from '../../paths.ts';
import type { PlacedEdit, PlacedFinding, Stretch } from '../../placed-finding.ts';
import { levelOf } from './sarif-rules.ts';

/** A finding, or one that its author hid with a reason. */
export type Reported = PlacedFinding & { readonly reason?: string };

/** Others GitHub does not show. */
const mostRelated = 100;

/** @param ruleIndex the place of its rule in the run. */
export function resultOf(reported: Reported, ruleIndex: number, withFixes: boolean): object {
  const { finding, edit, related, reason } = reported;
  const { rule, severity, raised, message, path, fingerprint } = finding;
  const relatedLocations = [
    ...related.slice(0, mostRelated).map((other, id) => ({
      id,
      physicalLocation: physical(other.path, other),
      message: { text: visible(other.message) },
    })),
  ];
  return {
    ruleId: rule,
    ruleIndex,
    level: levelOf[severity],
    message: { text: visible(message) },
    locations: [{ physicalLocation: physical(path, reported), ...logical(reported) }],
    ...(relatedLocations.length === 0 ? {} : { relatedLocations }),
    // The first name is the one that GitHub tells alerts apart by: what moved stays the same alert.
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1`, 'seaworthy/v1': fingerprint },
    ...(edit === undefined || !withFixes ? {} : { fixes: [fixOf(edit, path)] }),
    ...(reason === undefined
      ? {}
      : { suppressions: [{ kind: 'inSource', status: 'accepted', justification: visible(reason) }] }),
    properties: { severity, ...(raised === undefined ? {} : { raised: raised.severity }) },
  };
}

function physical(path: string, stretch: Stretch): object {
  return { artifactLocation: artifact(path), region: region(stretch) };
}

/** The object and the container that it is about, as Kubernetes names them. */
function logical({ finding: { resource, container } }: PlacedFinding): object {
  if (resource === undefined) return {};
  const object = [resource.namespace, resource.kind, resource.name].filter((part) => part !== undefined).join('/');
  const name = visible(container === undefined ? object : `${object}/${container}`);
  return { logicalLocations: [{ fullyQualifiedName: name, kind: container === undefined ? 'object' : 'member' }] };
}

function fixOf({ title, replacements }: PlacedEdit, path: string): object {
  return {
    description: { text: visible(title) },
    artifactChanges: [
      {
        artifactLocation: artifact(path),
        replacements: replacements.map(({ text, ...stretch }) => ({
          deletedRegion: region(stretch),
          ...(text === '' ? {} : { insertedContent: { text } }),
        })),
      },
    ],
  };
}

/** Lines and columns count from 1, and the end is behind the last character. */
function region({ start, end }: Stretch): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** A path below the current folder is relative to it; SARIF allows no `..` in such a one, so that all others are absolute. */
function artifact(path: string): object {
  const outer = toOuter(path);
  if (outer === '..' || outer.startsWith('../') || /^(?:[a-z]:)?\//i.test(outer))
    return { uri: pathToFileURL(spelling(path)).href };
  const uri = outer.split('/').map(encoded).join('/');
  return { uri, uriBaseId: '%SRCROOT%' };
}

/** What is no character by itself has no bytes that could be written. */
const encoded = (part: string): string => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd'));
