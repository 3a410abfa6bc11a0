import { debian } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { firstDefinitions } from '../../model/dockerfile/defined.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';

export default defineRule({
  id: 'open-search-path',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  title: 'Search path includes a folder that anybody may write',
  why: 'An empty part, a dot or a folder for everybody in the search path runs what is there, before what is meant.',
  remedy: 'Name folders that only root writes to; write `${VARIABLE:+:$VARIABLE}` where a variable may be empty.',
  examples: {
    bad: [debian`ENV PATH=.:$PATH`, debian`ENV LD_LIBRARY_PATH=/opt/lib:$LD_LIBRARY_PATH`],
    good: [debian`ENV PATH=/opt/bin:$PATH`, debian`ENV LD_LIBRARY_PATH=/opt/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}`],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'ENV') return;
    for (const { name, value, valueSpan } of instruction.pairs) {
      if (value === undefined || valueSpan === undefined || (name !== 'PATH' && name !== 'LD_LIBRARY_PATH')) continue;
      const written = value.replaceAll(/["']/g, '');
      const parts = written.replaceAll(/\$\{\w+:(?:[^{}]|\$\{[^{}]*\})*\}/g, '').split(':');
      const open = parts.find((part) => part === '.' || /^\/(?:tmp|var\/tmp|dev\/shm)(?:\/|$)/.test(part));
      const place = { anchor: valueSpan, path: `${instruction.path}.${name}` };
      if (open !== undefined) report(place, `Searches ${open}, where anybody may write: ${name}.`);
      else if (written !== '' && parts.some((part) => part === '' || isEmpty(part, instruction)))
        report(place, `Searches the current folder, because of an empty part: ${name}.`);
    }
  },
});

/** A variable that nothing sets; PATH always is. */
function isEmpty(part: string, { stage, index }: Instruction): boolean {
  if (!/^\$(?:LD_LIBRARY_PATH|\{LD_LIBRARY_PATH\})$/.test(part)) return false;
  return (firstDefinitions(stage, 'ENV').get('LD_LIBRARY_PATH') ?? index) >= index;
}
