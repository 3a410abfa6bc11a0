/** Folders whose children are deployed apart from each other: samples, tests, overlays, or copies of the same objects. */
import { baseName } from '../../../text/path.ts';

/** Folders that people name so hold things that are not meant to be deployed together. */
const collectionName =
  /^(?:examples?|samples?|demos?|test.*|e2e.*|fixtures?|overlays?|env(?:s|ironments?)?|clusters?|_site)$/i;

/** @param folder a path. @returns whether its last name says that what lies in it is deployed apart, such as `examples` or `overlays`. */
export function isCollectionName(folder: string): boolean {
  return collectionName.test(baseName(folder));
}

/** One folder and, below it, where an object is defined. */
interface Branch {
  readonly path: string;
  readonly below: Map<string, Branch>;
}

/** Which folders define objects that their neighbours define too. */
export class Collections {
  /** By the folder that holds them: sets of folders right below it that define the same. */
  readonly #alike = new Map<string, Map<string, ReadonlySet<string>>>();

  /** @param definedIn folders, by the object that some file of theirs defines. */
  constructor(definedIn: ReadonlyMap<string, ReadonlySet<string>>) {
    for (const folders of definedIn.values()) if (folders.size > 1) this.#learn(folders);
  }

  /** Whether two of the folders below it define the same object. */
  has(folder: string): boolean {
    return this.#alike.has(folder);
  }

  /** @param folder right below another one. @returns its neighbours that define something that it defines. */
  variantsOf(holder: string, folder: string): ReadonlySet<string> {
    const found = new Set<string>();
    for (const alike of this.#alike.get(holder)?.values() ?? [])
      if (alike.has(folder)) for (const other of alike) if (other !== folder) found.add(other);
    return found;
  }

  #learn(folders: ReadonlySet<string>): void {
    const root: Branch = { path: '', below: new Map() };
    for (const folder of folders) {
      let at = root;
      for (let end = folder.indexOf('/', 1); at.path !== folder; end = folder.indexOf('/', end + 1)) {
        const path = end < 0 ? folder : folder.slice(0, end);
        const next = at.below.get(path) ?? { path, below: new Map() };
        at.below.set(path, next);
        at = next;
      }
    }
    const open = [root];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      open.push(...at.below.values());
      if (at.below.size < 2) continue;
      const known = this.#alike.get(at.path) ?? new Map<string, ReadonlySet<string>>();
      this.#alike.set(at.path, known);
      const alike = new Set(at.below.keys());
      known.set([...alike].sort().join('\n'), alike);
    }
  }
}
