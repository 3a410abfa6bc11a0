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
import { isTopLevelKey } from './name.ts';
import { type Environment, interpolated, noEnvironment, unknownValue } from './variables.ts';

/** A folder or socket of the host that is mounted. */
export interface BindMount {
  /** With its variables replaced. */
  readonly source: string;
  /** In the container. */
  readonly target: string | undefined;
  readonly readOnly: boolean;
  /** The short form, as written; undefined where it has options already, and for the long form. */
  readonly bare: string | undefined;
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

/** Services that one extends after the other; more are no file that people write. */
const extendsLimit = 20;

/** One service; accessors read both forms and put variables in. */
export class Service {
  readonly name: string;
  readonly field: Field;
  readonly #environment: Environment;
  readonly #services: Field;

  /** @param services all of the file. */
  constructor(name: string, field: Field, environment: Environment, services: Field) {
    this.name = shortened(name, nameLimit);
    this.field = field;
    this.#environment = environment;
    this.#services = services;
  }

  at(...keys: readonly (string | number)[]): Field {
    return this.field.at(...keys);
  }

  get title(): string {
    return `Service ${this.name}`;
  }

  get image(): ImageUse | undefined {
    const field = this.at('image');
    // By `.env` and by defaults: what most people run. What those write wrongly is nothing to say at the image.
    const known = imageOfField(field, 'service', this.known(field) ?? field.string);
    return known?.reference.problem === undefined ? known : imageOfField(field, 'service');
  }

  /** Its image is made here, so that `image` is the name that it gets; also where a service of the same file says so that it extends. */
  get isBuilt(): boolean {
    let field = this.field;
    // Of a circle nothing is known.
    for (let steps = 0; steps < extendsLimit; steps++) {
      const build = field.at('build');
      if (build.string !== undefined || build.isMap) return true;
      const from = field.at('extends');
      const name = from.string ?? (from.at('file').present ? undefined : from.at('service').string);
      if (name === undefined) return false;
      field = this.#services.at(name);
    }
    return false;
  }

  /** Further contexts of its build, by the names that FROM and COPY use: a map, or a list of `name=place`. */
  get buildContexts(): readonly string[] {
    const field = this.at('build', 'additional_contexts');
    return [...field.entries.map(([name]) => name), ...field.strings.map(({ text }) => text.split('=', 1)[0] ?? '')];
  }

  /** A text with its variables replaced; undefined where it is none, or a part of it is not known. */
  known(field: Field): string | undefined {
    const text = field.string === undefined ? undefined : interpolated(field.string, this.#environment);
    return text?.includes(unknownValue) === true ? undefined : text;
  }

  /** All services of the file, itself among them. */
  get all(): readonly Service[] {
    return this.#services.entries.flatMap(([name, field]) =>
      field.isMap ? [new Service(name, field, this.#environment, this.#services)] : [],
    );
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
        const parts = interpolated(short, this.#environment).split(':');
        const [source = '', target, mode = ''] = parts;
        // A name is a volume; a path is a folder of the host.
        if (target === undefined || !/^[./~]/.test(source) || source.includes(unknownValue)) return [];
        const bare = parts.length === 2 ? short : undefined;
        return [
          { source, target: knownText(target), readOnly: mode.split(',').includes('ro'), bare, item, field: item },
        ];
      }
      const field = item.at('source');
      const source = this.known(field);
      if (!item.at('type').is('bind') || source === undefined) return [];
      const target = this.known(item.at('target'));
      return [{ source, target, readOnly: item.at('read_only').is(true), bare: undefined, item, field }];
    });
  }

  get ports(): readonly PublishedPort[] {
    return this.at('ports').items.flatMap((item): PublishedPort[] => {
      const short = item.text;
      if (short !== undefined) {
        const match = /^(?:(\[[^\]]+\]|\d+(?:\.\d+){3}|\0):)?(?:[\d-]*:|\0:)?(\d+)(?:-\d+)?(?:\/\w+)?$/.exec(
          withPorts(short, this.#environment),
        );
        return match === null ? [] : [{ address: match[1], target: Number(match[2]), item, field: item, text: short }];
      }
      const target = item.at('target').integer;
      if (target === undefined || !item.at('published').present) return [];
      const host = item.at('host_ip');
      const address = !host.present ? undefined : (this.known(host) ?? unknownValue);
      return [{ address, target, item, field: item.at('target'), text: undefined }];
    });
  }

  get variables(): readonly Variable[] {
    return variablesIn(this.at('environment'));
  }

  get labels(): readonly Variable[] {
    return variablesIn(this.at('labels'));
  }

  /** Arguments of its build. */
  get buildArguments(): readonly Variable[] {
    return variablesIn(this.at('build', 'args'));
  }

  /** Devices of the host, by their path there. */
  get devices(): readonly { readonly path: string; readonly field: Field }[] {
    return this.at('devices').items.flatMap((field) => {
      const path = (this.known(field) ?? this.known(field.at('source')))?.split(':')[0];
      return path === undefined ? [] : [{ path, field }];
    });
  }

  get isWhole(): true {
    return true;
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

const knownText = (text: string): string | undefined => (text.includes(unknownValue) ? undefined : text);

/** With variables replaced, and any port for a variable that is called one. */
function withPorts(text: string, environment: Environment): string {
  const named = text.replaceAll(
    /\$(?:\{(\w{1,60})(?::?\?[^{}]{0,60})?\}|(\w{1,60}))/g,
    (whole, braced?: string, bare?: string) => {
      const name = braced ?? bare ?? '';
      return /port/i.test(name) && !environment.has(name) ? '0' : whole;
    },
  );
  return interpolated(named, environment);
}

/** @param environment what is known of variables. */
export function servicesOf(document: YamlDocument, environment = noEnvironment): readonly Service[] {
  const root = Field.root(document, false);
  // The first format had no `services`: each key at the top was one. Source: Compose file reference, "Version 1".
  const isFirst = !root.at('services').present;
  const services = isFirst ? root : root.at('services');
  return services.entries
    .filter(([name, field]) => field.isMap && !(isFirst && isTopLevelKey(name)))
    .map(([name, field]) => new Service(name, field, environment, services));
}
