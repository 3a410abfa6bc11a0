/** What a container or service tells its program by variables and arguments, held against the switches that are known. */
import type { ProgramSwitch } from '../../data/program-switches.ts';
import type { Field } from '../../yaml/field.ts';
import type { Service } from '../compose/service.ts';
import type { Container } from '../kubernetes/container.ts';

/** `P`: how a place is named, a field or a stretch of a file. */
interface Setting<P = Field> {
  readonly name: string;
  readonly value: string;
  readonly field: P;
}

interface Word<P = Field> {
  readonly text: string;
  readonly field: P;
}

/** What a program is told. */
export interface ProgramSettings<P = Field> {
  /** With a value that is written. */
  readonly variables: readonly Setting<P>[];
  /** Words of the command line, each where it is written. */
  readonly words: readonly Word<P>[];
  /** Image and command line, to tell programs apart. */
  readonly line: string;
}

/** A known switch that is on; `does` says what it does as a sentence ends. */
export interface SwitchFound<P = Field> {
  readonly field: P;
  /** The name as it is written there, never a value. */
  readonly name: string;
  readonly does: string;
}

/** @returns variables with literal values, and the words of the command. */
export function settingsOfContainer(container: Container): ProgramSettings {
  const variables = container.at('env').items.flatMap((item): Setting[] => {
    const [name, value] = [item.at('name').string, item.at('value')];
    return name === undefined || value.text === undefined ? [] : [{ name, value: value.text, field: value }];
  });
  return settings(variables, [container.at('command'), container.at('args')], container.at('image').string);
}

/** @returns variables with literal values, and the words of the command. */
export function settingsOfService(service: Service): ProgramSettings {
  return settings(service.variables, [service.at('entrypoint'), service.at('command')], service.at('image').string);
}

/** Variables that hold options of a program: `JAVA_TOOL_OPTIONS`, `NODE_OPTIONS`, `CATALINA_OPTS`. */
const holdsOptions = /(?:^|_)(?:OPTS|OPTIONS|ARGS|FLAGS)$/i;

function settings(variables: readonly Setting[], commands: readonly Field[], image = ''): ProgramSettings {
  const lines = commands.flatMap((command) => [
    ...(command.string === undefined ? [] : [{ text: command.string, field: command }]),
    ...command.strings,
  ]);
  return settingsOf(variables, lines, image);
}

/** @param lines words of command lines; each may be a whole line for a shell. @param image that runs them, or an empty text. */
export function settingsOf<P>(
  variables: readonly Setting<P>[],
  lines: readonly Word<P>[],
  image: string,
): ProgramSettings<P> {
  const options = variables.filter(({ name }) => holdsOptions.test(name));
  const words = [...lines, ...options.map(({ value, field }) => ({ text: value, field }))].flatMap(({ text, field }) =>
    text.split(/\s+/).map((word): Word<P> => ({ text: word, field })),
  );
  return { variables, words, line: [image, ...words.map(({ text }) => text)].join(' ') };
}

/** @returns the switches that are on, in the order of the table. */
export function switchesIn<P>(
  { variables, words, line }: ProgramSettings<P>,
  switches: readonly ProgramSwitch[],
): readonly SwitchFound<P>[] {
  return switches.flatMap(({ variable, argument, value, beside, program, unless, does }): SwitchFound<P>[] => {
    if (program?.test(line) === false || unless?.test(line) === true) return [];
    if (argument !== undefined) {
      const at = words.findIndex(
        ({ text }, i) => argument.test(text) || argument.test(withNext(text, words[i + 1]?.text)),
      );
      const word = words[at];
      return word === undefined ? [] : [{ field: word.field, name: word.text.split('=')[0] ?? '', does }];
    }
    const isBeside =
      beside === undefined || variables.some((other) => other.name === beside[0] && beside[1].test(other.value));
    const found = variables.find(({ name, value: held }) =>
      typeof variable === 'string' ? name === variable : variable?.test(name) === true && value?.test(held) !== false,
    );
    return found === undefined || !isBeside || value?.test(found.value) === false
      ? []
      : [{ field: found.field, name: found.name, does }];
  });
}

/** `--auth none` as `--auth=none`. */
const withNext = (text: string, next: string | undefined): string =>
  next === undefined || !text.startsWith('-') || text.includes('=') || next.startsWith('-') ? text : `${text}=${next}`;
