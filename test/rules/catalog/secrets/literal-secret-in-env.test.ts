import rule from '../../../../rules/catalog/secrets/literal-secret-in-env.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('by name and by shape')(objects`
    Pod cart
      containers:
        - name: cart
          image: example.com/cart:1.4.2
          env:
            - name: DB_PASSWORD
              value: correct-horse
    #                ^^^^^^^^^^^^^ literal-secret-in-env 💡 "Has a password in the variable DB_PASSWORD: container cart"
            - name: ADMIN_PIN_PASSWORD
              value: "4711"
    #                ^^^^^^ literal-secret-in-env 💡
            - name: DATABASE_URL
              value: postgres://shop:correct-horse@db:5432/shop
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ literal-secret-in-env 💡 "Has a password in an address in the variable DATABASE_URL: container cart"
  `);

  check('in init containers too')(objects`
    Pod cart
      initContainers:
        - name: migrate
          image: example.com/migrate:1.4.2
          env:
            - name: API_TOKEN
              value: s3cr3t-t0k3n
    #                ^^^^^^^^^^^^ literal-secret-in-env 💡
      containers:
        - name: cart
          image: example.com/cart:1.4.2
          env:
            - name: LOG_LEVEL
              value: debug
  `);

  clean('references, placeholders and files')(objects`
    Pod cart
      containers:
        - name: cart
          image: example.com/cart:1.4.2
          env:
            - name: DB_PASSWORD
              valueFrom:
                secretKeyRef:
                  name: database
                  key: password
            - name: API_TOKEN
              value: $(DB_PASSWORD)
            - name: OTHER_TOKEN
              value: changeme
            - name: DB_PASSWORD_FILE
              value: /run/secrets/database
            - name: EMPTY_PASSWORD
              value: ""
  `);

  clean('names that only speak of secrets (Kubescape takes every key and token)')(objects`
    Pod cart
      containers:
        - name: cart
          image: example.com/cart:1.4.2
          env:
            - name: TOKEN_TTL
              value: "3600000"
            - name: SORT_KEY
              value: created-at
            - name: SECRET_NAME
              value: shop-database
            - name: ALLOW_EMPTY_PASSWORD
              value: "yes"
            - name: JWT_PUBLIC_KEY
              value: aB3dE5gH7jK9mN1pQ3sT5vW7
  `);

  check('a password that everybody knows')(objects`
    Pod cart
      containers:
        - name: cart
          image: example.com/cart:1.4.2
          env:
            - name: POSTGRES_PASSWORD
              value: password
    #                ^^^^^^^^ literal-secret-in-env 💡 "Has a password that everybody knows"
            - name: POSTGRES_USER
              value: postgres
  `);

  fix('reads it from a Secret')(objects`
      Pod cart
        containers:
          - name: cart
            image: example.com/cart:1.4.2
            env:
              - name: DB_PASSWORD
    -           value: correct-horse
    +           valueFrom:
    +             secretKeyRef:
    +               name: NAME-OF-THE-SECRET
    +               key: DB_PASSWORD
              - name: LOG_LEVEL
                value: debug
  `);

  fix('in flow style')(objects`
      Pod cart
        containers:
          - name: cart
            image: example.com/cart:1.4.2
            env:
    -         - { name: DB_PASSWORD, value: correct-horse }
    +         - { name: DB_PASSWORD, valueFrom: { secretKeyRef: { name: NAME-OF-THE-SECRET, key: DB_PASSWORD } } }
  `);
});
