import { debian } from '../../contract/example.ts';
import { defineRule, hadolint, kics } from '../../contract/rule.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';
import { mountsOver } from '../../model/dockerfile/mounts.ts';
import { deletes, packageCommandOf, runs } from '../../model/dockerfile/packages.ts';
import { cleanAtEnd } from './shared/cleaning.ts';
import { placesOf } from './shared/places.ts';

const lists = '/var/lib/apt/lists';

export default defineRule({
  id: 'apt-lists-left',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  tags: ['practice'],
  mendedByMore: true,
  title: 'Package lists stay in the image',
  why: 'The lists make the image larger and go stale: a later install from them fetches old versions or fails.',
  remedy: 'Delete them in the same RUN: `rm -rf /var/lib/apt/lists/*`, or mount a cache there.',
  aliases: [hadolint('DL3009'), kics('Apt Get Install Lists Were Not Deleted')],
  examples: {
    bad: [
      debian`
      - RUN apt-get update && apt-get install -y --no-install-recommends curl
      + RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
      `,
      debian`
        RUN apt-get update
        RUN rm -rf /var/lib/apt/lists/*
      `,
    ],
    good: [
      debian`
        RUN --mount=type=cache,target=/var/lib/apt apt-get update && apt-get install -y --no-install-recommends curl
      `,
    ],
  },

  check(instruction, report) {
    const { keyword, commands } = instruction;
    // Layers of stages that nothing is built on are thrown away.
    if (keyword !== 'RUN' || !instruction.stage.isShipped) return;
    const at = commands
      .map(packageCommandOf)
      .find((found) => found?.manager === 'apt' && (found.installs || found.verb.text === 'update'))?.verb;
    if (at === undefined || isCleaned(instruction)) return;
    report(
      { anchor: at.span, path: `${instruction.path}.lists` },
      'Leaves the package lists in this layer of the image.',
      () =>
        areReadBelow(instruction)
          ? { refused: 'A RUN below installs from these lists; update and install in one RUN first.' }
          : cleanAtEnd(instruction, undefined, `rm -rf ${lists}/*`, 'Delete the lists in the same RUN'),
    );
  },
});

/** A RUN of this stage, or of one built on it, installs without an update of its own. */
function areReadBelow({ stage, index }: Instruction): boolean {
  return unprepared(stage).last > index || unpreparedTriggers(stage).first < index;
}

const unprepared = placesOf(installsUnprepared);
/** They run in builds that come later, wherever they stand. */
const unpreparedTriggers = placesOf((instruction) => instruction.onbuild && installsUnprepared(instruction));

function installsUnprepared({ keyword, commands }: Instruction): boolean {
  if (keyword !== 'RUN') return false;
  for (const command of commands) {
    const apt = packageCommandOf(command);
    if (apt?.manager !== 'apt') continue;
    if (apt.verb.text === 'update') return false;
    if (apt.installs || /^(?:upgrade|dist-upgrade|full-upgrade|build-dep|source|download)$/.test(apt.verb.text))
      return true;
  }
  return false;
}

/** Behind the last update, which brings them anew. */
function isCleaned(instruction: Instruction): boolean {
  const updates = instruction.commands.map(packageCommandOf).filter((found) => found?.manager === 'apt');
  const after = updates.findLast((found) => found?.verb.text === 'update')?.verb.span.start ?? 0;
  return (
    mountsOver(instruction, [lists]) ||
    deletes(instruction, /^\/var\/lib\/apt(?:\/\*?|\/lists.*)?$/, after) ||
    ['distclean', 'dist-clean'].some((verb) => runs(instruction, 'apt-get', [verb], after))
  );
}
