/**
 * Whether a program of a build has the authorities by which it checks certificates, and how it gets them. Sources: packages.debian.org, curl, wget and git
 * recommend ca-certificates; pkgs.alpinelinux.org, libcurl depends on ca-certificates-bundle, which the image alpine holds since 3.13; read 2026-11-28.
 */
import type { Instruction } from '../../../model/dockerfile/instruction.ts';
import { hasFlag, type PackageCommand, packageCommandOf } from '../../../model/dockerfile/packages.ts';
import type { Stage } from '../../../model/dockerfile/stage.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { Span } from '../../../text/source.ts';
import { insertBehind } from './edit.ts';

/** What a fix writes, and what it assumes, so that certificates can be checked. */
export interface Authorities {
  readonly edits: readonly TextEdit[];
  readonly assumes?: string;
}

/**
 * @param name of the program that calls a server.
 * @param at the call.
 * @returns a package for an installation of the same RUN, else what has to be true; neither where the authorities are there or nobody can tell.
 */
export function authoritiesFor(instruction: Instruction, name: string, at: Span): Authorities {
  const { stage } = instruction;
  if (!mayLack(stage, name) || isBrought(instruction, at)) return { edits: [] };
  const installs = installsBefore([instruction], at);
  const last = installs.at(-1)?.operands.at(-1);
  // What installs packages itself cannot wait for one of them.
  if (last !== undefined && !/^apt/.test(name)) return { edits: [insertBehind(last.span, 'ca-certificates')] };
  return { edits: [], assumes: 'the image holds the authorities (ca-certificates)' };
}

/** Small images, in which the program has none of its own and brings none. */
function mayLack({ image }: Stage, name: string): boolean {
  if (image === undefined || !/^(?:curl|wget|git|apt|apt-get)$/.test(name)) return false;
  const tag = image.tag ?? '';
  if (/alpine/.test(image.repository) || /alpine/.test(tag)) {
    const [, major = '3', minor = '99'] = /^(\d+)\.(\d+)/.exec(tag) ?? [];
    const isNew = Number(major) > 3 || Number(minor) >= 13;
    return (
      name === 'wget' &&
      !(/^(?:library\/)?alpine$/.test(image.repository) && isNew) &&
      !/alpine3\.(?:1[3-9]|[2-9]\d)/.test(tag)
    );
  }
  // The images of Python keep the package.
  return /^library\/(?:debian|ubuntu)$/.test(image.repository) || (/slim/.test(tag) && image.name !== 'python');
}

/** It is named anywhere before, or comes with a package that recommends it. */
function isBrought(instruction: Instruction, at: Span): boolean {
  const { stage } = instruction;
  const before = [
    ...stage.inForce.filter((one) => one !== instruction && one.argument.span.start < at.start),
    instruction,
  ];
  const text = (one: Instruction): string =>
    one === instruction ? stage.file.text.slice(one.argument.span.start, at.start) : one.argument.text;
  if (before.some((one) => /ca-certificates|\/etc\/ssl\b|\/etc\/pki\b/.test(text(one)))) return true;
  return installsBefore(before, at).some(
    (call) =>
      call.manager === 'apt' &&
      !hasFlag(call, '--no-install-recommends') &&
      call.operands.some((word) => /^(?:curl|wget|git)$/.test(word.text)),
  );
}

const installsBefore = (instructions: readonly Instruction[], at: Span): readonly PackageCommand[] =>
  instructions.flatMap(({ keyword, commands }) =>
    keyword === 'RUN'
      ? commands.flatMap((command) => {
          const call = packageCommandOf(command);
          const isSystem = call?.manager === 'apt' || call?.manager === 'apk';
          return call !== undefined && isSystem && call.installs && command.span.start < at.start ? [call] : [];
        })
      : [],
  );
