import rule from '../../../../rules/catalog/host-access/git-repo-volume.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check }) => {
  check('the type')(pod`
    volumes:
      - name: code
        gitRepo:
    #   ^^^^^^^ git-repo-volume "volume code"
          repository: https://example.com/shop.git
  `);
});
