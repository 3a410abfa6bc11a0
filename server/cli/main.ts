/** The command line: `seaworthy COMMAND`. Owns the choice of command and the exit status; each command is a file of its own. */
import { visible } from '../../rules/text/visible.ts';
import { version } from '../version.ts';
import type { Command } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { type Output, UsageError } from './output.ts';

const linesOf = ({ usage }: Command): string => `  ${usage.replaceAll('\n', '\n  ')}\n`;

const usage = `seaworthy ${version}: hardens Kubernetes manifests and Dockerfiles

${commands.map(linesOf).join('')}
seaworthy COMMAND --help shows examples. Exit status: 0, 1 for what was found, 2 for what could not be done.
`;

const helpOf = (command: Command): string =>
  `${linesOf(command)}\n${command.examples.map((example) => `  ${example}\n`).join('')}`;

const output: Output = {
  out: (text) => process.stdout.write(text),
  error: (line) => process.stderr.write(`seaworthy: ${visible(line)}\n`),
  flushed: async () => {
    await Promise.all([process.stdout, process.stderr].map(flush));
  },
};

/** A pipe takes only so much before somebody reads it; the rest waits in this process, and would end with it. */
function flush(stream: NodeJS.WriteStream): Promise<void> {
  if (stream.writableLength === 0 || stream.destroyed) return Promise.resolve();
  return new Promise((resolve) => stream.write('', () => resolve()));
}

async function run([name, ...args]: readonly string[]): Promise<number> {
  switch (name) {
    case '--version':
    case '-v':
      output.out(`${version}\n`);
      return 0;
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      output.out(helpFor(args[0]));
      return name === undefined ? 2 : 0;
  }
  const command = commands.find((one) => one.name === name);
  // What follows `--` is a path.
  const own = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  if (command !== undefined && own.some((arg) => arg === '--help' || arg === '-h')) {
    output.out(helpOf(command));
    return 0;
  }
  if (command !== undefined && own.includes('--version')) {
    output.out(`${version}\n`);
    return 0;
  }
  if (command !== undefined) return command.run(args, output);
  const names = commands.map((one) => one.name);
  throw new UsageError(`there is no command ${name}; try ${names.slice(0, -1).join(', ')} or ${names.at(-1)}`);
}

function helpFor(name: string | undefined): string {
  const command = commands.find((one) => one.name === name);
  return command === undefined ? usage : helpOf(command);
}

/** Not all of what was said arrived, so that the status must not be taken for a verdict. */
let isCut = false;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader such as `head` may close the pipe early; that is no error of ours.
  if (error.code === 'EPIPE' || isCut) return;
  isCut = true;
  process.exitCode = 2;
  output.error(`standard output cannot be written: ${error.message}`);
});
// Nobody is left who could be told.
process.stderr.on('error', () => undefined);

// No top-level await: the bundle is CommonJS.
run(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = isCut ? 2 : status;
  },
  (error: unknown) => {
    process.exitCode = 2;
    if (error instanceof UsageError) return output.error(error.message);
    output.error('this is a mistake of Seaworthy; please report it with these lines:');
    const lines = error instanceof Error ? (error.stack ?? error.message) : String(error);
    for (const line of lines.split('\n')) output.error(line);
  },
);
