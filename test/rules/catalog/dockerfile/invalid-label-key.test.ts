import rule from '../../../../rules/catalog/dockerfile/invalid-label-key.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('each wrong key')(debian`
    LABEL a="1" -b="2"
    #           ^^ invalid-label-key
    LABEL 1c="3"
    #     ^^ invalid-label-key
  `);

  clean('names of every good form')(debian`
    LABEL org.valid-key.label3="foo" "quoted.key"=x
    LABEL $K=v
  `);

  check("Docker's own namespaces")(dockerfile`
    FROM busybox:1.37
    LABEL com.docker.team="checkout" com.dockerfile.team="checkout"
    #     ^^^^^^^^^^^^^^^ invalid-label-key "In a namespace that Docker reserves: com.docker.team"
    USER 10001:10001
  `);
});
