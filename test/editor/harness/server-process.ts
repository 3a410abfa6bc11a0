/** The processes of language servers that run for an editor, on systems that list processes in `/proc`. */
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Has the servers of an editor stand still, so that what a person does meanwhile is sure to come before their next step.
 * @param home data folder of the editor, in which the extension is installed. @returns has them go on.
 */
export function standStill(home: string): () => void {
  const servers = processes().filter((id) => {
    const line = commandLine(id);
    return line.includes(home) && line.includes('dist/server.cjs');
  });
  for (const id of servers) process.kill(id, 'SIGSTOP');
  return () => {
    for (const id of servers) process.kill(id, 'SIGCONT');
  };
}

function processes(): readonly number[] {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  } catch {
    return [];
  }
}

/** Arguments with NUL characters between; empty for a process that has ended. */
function commandLine(id: number): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
