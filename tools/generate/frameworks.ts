/** `docs/frameworks.md`: every control that a rule answers, with its rules, and what no file can answer. */
import { rules } from '../../rules/catalog/index.ts';
import { type StandardDocument, standardDocuments } from '../../rules/contract/standards.ts';

interface Section {
  readonly document: StandardDocument;
  readonly about: string;
  /** What nobody can read from manifests, Dockerfiles or configuration files. */
  readonly beyond: readonly (readonly [control: string, why: string])[];
}

const sections: readonly Section[] = [
  {
    document: standardDocuments.baseline,
    about: 'Controls by the names of the Kubernetes admission library. All of them can be read from a manifest.',
    beyond: [],
  },
  {
    document: standardDocuments.restricted,
    about: 'What comes on top of the baseline.',
    beyond: [],
  },
  {
    document: standardDocuments['cis-kubernetes'],
    about:
      'By section. Those of the control plane and of nodes are answered where the manifests, the kubeadm configuration or the kubelet configuration are among the files.',
    beyond: [
      ['1.1', 'owners and modes of files on the nodes of the control plane'],
      ['3.1', 'how people log in, which the identity provider knows'],
      ['4.1', 'owners and modes of files on the nodes'],
      ['5.3.1', 'what the network plugin of the cluster supports'],
      ['5.4.2', 'whether secrets are kept outside of the cluster'],
      ['5.7.1', 'whether namespaces separate those who should be'],
    ],
  },
  {
    document: standardDocuments['cis-docker'],
    about: 'By section: what Dockerfiles and Compose files can show.',
    beyond: [
      ['1, 2, 3', 'the host, the daemon and its files'],
      ['6, 7', 'how images and containers are kept in number, and Swarm'],
    ],
  },
];

/** @returns the page. */
export function frameworksPage(): string {
  const written = sections.map(({ document: { title, control }, about, beyond }) => {
    const rows = [...rulesByControl(control)].map(([name, ids]) => `| ${name} | ${ids.map(linkTo).join(', ')} |`);
    const rest =
      beyond.length === 0
        ? []
        : [
            ['No file can answer:', ...beyond.map(([section, why]) => `- ${section}: ${why}`)]
              .join('\n')
              .replace('\n', '\n\n'),
            'A section that stands in neither list has no rule.',
          ];
    return [`## ${title}`, about, ['| Control | Rules |', '|--|--|', ...rows].join('\n'), ...rest].join('\n\n');
  });
  const nsa = rules.filter(({ standards }) => standards.some(({ standard }) => standard === 'nsa'));
  return `${[
    '# Frameworks',
    'A control without a finding is not proved: what runs may differ from what is written. `seaworthy scan --format html` counts controls with findings.',
    ...written,
    `## ${standardDocuments.nsa.title}`,
    nsa.map(({ id }) => linkTo(id)).join(', '),
    'No file can answer what the guide says of scanning running containers, of reading logs and of updates of the cluster.',
  ].join('\n\n')}\n`;
}

function rulesByControl(control: StandardDocument['control']): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { id, standards } of rules)
    for (const name of new Set(standards.flatMap((standard) => control(standard) ?? [])))
      found.set(name, [...(found.get(name) ?? []), id]);
  const { compare } = new Intl.Collator('en', { numeric: true });
  return new Map([...found].sort(([a], [b]) => compare(a, b)));
}

const linkTo = (id: string): string => `[\`${id}\`](rules/${id}.md)`;
