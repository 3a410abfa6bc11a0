/** The command line: `seaworthy scan|fix|access|graph|rules|explain|lsp`. Owns the choice of command and the exit status; each command is a file of its own. */
import { visible } from '../../rules/text/visible.ts';
import { access } from './commands/access.ts';
import { explain } from './commands/explain.ts';
import { fix } from './commands/fix.ts';
import { graph } from './commands/graph.ts';
import { listRules } from './commands/rules.ts';
import { scanCommand } from './commands/scan.ts';
import { type Output, UsageError } from './output.ts';
import { version } from './version.ts';

const usage = `seaworthy ${version}: hardens Kubernetes manifests and Dockerfiles

  seaworthy scan [PATH...]     find problems          --format text|json  --profile essential|recommended|strict|all
                                                      --config FILE  --fail-on critical|high|medium|low|info|never
                                                      --each  --paths-from FILE
  seaworthy fix [PATH...]      fix them in place      --level safe|review  --rule ID  --dry-run  --diff
  seaworthy access [PATH...]   list administrators     --who-can 'VERB RESOURCE'  --format text|json
  seaworthy graph [PATH...]    show a blast radius    --workload KIND/NAME  --namespace NAME  --format json|mermaid|text
                                                      --subject user:NAME|group:NAME|serviceaccount:NAMESPACE/NAME
  seaworthy explain RULE       say why and what to do
  seaworthy rules              list all rules         --format text|json
  seaworthy lsp --stdio        language server
`;

const output: Output = {
  out: (text) => process.stdout.write(text),
  error: (line) => process.stderr.write(`seaworthy: ${visible(line)}\n`),
};

async function run([command, ...args]: readonly string[]): Promise<number> {
  switch (command) {
    case 'scan':
      return scanCommand(args, output);
    case 'fix':
      return fix(args, output);
    case 'rules':
      return listRules(args, output);
    case 'access':
      return access(args, output);
    case 'graph':
      return graph(args, output);
    case 'explain':
      return explain(args, output);
    case 'lsp':
      // Loaded only here, and it serves from then on: the process ends when its client says so.
      await import('../lsp/node.ts');
      return 0;
    case '--version':
    case '-v':
      output.out(`${version}\n`);
      return 0;
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      output.out(usage);
      return command === undefined ? 2 : 0;
    default:
      throw new UsageError(`there is no command ${command}; try scan, fix, access, graph, rules, explain or lsp`);
  }
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
