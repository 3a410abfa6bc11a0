/** What a file is for, by the folders that it lies in: to be deployed, to show something, or to test it. */

/** `sample`: it shows one thing and leaves out the others. `test`: nobody deploys it but to throw it away. */
export type Purpose = 'sample' | 'test';

const testName =
  /^(?:.*[-_.])?(?:tests?|testing|e2e|fixtures?)(?:[-_.].*)?$|^(?:__tests__|mocks?|test-?(?:data|cases?|suites?))$/i;
const sampleName = /^(?:examples?|samples?|demos?|tutorials?|quickstarts?|docs?)$/i;
/** Folders that hold a folder for each place to deploy to, of which one may be called `test`. */
const environmentsName =
  /^(?:overlays?|envs?|environments?|clusters?|stages?|variants?|profiles|apps?|infra(?:structure)?|namespaces?|tenants?)$/i;

/** @param path of a file. @param root the folder that it belongs to; names above it say nothing. */
export function purposeOf(path: string, root: string): Purpose | undefined {
  if (!path.startsWith(`${root}/`)) return undefined;
  const folders = path.slice(root.length + 1).split('/');
  folders.pop();
  if (folders.some((name, i) => testName.test(name) && !environmentsName.test(folders[i - 1] ?? ''))) return 'test';
  return folders.some((name) => sampleName.test(name)) ? 'sample' : undefined;
}
