import { pod } from '../../contract/example.ts';
import { cis, defineRule, kubescape, polaris, pss, trivy } from '../../contract/rule.ts';
import type { Field } from '../../yaml/field.ts';

export default defineRule({
  id: 'windows-host-process',
  subject: 'container',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  closes: ['host-process'],
  title: 'Container is a Windows HostProcess container',
  why: 'A HostProcess container is a plain process of the Windows node with its files, network and services: nothing isolates it.',
  remedy: 'Set `hostProcess: false` and use an ordinary Windows container.',
  ignoreWhen: 'It administers the node itself: a CNI, CSI or logging agent.',
  standards: [pss('baseline', 'windowsHostProcess'), cis('5.2.11')],
  aliases: [trivy('KSV-0103'), polaris('hostProcess'), kubescape('C-0202'), kubescape('set-hostprocess-true')],
  examples: {
    bad: [
      pod`
        hostNetwork: true
        securityContext:
          windowsOptions:
            hostProcess: true
        containers:
          - name: agent
            image: registry.example.com/agent:2.4
      `,
      pod`
        containers:
          - name: agent
            image: registry.example.com/agent:2.4
            securityContext:
              windowsOptions:
      -         hostProcess: true
      +         hostProcess: false
      `,
    ],
    good: [
      pod`
        os:
          name: windows
        containers:
          - name: agent
            image: registry.example.com/agent:2.4
            securityContext:
              windowsOptions:
                hostProcess: false
      `,
      pod`
        os:
          name: windows
        containers:
          - name: agent
            image: registry.example.com/agent:2.4
      `,
    ],
  },

  check(container, report) {
    const judge = (field: Field, who: string): void => {
      if (!field.is(true)) return;
      report(field, `Runs as a plain process of the Windows node: ${who}.`, () => ({
        title: 'Run as an ordinary Windows container',
        consequence: 'access to the node is lost',
        changes: [field.set(false)],
        assumes: 'it works without its node',
      }));
    };
    judge(container.pod.at('securityContext', 'windowsOptions', 'hostProcess'), 'the pod');
    judge(container.securityContext.at('windowsOptions', 'hostProcess'), container.label);
  },
});
