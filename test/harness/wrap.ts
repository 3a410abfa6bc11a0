/** The same objects in other clothes: as a later document, inside a List, a bare pod inside another workload. Text only. */

/** @returns undefined when the snippet speaks of the file as a whole. */
export function asSecondDocument(text: string): string | undefined {
  if (/seaworthy-ignore-file/.test(text)) return undefined;
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: first\n  namespace: first-namespace\n${text.startsWith('---') ? '' : '---\n'}${text}`;
}

/** Only for one document in block style, whose items can be indented. */
export function asItemOfList(text: string): string | undefined {
  const documents = documentsOf(text);
  if (documents.length === 0 || documents.some((document) => !/^apiVersion:/.test(document))) return undefined;
  return `apiVersion: v1\nkind: List\nitems:\n${documents.map((document) => indented(document, '  - ', '    ')).join('')}`;
}

/** A bare pod as a Deployment and as a CronJob. */
export function asOtherWorkload(text: string): (readonly [kind: string, text: string])[] {
  const documents = documentsOf(text);
  const [document] = documents;
  if (documents.length !== 1 || document === undefined || !/^apiVersion: v1\nkind: Pod\n/.test(document)) return [];
  const template = document.replace(/^apiVersion: v1\nkind: Pod\n/, '');
  // The pod's namespace is the object's; labels and annotations are the template's.
  const namespace = /^ {2}namespace: .*\n/m.exec(template)?.[0] ?? '';
  const body = template.replace(namespace, '');
  return [
    [
      'Deployment',
      `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: wrapped\n${namespace}spec:\n  selector:\n    matchLabels:\n      app: wrapped\n  template:\n${indented(body, '    ', '    ')}`,
    ],
    [
      'CronJob',
      `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: wrapped\n${namespace}spec:\n  schedule: "@daily"\n  jobTemplate:\n    spec:\n      template:\n${indented(body, '        ', '        ')}`,
    ],
  ];
}

function documentsOf(text: string): string[] {
  return text.split(/^---\n/m).filter((document) => document.trim() !== '');
}

function indented(text: string, first: string, rest: string): string {
  const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n');
  return lines
    .map((line, i) => (line === '' ? '' : (i === 0 ? first : rest) + line))
    .map((line) => `${line}\n`)
    .join('');
}
