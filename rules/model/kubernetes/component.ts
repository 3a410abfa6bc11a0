/**
 * Components of the control plane as static pods run them: which one a container runs, and with which flags. Source: Kubernetes documentation,
 * "Command line tools reference", and etcd's "Configuration options".
 */
import type { Change } from '../../yaml/change.ts';
import type { Field } from '../../yaml/field.ts';
import type { Container } from './container.ts';
import type { Resource } from './resource.ts';

export type Component =
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'etcd'
  | 'kubelet'
  | 'kube-proxy';

export interface Flag {
  /** `true` for a flag without a value. */
  readonly value: string;
  /** The word that holds it, or its value where that is a word of its own. */
  readonly field: Field;
  /** The change that gives it another value. */
  set(value: string): Change;
}

/** The flags of one component. */
export class Flags {
  readonly container: Container;
  readonly #words: readonly { readonly text: string; readonly field: Field }[];

  constructor(container: Container) {
    this.container = container;
    this.#words = [...container.at('command').strings, ...container.at('args').strings];
  }

  /** The last of that name, which is the one that counts; `-name`, `--name value` and `--name=value` are the same. */
  get(name: string): Flag | undefined {
    for (let i = this.#words.length - 1; i >= 0; i--) {
      const { text, field } = this.#words[i] as { text: string; field: Field };
      const match = /^--?([\w-]+)(?:=([\s\S]*))?$/.exec(text);
      if (match?.[1] !== name) continue;
      const next = this.#words[i + 1];
      if (match[2] === undefined && next !== undefined && !next.text.startsWith('-'))
        return { value: next.text, field: next.field, set: (value) => next.field.set(value) };
      return { value: match[2] ?? 'true', field, set: (value) => field.set(`--${name}=${value}`) };
    }
    return undefined;
  }

  /** Flags may stand elsewhere: in a file, or in words that are not known. */
  get isOpen(): boolean {
    const lists = [this.container.at('command'), this.container.at('args')];
    return (
      this.get('config') !== undefined || lists.some((list) => !list.missing && (!list.isList || hasUnknown(list)))
    );
  }

  /** The change that adds a flag. */
  add(name: string, value: string): Change {
    const { container } = this;
    const list = container.at('args').isList ? container.at('args') : container.at('command');
    return list.append(`--${name}=${value}`);
  }
}

function hasUnknown(list: Field): boolean {
  return list.items.some((item) => item.text === undefined);
}

/** A component as it is set up: by the flags of a container, or by a file of settings. */
export interface ConfiguredComponent {
  readonly name: Component;
  readonly flags: Flags | undefined;
  /** A KubeletConfiguration or KubeProxyConfiguration. */
  readonly settings: Resource | undefined;
}

/** The components that an object sets up: none for nearly every object. */
export function componentsOf(resource: Resource): readonly ConfiguredComponent[] {
  if (resource.is('KubeletConfiguration', 'kubelet.config.k8s.io'))
    return [{ name: 'kubelet', flags: undefined, settings: resource }];
  if (resource.is('KubeProxyConfiguration', 'kubeproxy.config.k8s.io'))
    return [{ name: 'kube-proxy', flags: undefined, settings: resource }];
  return resource.pods.flatMap(({ containers }) =>
    containers.flatMap((container): ConfiguredComponent[] => {
      const name = componentOf(container);
      return name === undefined ? [] : [{ name, flags: new Flags(container), settings: undefined }];
    }),
  );
}

function componentOf(container: Container): Component | undefined {
  const words = [...container.at('command').items, ...container.at('args').items].map(({ text }) => text ?? '');
  // Of a wrapper with flags of its own, the program is the first word behind it that is none.
  const isWrapped = wrappers.has(programIn(words[0]) ?? '');
  const program = isWrapped ? words.slice(1).find((word) => !word.startsWith('-')) : words[0];
  const name = programIn(program);
  return components.find((component) => component === name);
}

/** A path to a program; a flag that holds a path names none. */
const programIn = (word: string | undefined): string | undefined =>
  word === undefined || word.startsWith('-') ? undefined : word.split('/').at(-1);

/** Programs that start another one with its flags. Source: kubernetes/release, images/build/go-runner; the manuals of the others. */
const wrappers: ReadonlySet<string> = new Set(['go-runner', 'hyperkube', 'tini', 'dumb-init', 'catatonit']);

const components: readonly Component[] = [
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'etcd',
  'kubelet',
  'kube-proxy',
];
