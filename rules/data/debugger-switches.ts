/** Arguments by which a program opens a debugger, or what is as good as one, to everybody. Sources: each row has its own; read 2026-11-27. */

import type { ProgramSwitch } from './program-switches.ts';

export const debuggerSwitches: readonly ProgramSwitch[] = [
  {
    argument: /^--inspect(?:-brk|-wait)?=(?:0\.0\.0\.0|\[::\]|::)(?::\d+)?$/,
    does: 'lets whoever connects to its debugger run code',
    source: 'Node.js documentation, "Security implications" of the inspector',
  },
  {
    argument: /^-(?:agentlib:|Xrun)jdwp[:=].*address=(?:\*|0\.0\.0\.0):\d+/,
    does: 'lets whoever connects to its debugger run code',
    source: 'Java documentation, JPDA connection options',
  },
  {
    argument: /^--listen=(?:0\.0\.0\.0|\[::\])?:\d+$/,
    program: /\bdlv\b/,
    does: 'lets whoever connects to its debugger run code',
    source: 'Delve documentation, dlv, --listen',
  },
  {
    argument: /^--listen=(?:0\.0\.0\.0|\[::\]):\d+$/,
    program: /debugpy/,
    does: 'lets whoever connects to its debugger run code',
    source: 'debugpy, README, --listen',
  },
  {
    argument: /^-Dcom\.sun\.management\.jmxremote\.authenticate=false$/,
    does: 'lets whoever connects to JMX run code',
    source: 'Java documentation, "Monitoring and Management Using JMX Technology"',
  },
];
