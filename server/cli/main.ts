/** The command line: `seaworthy COMMAND`. Owns the choice of command and the exit status; each command is a file of its own. */
import { visible } from '../../rules/text/visible.ts';
import { commands } from './commands/index.ts';
import { type Output, UsageError } from './output.ts';
import { version } from './version.ts';

const usage = `seaworthy ${version}: hardens Kubernetes manifests and Dockerfiles

${commands.map((command) => `  ${command.usage.replaceAll('\n', '\n  ')}\n`).join('')}`;

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
      output.out(usage);
      return name === undefined ? 2 : 0;
  }
  const command = commands.find((one) => one.name === name);
  if (command !== undefined) return command.run(args, output);
  const names = commands.map((one) => one.name);
  throw new UsageError(`there is no command ${name}; try ${names.slice(0, -1).join(', ')} or ${names.at(-1)}`);
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
