import rule from '../../../../rules/catalog/dockerfile/disabled-login-in-image.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('in variables, arguments and files')(dockerfile`
    FROM redis:8
    ENV ALLOW_EMPTY_PASSWORD=yes JAVA_TOOL_OPTIONS="-Xmx1g -agentlib:jdwp=transport=dt_socket,server=y,address=*:5005"
    #                        ^^^ disabled-login-in-image "Takes no password: ALLOW_EMPTY_PASSWORD."
    #                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ disabled-login-in-image "debugger run code"
    COPY <<EOF /etc/mosquitto.conf
    allow_anonymous true
    #<------------------- disabled-login-in-image "Mosquitto lets anybody publish and subscribe, by this line."
    EOF
    CMD ["redis-server", "--protected-mode", "no"]
    #                    ^^^^^^^^^^^^^^^^^^ disabled-login-in-image
  `);

  clean('in a stage that is no image, or with a password beside it')(dockerfile`
    FROM postgres:18 AS test
    ENV POSTGRES_HOST_AUTH_METHOD=trust
    FROM redis:8
    CMD ["redis-server", "--protected-mode", "no", "--requirepass", "$PASSWORD"]
  `);
});
