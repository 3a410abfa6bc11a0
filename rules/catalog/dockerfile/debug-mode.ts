import { dockerfile } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';
import { programOf } from '../../model/dockerfile/shell.ts';
import { placesOf } from './shared/places.ts';

export default defineRule({
  id: 'debug-mode',
  subject: 'instruction',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  mendedByMore: true,
  title: 'Shipped image runs in debug mode',
  why: 'Error pages show the source, the environment and the settings. Some frameworks run code from the browser in this mode.',
  remedy: 'Ship the image without it, and enable the mode where it is needed.',
  examples: {
    bad: [
      dockerfile`
        FROM python:3.13-slim
      - ENV FLASK_DEBUG=1
      + ENV FLASK_DEBUG=0
      `,
      dockerfile`
        FROM node:24-slim
        ENV NODE_ENV=development
      `,
    ],
    good: [
      dockerfile`
        FROM node:24-slim AS dev
        ENV NODE_ENV=development
        FROM node:24-slim
        ENV NODE_ENV=production
      `,
    ],
  },

  check(instruction, report) {
    const { keyword, stage } = instruction;
    if (keyword !== 'ENV' || !stage.isShipped) return;
    for (const { name, value, valueSpan } of instruction.pairs) {
      const mode = modes.get(name);
      const held = value === undefined ? undefined : instruction.resolve(value);
      if (mode === undefined || held === undefined || valueSpan === undefined || !mode.debug.test(held)) continue;
      report({ anchor: valueSpan, path: `${instruction.path}.${name}` }, `Switches on ${mode.what}: ${name}.`, () =>
        mode.off === undefined
          ? { refused: 'The value holds more than that; change it by hand.' }
          : {
              title: `Set ${name}=${mode.off}`,
              edits: [{ ...valueSpan, text: mode.off }],
              ...(name === 'NODE_ENV' && installsBelow(instruction)
                ? { assumes: 'the build needs no packages for development' }
                : {}),
            },
      );
    }
  },
});

/** In production npm and its like leave the packages for development out. Source: npm documentation, `omit`. */
function installsBelow({ stage, index }: Instruction): boolean {
  return installs(stage).last > index;
}

const installs = placesOf(
  ({ keyword, commands }) =>
    keyword === 'RUN' && commands.some((command) => /^(?:npm|yarn|pnpm|yarnpkg)$/.test(programOf(command) ?? '')),
);

interface Mode {
  readonly debug: RegExp;
  readonly off: string | undefined;
  readonly what: string;
}

const mode = (what: string, debug: RegExp, off?: string): Mode => ({ what, debug, off });
const debugging = 'the debug mode';
const development = 'the mode for development';
const debuggerForAll = 'a debugger that everybody can reach';

/** Sources: the documentation of Flask, Django, Node.js, Rails, Symfony, ASP.NET Core and the Java debug wire protocol; read 2026-11-23. */
const modes: ReadonlyMap<string, Mode> = new Map([
  ['FLASK_DEBUG', mode(debugging, /^(?:1|true)$/i, '0')],
  ['FLASK_ENV', mode(development, /^development$/, 'production')],
  ['DJANGO_DEBUG', mode(debugging, /^(?:1|true)$/i, '0')],
  ['APP_DEBUG', mode(debugging, /^(?:1|true)$/i, 'false')],
  ['NODE_ENV', mode(development, /^dev(?:elopment)?$/, 'production')],
  ['RAILS_ENV', mode(development, /^development$/, 'production')],
  ['RACK_ENV', mode(development, /^development$/, 'production')],
  ['APP_ENV', mode(development, /^dev$/, 'prod')],
  ['ASPNETCORE_ENVIRONMENT', mode(development, /^development$/i, 'Production')],
  ['DOTNET_ENVIRONMENT', mode(development, /^development$/i, 'Production')],
  ['JAVA_TOOL_OPTIONS', mode(debuggerForAll, /jdwp=(?:(?!jdwp=).)*address=(?:\*|0\.0\.0\.0)/)],
  ['NODE_OPTIONS', mode(debuggerForAll, /--inspect(?:-brk)?=0\.0\.0\.0/)],
]);
