/**
 * The command line of a component of the control plane: which program of a container it is, behind wrappers and in scripts of a shell, and its words.
 * Sources: Kubernetes documentation, "Command line tools reference"; kubernetes/release, images/build/go-runner; the manuals of the other wrappers.
 */
import type { Field } from '../../yaml/field.ts';
import { workWords } from '../dockerfile/shell.ts';
import { commandWords, programIn, scriptOf } from './command-line.ts';
import type { Container } from './container.ts';

/** Programs of the control plane and of nodes that rules speak of. */
export type Component =
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'etcd'
  | 'kubelet'
  | 'kube-proxy';

/** A component, and the words that it is started with. */
export interface ComponentLine {
  readonly name: Component;
  /** Behind the program, each with where it is written. */
  readonly words: readonly { readonly text: string; readonly field: Field }[];
  /** All words stand in one script, where they cannot be changed one by one. */
  readonly isScript: boolean;
  /** Some words are not known. */
  readonly isOpen: boolean;
}

/** @returns undefined for a container that runs something else. */
export function componentLineOf(container: Container): ComponentLine | undefined {
  const lists = [container.at('command'), container.at('args')];
  const words = commandWords(container);
  const script = scriptOf(words);
  if (script !== undefined) return lineOfScript(script);
  const found = startOf(words.map(({ text }) => text ?? ''));
  if (found === undefined) return undefined;
  return {
    name: found.name,
    words: words.slice(found.at + 1).flatMap(({ text, field }) => (text === undefined ? [] : [{ text, field }])),
    isScript: false,
    isOpen: lists.some((list) => !list.missing && !list.isList) || words.some(({ text }) => text === undefined),
  };
}

/** Which word is the program: of a wrapper with flags of its own, the first one behind it that is none. */
function startOf(words: readonly string[]): { readonly name: Component; readonly at: number } | undefined {
  const wrapper = wrappers.get(programIn(words[0]) ?? '');
  const at = wrapper === undefined ? 0 : words.findIndex((word, i) => i > 0 && !word.startsWith('-'));
  const program = programIn(words[at]);
  const name = components.find((component) => component === program) ?? wrapper?.get(program ?? '');
  return name === undefined ? undefined : { name, at };
}

function lineOfScript({ commands, field }: NonNullable<ReturnType<typeof scriptOf>>): ComponentLine | undefined {
  for (const command of commands) {
    const words = workWords(command);
    const found = startOf(words.map((word) => word.text));
    if (found === undefined) continue;
    const own = words.slice(found.at + 1);
    return {
      name: found.name,
      words: own.map((word) => ({ text: word.text, field })),
      isScript: true,
      // A variable of its own may be several flags; one behind `--flag=` is its value.
      isOpen: own.some((word) => word.expands && !/^--?[\w-]+=/.test(word.text)),
    };
  }
  return undefined;
}

const components: readonly Component[] = [
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'etcd',
  'kubelet',
  'kube-proxy',
];

/** Programs that start another one with its flags, and what they call it otherwise. */
const wrappers: ReadonlyMap<string, ReadonlyMap<string, Component>> = new Map<string, ReadonlyMap<string, Component>>([
  ...['go-runner', 'tini', 'dumb-init', 'catatonit'].map((name) => [name, new Map<string, Component>()] as const),
  [
    'hyperkube',
    new Map<string, Component>([
      ['apiserver', 'kube-apiserver'],
      ['controller-manager', 'kube-controller-manager'],
      ['scheduler', 'kube-scheduler'],
      ['proxy', 'kube-proxy'],
    ]),
  ],
]);
