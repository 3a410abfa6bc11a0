/** What a file is for, by its name and the folders that it lies in: to be deployed, to show something, to test it, or to install what others wrote. */

/** `archive`: it was deployed once. `sample`: it shows one thing and leaves out the others. `test`: nobody deploys it but to throw it away. `release`: others write it, for all. */
export type Purpose = 'sample' | 'test' | 'release' | 'archive';

const testName = /^(?:__tests__|mocks?|test-?(?:data|cases?|suites?))$/i;
/** As a word of a name. */
const testWord = /(?<![^-_.])(?:tests?|testing|e2e|fixtures?)(?![^-_.])/i;
const sampleName = /^(?:examples?|samples?|demos?|tutorials?|quickstarts?|docs?|hack)$/i;
/** Clusters on the machine of whoever develops, and their working place: for a day, with passwords for that. */
const localName = /^(?:local-?(?:clusters?|dev(?:elopment)?)|kind|minikube|k3d|\.devcontainer)$/i;
const localFileName = /^\.gitpod\./i;
/** A Compose file that runs tests. */
const composeName = /^(?:docker-)?compose[-.].*\.ya?ml$/i;
const testFileWord = /[-.](?:tests?|e2e)(?=[-.])/i;
/** Files that show what another one looks like. */
const sampleFileWord = /^(?:example|sample)[-_.]|[-_.](?:example|sample)(?=[-_.]|$)/i;
/** One that starts what a program needs on the machine of whoever develops it. */
const developmentWord = /[-.](?:dev|devel|development|local)(?=[-.])/i;
const archiveName = /^[._]?(?:archived?|archives|attic|deprecated|obsolete|old|unmaintained|unused)$/i;
/** A copy that was kept beside its successor. */
const archiveFileWord =
  /(?:^|[-_.])(?:old|bak|obsolete|deprecated|unused)(?:\.(?:ya?ml|json|dockerfile))?$|\.orig\.ya?ml$/i;
/** Flux itself, as `flux bootstrap` writes it. Source: fluxcd.io, "Flux bootstrap". */
const releaseName = /^gotk-components\.ya?ml$/;
/** Folders that hold a folder for each place to deploy to, of which one may be called `test`. */
const environmentsName =
  /^(?:overlays?|envs?|environments?|clusters?|stages?|variants?|profiles|apps?|infra(?:structure)?|namespaces?|tenants?)$/i;

/** @param root the folder that the file belongs to. @returns whether it is deployed to an environment of developers alone: `overlays/dev`. */
export function isForDevelopment(path: string, root: string): boolean {
  if (!path.startsWith(`${root}/`)) return false;
  const folders = path
    .slice(root.length + 1)
    .split('/')
    .slice(0, -1);
  return folders.some(
    (name, i) => /^(?:dev|devel|development|sandbox)$/i.test(name) && environmentsName.test(folders[i - 1] ?? ''),
  );
}

/** @param path of a file. @param root the folder that it belongs to; names above it say nothing. */
export function purposeOf(path: string, root: string): Purpose | undefined {
  if (!path.startsWith(`${root}/`)) return undefined;
  const folders = path.slice(root.length + 1).split('/');
  const name = folders.pop() ?? '';
  if (releaseName.test(name)) return 'release';
  if (localFileName.test(name) || folders.some((name) => localName.test(name))) return 'test';
  if (composeName.test(name) && testFileWord.test(name)) return 'test';
  if (
    folders.some(
      (name, i) => (testName.test(name) || testWord.test(name)) && !environmentsName.test(folders[i - 1] ?? ''),
    )
  )
    return 'test';
  if (folders.some((name, i) => archiveName.test(name) && !environmentsName.test(folders[i - 1] ?? '')))
    return 'archive';
  if (archiveFileWord.test(name)) return 'archive';
  if (sampleFileWord.test(name) || (composeName.test(name) && developmentWord.test(name))) return 'sample';
  return folders.some((name) => sampleName.test(name)) ? 'sample' : undefined;
}
