/** All functions that templates of Helm may call, but those that the evaluation itself is (`and`, `or`). */

import { builtins } from './builtins.ts';
import { choice } from './choice.ts';
import { conversion } from './conversion.ts';
import { dicts } from './dicts.ts';
import { documents } from './documents.ts';
import { encoding } from './encoding.ts';
import { defineRunning, type Functions } from './function.ts';
import { lists } from './lists.ts';
import { math } from './math.ts';
import { paths } from './paths.ts';
import { regex } from './regex.ts';
import { semver } from './semver.ts';
import { strings } from './strings.ts';
import { unknownFunctions } from './unknown.ts';

const passes = { passesUnknown: true } as const;

const templates: Functions = {
  include: defineRunning('s a', (running, name, data) => running.include(name, data), passes),
  tpl: defineRunning('t a', (running, source, data) => running.tpl(source, data), passes),
  // Names are not looked up unless Helm is told to.
  getHostByName: defineRunning('s', () => ''),
};

/** Those of sprig and Helm. */
export const functions: Functions = {
  // Go's own, which a function of the same name replaces, as sprig's `slice` does.
  ...builtins,
  ...unknownFunctions,
  ...lists,
  ...strings,
  ...dicts,
  ...math,
  ...conversion,
  ...choice,
  ...encoding,
  ...paths,
  ...semver,
  ...regex,
  ...documents,
  ...templates,
};
