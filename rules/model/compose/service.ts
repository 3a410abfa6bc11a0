/**
 * Services of a Compose file. Owns the short and long forms of what rules ask about. Source: Compose specification, "Services top-level
 * elements", as of 2026-11-23. Files may be laid over each other and services extended, so that nothing a service lacks is judged.
 */

import { nameLimit, shortened } from '../../text/shortened.ts';
import type { Span } from '../../text/source.ts';
import { Field } from '../../yaml/field.ts';
import type { YamlDocument } from '../../yaml/tree.ts';
import { type ImageUse, imageOfField } from '../image/use.ts';
import type { Program } from '../program/needs.ts';

/** A folder or socket of the host that is mounted. */
export interface BindMount {
  readonly source: string;
  /** In the container. */
  readonly target: string | undefined;
  readonly readOnly: boolean;
  /** The whole entry. */
  readonly item: Field;
  /** Where the source is written. */
  readonly field: Field;
}

/** A port that is published on the host. */
export interface PublishedPort {
  /** Undefined: on every address of the host. */
  readonly address: string | undefined;
  readonly target: number;
  /** The whole entry. */
  readonly item: Field;
  /** Where the port is written. */
  readonly field: Field;
  /** The short form, which a fix can put an address in front of; undefined for the long form. */
  readonly text: string | undefined;
}

export class Service {
  readonly name: string;
  readonly field: Field;

  constructor(name: string, field: Field) {
    this.name = shortened(name, nameLimit);
    this.field = field;
  }

  at(...keys: readonly (string | number)[]): Field {
    return this.field.at(...keys);
  }

  get title(): string {
    return `Service ${this.name}`;
  }

  get image(): ImageUse | undefined {
    return imageOfField(this.at('image'), 'service');
  }

  /** What names the programs in it: its image, its name, its commands and its variables. */
  get program(): Program {
    const commands = ['command', 'entrypoint'].map((key) => this.at(key));
    return {
      image: this.at('image').string,
      lines: [
        this.name,
        this.at('container_name').string ?? '',
        ...commands.flatMap((field) => [field.string ?? '', ...field.strings.map(({ text }) => text)]),
        ...this.variables.map(({ name, value }) => `${name.replaceAll('_', ' ')} ${value}`),
      ],
    };
  }

  get binds(): readonly BindMount[] {
    return this.at('volumes').items.flatMap((item): BindMount[] => {
      const short = item.string;
      if (short !== undefined) {
        const [source = '', target, mode = ''] = short.split(':');
        // A name is a volume; a path is a folder of the host.
        if (target === undefined || !/^[./~]/.test(source)) return [];
        return [{ source, target, readOnly: mode.split(',').includes('ro'), item, field: item }];
      }
      const source = item.at('source');
      if (!item.at('type').is('bind') || source.string === undefined) return [];
      return [
        {
          source: source.string,
          target: item.at('target').string,
          readOnly: item.at('read_only').is(true),
          item,
          field: source,
        },
      ];
    });
  }

  get ports(): readonly PublishedPort[] {
    return this.at('ports').items.flatMap((item): PublishedPort[] => {
      const short = item.text;
      if (short !== undefined) {
        const match = /^(?:(\[[^\]]+\]|\d+(?:\.\d+){3}):)?(?:[\d-]*:)?(\d+)(?:-\d+)?(?:\/\w+)?$/.exec(withPorts(short));
        return match === null ? [] : [{ address: match[1], target: Number(match[2]), item, field: item, text: short }];
      }
      const target = item.at('target').integer;
      if (target === undefined || !item.at('published').present) return [];
      return [{ address: item.at('host_ip').string, target, item, field: item.at('target'), text: undefined }];
    });
  }

  get variables(): readonly Variable[] {
    return variablesIn(this.at('environment'));
  }

  /** Arguments of its build. */
  get buildArguments(): readonly Variable[] {
    return variablesIn(this.at('build', 'args'));
  }

  /** Devices of the host, by their path there. */
  get devices(): readonly { readonly path: string; readonly field: Field }[] {
    return this.at('devices').items.flatMap((field) => {
      const path = field.string?.split(':')[0] ?? field.at('source').string;
      return path === undefined ? [] : [{ path, field }];
    });
  }

  get anchor(): Span {
    return this.field.anchorOfKey;
  }

  get path(): string {
    return this.field.path;
  }
}

/** A variable with a value, and where that is written. */
export interface Variable {
  readonly name: string;
  readonly value: string;
  readonly field: Field;
}

/** A map, or a list of `NAME=value`. */
function variablesIn(field: Field): readonly Variable[] {
  return [
    ...field.entries.flatMap(([name, value]) =>
      value.text === undefined ? [] : [{ name, value: value.text, field: value }],
    ),
    ...field.strings.flatMap(({ text, field: item }) => {
      const equals = text.indexOf('=');
      return equals < 0 ? [] : [{ name: text.slice(0, equals), value: text.slice(equals + 1), field: item }];
    }),
  ];
}

/**
 * With variables as Compose puts them in: the default that is written, and any port for a variable that is called one.
 * Source: Compose specification, "Interpolation".
 */
function withPorts(text: string): string {
  return text.replaceAll(/\$\{(\w+)(?::?-([^${}]*))?\}/g, (whole, name: string, value?: string) =>
    value !== undefined && value !== '' ? value : /port/i.test(name) ? '0' : whole,
  );
}

export function servicesOf(document: YamlDocument): readonly Service[] {
  return Field.root(document, false)
    .at('services')
    .entries.filter(([, field]) => field.isMap)
    .map(([name, field]) => new Service(name, field));
}
