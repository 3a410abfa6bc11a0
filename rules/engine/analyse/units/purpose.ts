/** What a file is for, by its name and the folders that it lies in: to be deployed, to show something, to test it, or to install what others wrote. */

/** `sample`: it shows one thing and leaves out the others. `test`: nobody deploys it but to throw it away. `release`: others write it, for all. */
export type Purpose = 'sample' | 'test' | 'release';

const testName =
  /^(?:.*[-_.])?(?:tests?|testing|e2e|fixtures?)(?:[-_.].*)?$|^(?:__tests__|mocks?|test-?(?:data|cases?|suites?))$/i;
const sampleName = /^(?:examples?|samples?|demos?|tutorials?|quickstarts?|docs?|hack)$/i;
/** A Compose file that runs tests. */
const testFileName = /^(?:docker-)?compose[-.](?:.*[-.])?(?:tests?|e2e)(?:[-.].*)?\.ya?ml$/i;
/** Flux itself, as `flux bootstrap` writes it. Source: fluxcd.io, "Flux bootstrap". */
const releaseName = /^gotk-components\.ya?ml$/;
/** Folders that hold a folder for each place to deploy to, of which one may be called `test`. */
const environmentsName =
  /^(?:overlays?|envs?|environments?|clusters?|stages?|variants?|profiles|apps?|infra(?:structure)?|namespaces?|tenants?)$/i;

/** @param path of a file. @param root the folder that it belongs to; names above it say nothing. */
export function purposeOf(path: string, root: string): Purpose | undefined {
  if (!path.startsWith(`${root}/`)) return undefined;
  const folders = path.slice(root.length + 1).split('/');
  const name = folders.pop() ?? '';
  if (releaseName.test(name)) return 'release';
  if (testFileName.test(name)) return 'test';
  if (folders.some((name, i) => testName.test(name) && !environmentsName.test(folders[i - 1] ?? ''))) return 'test';
  return folders.some((name) => sampleName.test(name)) ? 'sample' : undefined;
}
