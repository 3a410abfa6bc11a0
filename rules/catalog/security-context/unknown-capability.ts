import { container } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { linuxCapabilities } from '../../data/capabilities.ts';

export default defineRule({
  id: 'unknown-capability',
  subject: 'container',
  severity: 'medium',
  profile: 'recommended',
  // containerd and CRI-O turn the name into capitals before they use it, so that the container gets what it got.
  fix: 'safe',
  title: 'Capability does not exist',
  why: 'The runtime puts `CAP_` in front of each name: one that has it already, or is misspelt, is not dropped or added, and the container may not start at all.',
  remedy:
    'Write the name as Linux has it, in capitals and without `CAP_`; check first whether the process works with what it then gets.',
  examples: {
    bad: [
      container`
        securityContext:
          capabilities:
            drop: [ALL]
            add: [CAP_SYS_TIME]
      `,
      container`
        securityContext:
          capabilities:
      -     drop: [net_raw]
      +     drop: [NET_RAW]
      `,
    ],
    good: [
      container`
        securityContext:
          capabilities:
            drop: [ALL]
            add: [NET_BIND_SERVICE]
      `,
      container`
        securityContext:
          capabilities:
            drop: [NET_RAW, CHECKPOINT_RESTORE]
      `,
    ],
  },

  check(container, report) {
    for (const list of ['drop', 'add'] as const) {
      for (const { text, field } of container.securityContext.at('capabilities', list).strings) {
        const capitals = text.toUpperCase();
        // What a tool fills in later is no name yet.
        if (linuxCapabilities.has(text) || capitals === 'ALL' || !/^[A-Z_]+$/.test(capitals)) continue;
        if (!linuxCapabilities.has(capitals)) {
          const prefixed = capitals.startsWith('CAP_') && linuxCapabilities.has(capitals.slice('CAP_'.length));
          // Without its prefix the name would take effect, and what was refused so far would be granted.
          report(
            field,
            prefixed ? `Read as CAP_${text}, which does not exist: ${text}.` : `Not a capability of Linux: ${text}.`,
          );
          continue;
        }
        // Runtimes read small letters as capitals; admission does not.
        report(field, `Not known to admission in lower case: ${text}.`, () => ({
          title: `Write ${capitals}`,
          changes: [field.set(capitals)],
        }));
      }
    }
  },
});
