/** What the values of a Helm chart tell the programs of the chart: variables, arguments and files, by the keys that charts commonly use. */
import { chartOf, type HelmValue, helmValuesOf } from '../kubernetes/helm-values.ts';
import type { Resource } from '../kubernetes/resource.ts';
import { type ProgramSettings, settingsOf } from './switches.ts';

type Place = HelmValue['place'];

/** Maps and lists of variables: `env`, `extraEnvVars`, `environment`. */
const ofVariables = /^(?:\w*env|\w*env(?:ironment)?(?:vars?|variables|s)?)$/i;
/** Lists and maps of arguments: `args`, `extraArgs`, `defaultArgs`, `command`. */
const ofArguments = /^(?:\w*arg(?:ument)?s|command)$/i;

/**
 * @param resource that hands values to a chart, or any other, which tells nothing.
 * @returns settings as of a program, and texts of several lines as files that are called like their key.
 */
export function settingsOfHelm(resource: Resource): {
  readonly settings: ProgramSettings<Place>;
  readonly files: readonly { readonly name: string; readonly text: string; readonly place: Place }[];
} {
  const values = helmValuesOf(resource);
  const texts = values.flatMap((value) =>
    value.field.text === undefined ? [] : [{ ...value, text: value.field.text }],
  );
  const isFile = ({ text }: { readonly text: string }): boolean => text.trim().includes('\n');
  const plain = texts.filter((value) => !isFile(value));
  const variables = plain.flatMap((value) => {
    const name = variableOf(value);
    return name === undefined ? [] : [{ name, value: value.text, field: value.place }];
  });
  const words = plain.flatMap(({ keys, name, text, place }) => {
    if (ofArguments.test(name)) return [{ text, field: place }];
    const dashes = name.startsWith('-') ? '' : '--';
    return ofArguments.test(keys.at(-2) ?? '') ? [{ text: `${dashes}${name}=${text}`, field: place }] : [];
  });
  const images = plain.filter(({ name }) => name === 'repository' || name === 'image').map(({ text }) => text);
  return {
    settings: settingsOf(variables, words, [chartOf(resource), ...images].join(' ')),
    files: texts.filter(isFile),
  };
}

/** `env: {NAME: x}`, `env: {NAME: {value: x}}`, `env: [{name: NAME, value: x}]`. */
function variableOf({ keys, name, field }: HelmValue): string | undefined {
  const named = name === 'value' ? field.parent?.at('name').string : undefined;
  if (named !== undefined) return ofVariables.test(keys.at(-2) ?? '') ? named : undefined;
  if (name === 'value' && ofVariables.test(keys.at(-3) ?? '')) return keys.at(-2);
  return ofVariables.test(keys.at(-2) ?? '') ? name : undefined;
}
