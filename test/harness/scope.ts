/** Runs rules over a snippet as a host would: one workspace, one file, everything read. */
import type { Finding, ResolvedFix } from '../../rules/engine/finding.ts';
import { defaultSettings, type Settings } from '../../rules/engine/settings.ts';
import { type FileState, Workspace } from '../../rules/engine/workspace.ts';
import { rules as everyRule } from '../../rules/index.ts';
import type { Example, Rule } from '../../rules/rule.ts';
import type { Drawn } from './snippet.ts';

export interface Given {
  /** Minor version of the targeted Kubernetes. */
  readonly kubernetes?: number;
  readonly registries?: readonly string[];
  readonly deniedRegistries?: readonly string[];
}

/** One file of a snippet's language, analysed. Every rule is on, whatever its profile. */
export class Scope {
  readonly path: string;
  readonly text: string;
  readonly workspace: Workspace;
  readonly state: FileState;

  constructor(rules: readonly Rule[], { language, text }: Example, given: Given = {}) {
    this.path = { yaml: 'app/manifest.yaml', dockerfile: 'app/Dockerfile', compose: 'app/compose.yaml' }[language];
    this.text = text;
    // Admission is judged by the rules on its controls, which then have to be there, but say nothing themselves.
    const judged = rules.some(({ subject }) => subject === 'admission') && rules.length < everyRule.length;
    this.workspace = new Workspace(judged ? [...rules, ...silent] : rules);
    this.workspace.complete = true;
    this.state = this.workspace.update({ path: this.path, text }, settingsOf(given), { retain: true });
    for (const stale of this.workspace.stale()) throw new Error(`${stale} was not analysed again`);
    this.workspace.refresh();
  }

  get findings(): readonly Finding[] {
    return this.workspace.findings(this.path);
  }

  fixes(finding: Finding): readonly ResolvedFix[] {
    return this.workspace.fixes(finding);
  }

  /** The findings in the form drawings have; messages left out unless wanted. */
  drawn(): Drawn[] {
    const lines = this.workspace.lines(this.path);
    return this.findings.map((finding) => {
      const from = lines?.positionAt(finding.span.start) ?? { line: 0, character: 0 };
      const to = lines?.positionAt(finding.span.end) ?? from;
      const fixable = this.fixes(finding).some((fix) => 'edits' in fix);
      const end = to.line === from.line ? to.character : Number.POSITIVE_INFINITY;
      return { line: from.line, start: from.character, end, rule: finding.rule, fixable, message: finding.message };
    });
  }
}

const silent = everyRule
  .filter(({ standards }) => standards.some(({ standard }) => standard === 'pss'))
  .map((rule): Rule => ({ ...rule, id: `silent-${rule.id}` }));
const everything: Settings = {
  ...defaultSettings,
  profile: 'all',
  severity: new Map(silent.map(({ id }) => [id, 'off'] as const)),
};
const known = new Map<string, Settings>();

/** Equal wishes give the same object, which is what the engine's caches go by. */
function settingsOf({
  kubernetes = everything.kubernetesMinor,
  registries = [],
  deniedRegistries = [],
}: Given): Settings {
  const key = JSON.stringify([kubernetes, registries, deniedRegistries]);
  const settings = known.get(key) ?? { ...everything, kubernetesMinor: kubernetes, registries, deniedRegistries };
  known.set(key, settings);
  return settings;
}
