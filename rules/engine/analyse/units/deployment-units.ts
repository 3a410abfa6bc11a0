/**
 * Which files are deployed together, as far as files tell: what a kustomization takes in, else what lies in one folder and is no collection of things that
 * are deployed apart. docs/deployment-units.md is the model in words. Must not know rules or findings.
 */
import type { Kustomization } from '../../../model/kustomize/kustomization.ts';
import { directoryOf } from '../../../text/path.ts';
import { Collections, isCollectionName } from './collections.ts';

/** What has to be known of a file. */
export interface UnitFile {
  readonly path: string;
  /** The folder of its root, which nothing goes above. */
  readonly root: string;
  readonly kustomization: Kustomization | undefined;
  /** Whole objects, by group, kind, namespace and name. */
  readonly defines: readonly string[];
  /** Folders that something deploys each for itself, such as an Argo CD application. */
  readonly deploys: readonly string[];
  /** Nobody asked for it: only a kustomization that somebody asked for makes it a part of something. */
  readonly isOutside: boolean;
  /** The folder of the chart that it belongs to: all of a chart is deployed together. */
  readonly chart?: string | undefined;
}

const folderOf = ({ path, chart }: UnitFile): string => chart ?? directoryOf(path);

/** Files that are deployed together. */
export interface Unit {
  readonly folder: string;
  /** Why its files belong together. */
  readonly reason: 'kustomization' | 'deployed' | 'folder';
  readonly files: ReadonlySet<string>;
}

/** What may be in one cluster with a file. */
export interface Neighbourhood {
  /** Files that are deployed with it, a set for each way to deploy it; none where nobody knows yet. */
  readonly deployed: readonly Pick<Unit, 'folder' | 'files'>[];
  /** Files that lie in no collection, so that they are deployed once. */
  readonly common: ReadonlySet<string>;
}

/** A base that more overlays build on is known to the first of them alone, so that many overlays of many files cost no product. */
const mostUnitsOfFile = 8;

/** The units of a scope at one moment; made anew when what belongs together changed. */
export class DeploymentUnits {
  readonly all: readonly Unit[];
  readonly #files: ReadonlyMap<string, UnitFile>;
  readonly #byFile = new Map<string, Unit[]>();
  readonly #collections: Collections;
  #common: ReadonlySet<string> | undefined;

  constructor(files: ReadonlyMap<string, UnitFile>) {
    this.#files = files;
    const trees = new Trees(files);
    this.#collections = new Collections(definitions(files, trees));
    this.all = [...trees.units(), ...this.#folderUnits(trees)];
    for (const unit of this.all)
      for (const path of unit.files) {
        const known = this.#byFile.get(path) ?? [];
        this.#byFile.set(path, known);
        known.push(unit);
      }
  }

  of(path: string): readonly Unit[] {
    return this.#byFile.get(path) ?? [];
  }

  neighbourhood(path: string): Neighbourhood {
    this.#common ??= new Set(this.all.filter((unit) => this.#isCommon(unit)).flatMap(({ files }) => [...files]));
    return { deployed: this.of(path), common: this.#common };
  }

  #isCommon(unit: Unit): boolean {
    const root = this.#rootOf(unit);
    for (let at = unit.folder; at.length > root.length; at = directoryOf(at))
      if (isCollectionName(at) || this.#collections.has(directoryOf(at))) return false;
    return true;
  }

  #rootOf({ files }: Unit): string {
    const [first = ''] = files;
    return this.#files.get(first)?.root ?? '';
  }

  /**
   * Folders of variants of what a unit deploys, which it never meets, in order; empty when there are none.
   */
  variantsOf(unit: Unit): readonly string[] {
    const root = this.#rootOf(unit);
    const found: string[] = [];
    for (let at = unit.folder; at.length > root.length; at = directoryOf(at))
      found.push(...this.#collections.variantsOf(directoryOf(at), at));
    return found.sort();
  }

  #folderUnits(trees: Trees): readonly Unit[] {
    const deployed = new Set(
      [...this.#files.values()].flatMap(({ deploys, chart }) => (chart === undefined ? deploys : [...deploys, chart])),
    );
    const tops = new Map<string, string>();
    const members = new Map<string, Set<string>>();
    for (const file of this.#files.values()) {
      const { path, root, isOutside } = file;
      if (isOutside || trees.holds(path)) continue;
      const top = this.#topOf(folderOf(file), root, deployed, tops);
      const files = members.get(top) ?? new Set();
      members.set(top, files);
      files.add(path);
    }
    return [...members].map(([folder, files]) => ({
      folder,
      reason: deployed.has(folder) ? 'deployed' : 'folder',
      files,
    }));
  }

  /** The last folder on the way up that is deployed as a whole. @param known those that were asked for before. */
  #topOf(folder: string, root: string, deployed: ReadonlySet<string>, known: Map<string, string>): string {
    const way: string[] = [];
    let at = folder;
    for (;;) {
      const top = known.get(at);
      if (top !== undefined) {
        at = top;
        break;
      }
      way.push(at);
      const above = directoryOf(at);
      if (at.length <= root.length || deployed.has(at) || isCollectionName(at)) break;
      if (above.length > root.length && isCollectionName(above)) break;
      if (this.#collections.has(above)) break;
      at = above;
    }
    for (const passed of way) known.set(passed, at);
    return at;
  }
}

/** What kustomizations take in, each with everything that those below it take in. */
class Trees {
  readonly #files: ReadonlyMap<string, UnitFile>;
  /** Paths of kustomization files by their folder. */
  readonly #byFolder = new Map<string, string>();
  readonly #trees = new Map<string, ReadonlySet<string>>();
  readonly #times = new Map<string, number>();

  constructor(files: ReadonlyMap<string, UnitFile>) {
    this.#files = files;
    const taken = new Set<string>();
    for (const { path, kustomization, isOutside } of files.values()) {
      if (kustomization === undefined) continue;
      this.#byFolder.set(kustomization.folder, path);
      if (isOutside) continue;
      for (const resource of kustomization.resources) if (resource !== kustomization.folder) taken.add(resource);
    }
    const paths = [...this.#byFolder].filter(([, path]) => files.get(path)?.isOutside === false).sort();
    for (const [folder, path] of paths) if (!taken.has(folder)) this.#trees.set(folder, this.#treeOf(path));
    // In a circle each takes the other in.
    for (const [folder, path] of paths) if (!this.#times.has(path)) this.#trees.set(folder, this.#treeOf(path));
  }

  holds(path: string): boolean {
    return this.#times.has(path);
  }

  units(): readonly Unit[] {
    return [...this.#trees].map(([folder, files]) => ({ folder, reason: 'kustomization', files }));
  }

  /** Folders of the trees that share a file, by that file. */
  sharing(): Iterable<readonly [string, ReadonlySet<string>]> {
    const folders = new Map<string, Set<string>>();
    for (const [folder, files] of this.#trees)
      for (const file of files) {
        if ((this.#times.get(file) ?? 0) < 2) continue;
        const known = folders.get(file) ?? new Set();
        folders.set(file, known);
        known.add(folder);
      }
    return folders;
  }

  #treeOf(top: string): ReadonlySet<string> {
    const tree = new Set<string>();
    const open = [top];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      const file = this.#files.get(path);
      const times = this.#times.get(path) ?? 0;
      if (file === undefined || tree.has(path) || times >= mostUnitsOfFile) continue;
      tree.add(path);
      this.#times.set(path, times + 1);
      const { resources = [], patches = [] } = file.kustomization ?? {};
      for (const named of [...resources, ...patches]) open.push(this.#byFolder.get(named) ?? named);
    }
    return tree;
  }
}

/** Folders by what they define; overlays of one base define the same, whatever they change of it. */
function definitions(files: ReadonlyMap<string, UnitFile>, trees: Trees): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = (object: string, folder: string): void => {
    const known = found.get(object) ?? new Set();
    found.set(object, known);
    known.add(folder);
  };
  for (const file of files.values()) for (const object of file.defines) add(object, folderOf(file));
  for (const [file, folders] of trees.sharing()) for (const folder of folders) add(`of ${file}`, folder);
  return found;
}
