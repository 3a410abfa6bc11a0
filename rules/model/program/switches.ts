/** What a container or service tells its program by variables and arguments, held against the switches that are known. */
import type { ProgramSwitch } from '../../data/program-switches.ts';
import type { Field } from '../../yaml/field.ts';
import type { Service } from '../compose/service.ts';
import type { Container } from '../kubernetes/container.ts';

interface Setting {
  readonly name: string;
  readonly value: string;
  readonly field: Field;
}

interface Word {
  readonly text: string;
  readonly field: Field;
}

/** What a program is told. */
export interface ProgramSettings {
  /** With a value that is written. */
  readonly variables: readonly Setting[];
  /** Words of the command line, each where it is written. */
  readonly words: readonly Word[];
  /** Image and command line, to tell programs apart. */
  readonly line: string;
}

export interface SwitchFound {
  readonly field: Field;
  /** The name as it is written there, never a value. */
  readonly name: string;
  readonly does: string;
}

export function settingsOfContainer(container: Container): ProgramSettings {
  const variables = container.at('env').items.flatMap((item): Setting[] => {
    const [name, value] = [item.at('name').string, item.at('value')];
    return name === undefined || value.text === undefined ? [] : [{ name, value: value.text, field: value }];
  });
  return settings(variables, [container.at('command'), container.at('args')], container.at('image').string);
}

export function settingsOfService(service: Service): ProgramSettings {
  return settings(service.variables, [service.at('entrypoint'), service.at('command')], service.at('image').string);
}

function settings(variables: readonly Setting[], commands: readonly Field[], image = ''): ProgramSettings {
  // A word may be a whole line for a shell.
  const words = commands.flatMap((command) =>
    [...(command.string === undefined ? [] : [{ text: command.string, field: command }]), ...command.strings].flatMap(
      ({ text, field }) => text.split(/\s+/).map((word): Word => ({ text: word, field })),
    ),
  );
  return { variables, words, line: [image, ...words.map(({ text }) => text)].join(' ') };
}

export function switchesIn(
  { variables, words, line }: ProgramSettings,
  switches: readonly ProgramSwitch[],
): readonly SwitchFound[] {
  return switches.flatMap(({ variable, argument, value, beside, program, does }): SwitchFound[] => {
    if (program !== undefined && !program.test(line)) return [];
    if (argument !== undefined) {
      const word = words.find(({ text }) => argument.test(text));
      return word === undefined ? [] : [{ field: word.field, name: word.text.split('=')[0] ?? '', does }];
    }
    const isBeside =
      beside === undefined || variables.some((other) => other.name === beside[0] && beside[1].test(other.value));
    const found = variables.find(({ name }) => name === variable);
    return found === undefined || !isBeside || value?.test(found.value) === false
      ? []
      : [{ field: found.field, name: found.name, does }];
  });
}
