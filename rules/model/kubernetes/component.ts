/**
 * Components of the control plane as static pods run them: which one a container runs, and with which flags. Source: Kubernetes documentation,
 * "Command line tools reference", and etcd's "Configuration options".
 */
import type { Change } from '../../yaml/change.ts';
import type { Field } from '../../yaml/field.ts';
import { type Component, type ComponentLine, componentLineOf } from './component-line.ts';
import type { Container } from './container.ts';
import type { Resource } from './resource.ts';

export type { Component };

/** A flag of a component. */
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
  readonly #line: ComponentLine;

  constructor(container: Container, line: ComponentLine) {
    this.container = container;
    this.#line = line;
  }

  /** They stand in a script of a shell, where none can be changed by itself. */
  get isScript(): boolean {
    return this.#line.isScript;
  }

  /** The last of that name, which is the one that counts; `-name`, `--name value` and `--name=value` are the same. */
  get(name: string): Flag | undefined {
    const { words } = this.#line;
    for (let i = words.length - 1; i >= 0; i--) {
      const { text, field } = words[i] as { text: string; field: Field };
      const match = /^--?([\w-]+)(?:=([\s\S]*))?$/.exec(text);
      if (match?.[1] !== name) continue;
      const next = words[i + 1];
      if (match[2] === undefined && next !== undefined && !next.text.startsWith('-'))
        return { value: next.text, field: next.field, set: (value) => next.field.set(value) };
      return { value: match[2] ?? 'true', field, set: (value) => field.set(`--${name}=${value}`) };
    }
    return undefined;
  }

  /** Flags may stand elsewhere: in a file, or in words that are not known. */
  get isOpen(): boolean {
    return this.get('config') !== undefined || this.#line.isOpen;
  }

  /** The change that adds a flag. */
  add(name: string, value: string): Change {
    const { container } = this;
    const list = container.at('args').isList ? container.at('args') : container.at('command');
    return list.append(`--${name}=${value}`);
  }
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
      const line = componentLineOf(container);
      return line === undefined ? [] : [{ name: line.name, flags: new Flags(container, line), settings: undefined }];
    }),
  );
}
