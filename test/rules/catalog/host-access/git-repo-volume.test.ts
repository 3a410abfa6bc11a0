import rule from '../../../../rules/catalog/host-access/git-repo-volume.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the type')(pod`
    volumes:
      - name: code
        gitRepo:
    #   ^^^^^^^ git-repo-volume "volume code"
          repository: https://example.com/shop.git
  `);

  clean('others')(pod`
    volumes:
      - name: code
        emptyDir: {}
  `);
});
