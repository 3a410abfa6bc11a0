/**
 * YAML as Helm reads it into values: through JSON, so that all numbers are float64, keys are texts and the later of two equal keys counts. Source:
 * sigs.k8s.io/yaml. Template actions in it are text like any other.
 */
import { parseWithoutTemplates } from '../../../yaml/parse.ts';
import { keyText, valueOf } from '../../../yaml/scalar.ts';
import { slices } from '../../../yaml/stream.ts';
import type { YamlDocument, YamlMap, YamlNode } from '../../../yaml/tree.ts';
import { GoError, LimitError } from '../value/errors.ts';
import { type Dict, isDict, isList, type Value } from '../value/value.ts';

/** Nodes that the aliases of a text may stand for. */
const budget = 200_000;
const most = 1_000_000;

/** The first document of a text. @throws GoError where it cannot be read. */
export function readYaml(text: string): Value {
  const all = slices(text);
  const isBare = (slice: string): boolean => !slice.startsWith('---') && /^(?:[ \t]*(?:#.*)?(?:\r?\n|$))*$/.test(slice);
  const [first, second] = all;
  const slice =
    first !== undefined && second !== undefined && isBare(first.slice) ? second.slice : (first?.slice ?? '');
  return documentValue(parseWithoutTemplates(slice, budget));
}

/** The value of one document. @throws GoError where it cannot be read. */
export function documentValue(document: YamlDocument): Value {
  const [problem] = document.problems;
  if (problem !== undefined) throw new GoError(`error converting YAML to JSON: yaml: ${problem.message}`);
  return new Reader().value(document.root);
}

class Reader {
  #count = 0;

  value(node: YamlNode | null): Value {
    if (++this.#count > most) throw new LimitError('its values are too many');
    if (node === null) return null;
    switch (node.kind) {
      case 'scalar':
        return valueOf(node);
      case 'sequence':
        return node.items.map((item) => this.value(item));
      case 'alias':
        if (node.target === undefined)
          throw new GoError(`error converting YAML to JSON: yaml: unknown anchor '${node.name}' referenced`);
        return this.value(node.target);
      case 'map':
        return this.#dict(node);
    }
  }

  #dict(map: YamlMap): Dict {
    const made: Dict = new Map();
    const merged: Dict = new Map();
    for (const { key, name, value } of map.pairs) {
      const scalar = key.kind === 'alias' ? key.target : key;
      if (scalar?.kind !== 'scalar') throw new GoError('error converting YAML to JSON: a key that is not a text');
      if (valueOf(scalar) === null) throw new GoError('error converting YAML to JSON: unsupported map key of type nil');
      if (scalar.text === '<<' && scalar.style === 'plain') {
        const from = this.value(value);
        // Of several maps the first counts.
        for (const one of isList(from) ? [...from].reverse() : [from]) {
          if (!isDict(one))
            throw new GoError(
              'error converting YAML to JSON: yaml: map merge requires map or sequence of maps as the value',
            );
          for (const [inherited, item] of one) merged.set(inherited, item);
        }
      } else made.set(name ?? keyText(scalar), this.value(value));
    }
    for (const [key, value] of merged) if (!made.has(key)) made.set(key, value);
    return made;
  }
}
