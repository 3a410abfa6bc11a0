/**
 * What `kustomize build` makes of a folder, from files alone: nothing is fetched, nothing is run. Remote bases, programs and charts are unknown, with the
 * reason. Source: api/internal/target, api/krusty, Kustomize 5.8.
 */
import { joinPath } from '../../../text/path.ts';
import { isRemote } from '../kustomization.ts';
import { Accumulator } from './accumulator.ts';
import { emptyConfig, mergedConfig, readConfig, readCrds, usualConfig } from './config.ts';
import { KustomizeError, UnknownError } from './errors.ts';
import { addHash, generated } from './generators.ts';
import { type KustomizationFile, type KustomizeFiles, readKustomizationFile } from './kustomization-file.ts';
import { fixNameReferences } from './name-references.ts';
import { at, itemsAt, jsonOf, type Node, textAt } from './node.ts';
import { resourcesIn } from './objects.ts';
import { generate, transform } from './plugins.ts';
import { annotate, joined } from './provenance.ts';
import { readNodes } from './read.ts';
import type { Provenance, Resource } from './resource.ts';
import { readSchemas, Schemas } from './schema.ts';
import { runFields } from './steps.ts';
import { resolveVariables } from './variables.ts';

/** What a folder is built into. */
export interface Built {
  /** In the order in which Kustomize writes them. */
  readonly resources: readonly Resource[];
  /** Why parts are missing: what is remote, or what a program makes. */
  readonly unknown: readonly string[];
}

/** Kustomizations that are read for one build, as often as they are taken in; and characters of all files. */
const bounds = { kustomizations: 1000, characters: 20_000_000, depth: 60 };

/**
 * @param folder that holds the kustomization.
 * @throws KustomizeError for what Kustomize refuses; UnknownError where nothing can be said of the whole.
 */
export function build(files: KustomizeFiles, folder: string): Built {
  return new Build(files).run(folder);
}

class Build {
  readonly #files: KustomizeFiles;
  readonly #unknown = new Set<string>();
  #left = bounds.kustomizations;
  #characters = bounds.characters;
  #schemas = new Schemas();
  /** Who made what is noted, since the outermost kustomization asks for it. */
  #isTracked = false;

  constructor(files: KustomizeFiles) {
    this.#files = files;
  }

  run(folder: string): Built {
    const file = this.#kustomization(folder);
    const metadata = itemsAt(file.root, 'buildMetadata').flatMap((item) => (item.kind === 'scalar' ? item.text : []));
    this.#isTracked = metadata.length > 0;
    const all = this.#accumulate(file, new Accumulator(), [folder], '');
    const { resources, config } = all;
    for (const resource of resources.all) addHash(resource);
    fixNameReferences(resources, config.references);
    resolveVariables(resources, all.variables, config.fields.varReference);
    resources.keep(
      (resource) => (resource.annotations.get('config.kubernetes.io/local-config') ?? 'false') === 'false',
    );
    annotate(resources.all, metadata);
    return { resources: resources.all, unknown: [...this.#unknown] };
  }

  #kustomization(folder: string): KustomizationFile {
    if (--this.#left < 0) throw new UnknownError('too many kustomizations take in one another');
    const file = readKustomizationFile({ read: (path) => this.#read(path) }, folder);
    if (file === undefined) throw new KustomizeError(`there is no file, and no kustomization: ${folder || '.'}`);
    return file;
  }

  #read(path: string): string | undefined {
    const text = this.#files.read(path);
    this.#characters -= text?.length ?? 0;
    if (this.#characters < 0) throw new UnknownError('the files of a build are too large');
    return text;
  }

  /** A file that a kustomization names; it has to lie in its folder. */
  #file(folder: string, path: string): { text: string; path: string } {
    if (isRemote(path)) throw new UnknownError(`remote files are not read: ${path}`);
    const full = joinPath(folder, path);
    if (folder !== '' && !full.startsWith(`${folder}/`))
      throw new KustomizeError(`${path} lies outside of the folder of its kustomization`);
    const text = this.#read(full);
    if (text === undefined) throw new KustomizeError(`there is no file ${full}`);
    return { text, path: full };
  }

  /** @param into what is gathered so far. @param stack folders that are being built. @param way to the folder, as the outermost one sees it. */
  #accumulate(file: KustomizationFile, into: Accumulator, stack: readonly string[], way: string): Accumulator {
    const { root, folder } = file;
    const read = (path: string): { text: string; path: string } => this.#file(folder, path);
    this.#setSchema(file);
    this.#addResources(textsAt(root, 'resources'), into, stack, way);
    const own = textsAt(root, 'configurations').reduce(
      (config, path) => mergedConfig(config, readConfig(read(path).text, path)),
      emptyConfig,
    );
    into.addConfig(mergedConfig(usualConfig, own));
    for (const path of textsAt(root, 'crds')) into.addConfig(readCrds(read(path).text, path));
    this.#generate(file, into, stack, way);
    let all = into;
    for (const path of textsAt(root, 'components')) all = this.#addComponent(path, all, stack, way);
    const source = this.#source(folder);
    const by = (kind: string): Provenance => ({
      configuredIn: joined(way, file.name),
      configuredBy: { apiVersion: 'builtin', kind },
    });
    runFields(all, root, source, (kind) => this.#note(all, by(kind)));
    for (const config of this.#plugins(file, 'transformers', stack, way)) {
      transform(all.resources, config, source);
      this.#note(all, configuredBy(config));
    }
    // Validators change nothing; what they refuse is not known.
    all.addVariables(itemsAt(root, 'vars').map((item) => [textAt(item, 'name') ?? '', item]));
    return all;
  }

  #source(folder: string): Parameters<typeof runFields>[2] {
    return {
      file: (path) => this.#file(folder, path),
      nodes: (path) => {
        const { text, path: full } = this.#file(folder, path);
        return readNodes(text, full, 'booleans').flatMap((node) => (node.kind === 'list' ? node.items : [node]));
      },
      schemas: this.#schemas,
      isPartial: this.#unknown.size > 0,
    };
  }

  #setSchema({ root, folder }: KustomizationFile): void {
    const path = textAt(root, 'openapi', 'path');
    if (path === undefined) return;
    const { text, path: full } = this.#file(folder, path);
    const [document] = readNodes(text, full);
    if (document !== undefined) this.#schemas = readSchemas(jsonOf(document));
  }

  #addResources(paths: readonly string[], into: Accumulator, stack: readonly string[], way: string): void {
    const folder = stack.at(-1) ?? '';
    for (const path of paths) {
      if (isRemote(path)) {
        this.#unknown.add(`remote bases are not fetched: ${path}`);
        continue;
      }
      const full = joinPath(folder, path);
      if (this.#read(full) === undefined) into.absorb(this.#folder(full, stack, joined(way, path), false));
      else {
        const { text } = this.#file(folder, path);
        const found = resourcesIn(text, full);
        if (this.#isTracked) for (const one of found) one.provenance = { path: joined(way, path) };
        into.resources.addAll(found);
      }
    }
  }

  #folder(
    folder: string,
    stack: readonly string[],
    way: string,
    isComponent: boolean,
    into = new Accumulator(),
  ): Accumulator {
    if (stack.length > bounds.depth) throw new UnknownError('kustomizations are nested too deeply');
    if (stack.includes(folder)) throw new KustomizeError(`kustomizations take in one another: ${folder}`);
    const file = this.#kustomization(folder);
    if (file.isComponent !== isComponent)
      throw new KustomizeError(`${folder} is ${isComponent ? 'no' : 'a'} component`);
    return this.#accumulate(file, into, [...stack, folder], way);
  }

  /** A component works on what its kustomization has. */
  #addComponent(path: string, all: Accumulator, stack: readonly string[], way: string): Accumulator {
    if (isRemote(path)) {
      this.#unknown.add(`remote components are not fetched: ${path}`);
      return all;
    }
    return this.#folder(joinPath(stack.at(-1) ?? '', path), stack, joined(way, path), true, all);
  }

  #generate(file: KustomizationFile, into: Accumulator, stack: readonly string[], way: string): void {
    const { root, folder } = file;
    const read = (path: string): { text: string; path: string } => this.#file(folder, path);
    for (const [key, kind] of [
      ['configMapGenerator', 'ConfigMap'],
      ['secretGenerator', 'Secret'],
    ] as const)
      for (const config of itemsAt(root, key)) {
        const names = { name: textAt(config, 'name') ?? '', namespace: textAt(config, 'namespace') };
        const made = generated(kind, config, names, at(root, 'generatorOptions'), read);
        if (this.#isTracked)
          made.provenance = {
            configuredIn: joined(way, file.name),
            configuredBy: { apiVersion: 'builtin', kind: `${kind}Generator` },
          };
        this.#absorb(into, made);
      }
    for (const key of ['helmCharts', 'helmChartInflationGenerator'])
      if (itemsAt(root, key).length > 0)
        this.#unknown.add(`charts are not rendered for Kustomize: ${joined(way, file.name)}`);
    for (const config of this.#plugins(file, 'generators', stack, way))
      try {
        for (const made of generate(config, this.#source(folder))) {
          if (this.#isTracked) made.provenance = configuredBy(config);
          this.#absorb(into, made);
        }
      } catch (error) {
        if (!(error instanceof UnknownError)) throw error;
        this.#unknown.add(error.message);
      }
  }

  /** What is to be merged may be what is unknown. */
  #absorb(into: Accumulator, made: Resource): void {
    const isThere = into.resources.called(made.id).length > 0;
    if (made.behavior === 'create' || isThere || this.#unknown.size === 0) into.resources.absorb(made);
  }

  /** Objects that configure generators or transformers: written in place, or in files and folders. */
  #plugins(file: KustomizationFile, key: string, stack: readonly string[], way: string): readonly Resource[] {
    const gathered = new Accumulator();
    const paths: string[] = [];
    for (const text of textsAt(file.root, key)) {
      const own = objectsIn(text);
      if (own === undefined) paths.push(text);
      else {
        if (this.#isTracked) for (const one of own) one.provenance = { path: joined(way, file.name) };
        gathered.resources.addAll(own);
      }
    }
    this.#addResources(paths, gathered, stack, way);
    return gathered.resources.all;
  }

  #note({ resources }: Accumulator, by: Provenance | undefined): void {
    if (!this.#isTracked || by === undefined) return;
    for (const resource of resources.all)
      if (resource.provenance === undefined) resource.provenance = by;
      else resource.transformations.push(by);
  }
}

function objectsIn(text: string): readonly Resource[] | undefined {
  try {
    const found = resourcesIn(text, '');
    return found.length === 0 ? undefined : found;
  } catch (error) {
    if (error instanceof KustomizeError) return undefined;
    throw error;
  }
}

function configuredBy({ provenance, apiVersion, kind, name, namespace }: Resource): Provenance | undefined {
  if (provenance?.path === undefined) return undefined;
  return {
    configuredIn: provenance.path,
    configuredBy: { apiVersion, kind, name, ...(namespace === '' ? {} : { namespace }) },
  };
}

/** Texts of a list below a key. */
const textsAt = (node: Node, key: string): readonly string[] =>
  itemsAt(node, key).flatMap((item) => (item.kind === 'scalar' && item.value !== null ? item.text : []));
