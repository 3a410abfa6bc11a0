import { pod } from '../../contract/example.ts';
import { defineRule, pss } from '../../contract/rule.ts';

export default defineRule({
  id: 'git-repo-volume',
  subject: 'volume',
  severity: 'high',
  profile: 'recommended',
  title: 'Volume clones a repository on the node',
  why: 'The kubelet runs git as root on the node, and a hook in the repository runs there with it (CVE-2024-10220). The type is off by default since Kubernetes 1.33.',
  remedy: 'Mount an `emptyDir`, and clone into it in an init container.',
  standards: [pss('restricted', 'restrictedVolumes')],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
        volumes:
          - name: code
            gitRepo:
              repository: https://example.com/shop.git
      `,
      pod`
        volumes:
          - name: code
            gitRepo: {repository: "https://example.com/shop.git", directory: .}
      `,
    ],
    good: [
      pod`
        volumes:
          - name: code
            emptyDir: {}
      `,
      pod`
        volumes:
          - name: gitRepo
            configMap:
              name: code
      `,
    ],
  },

  check(volume, report) {
    const repository = volume.at('gitRepo');
    if (repository.isMap) report(repository, `Clones a repository as root on the node: volume ${volume.name}.`);
  },
});
