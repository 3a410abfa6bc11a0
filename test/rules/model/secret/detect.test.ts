import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { causeOfSecret, secretIn, secretsIn } from '../../../../rules/model/secret/detect.ts';
import { looksRandom } from '../../../../rules/model/secret/value.ts';

// Joined at run time, so that no scanner takes this file for a leak.
const join = (...parts: readonly string[]): string => parts.join('');

const shaped: readonly (readonly [kind: string, value: string])[] = [
  ['an AWS access key', join('AKIA', 'Z5QWERTY2KLM7NPA')],
  ['a GitHub token', join('ghp_', 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1eF3hJ5')],
  ['a GitLab token', join('glpat-', 'aB3dE5gH7jK9mN1pQ3sT')],
  ['an npm token', join('npm_', 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1eF3hJ5')],
  ['a Slack token', join('xoxb-', '2345678901-2345678901-aB3dE5gH7jK9mN1pQ3sT')],
  ['a Slack webhook', join('https://hooks.slack.com/', 'services/T0A1B2C3D/B0A1B2C3D/aB3dE5gH7jK9mN1pQ3sT5vW7')],
  ['a Stripe key', join('sk_live_', 'aB3dE5gH7jK9mN1pQ3sT5vW7')],
  ['a Google API key', join('AIza', 'SyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q')],
  ['an Anthropic key', join('sk-ant-', 'api03-aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1')],
  ['an OpenAI key', join('sk-', 'aB3dE5gH7jK9mN1pQ3sT', 'T3BlbkFJ', 'aB3dE5gH7jK9mN1pQ3sT')],
  ['a Hugging Face token', join('hf_', 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1eF3h')],
  ['a Docker Hub token', join('dckr_pat_', 'aB3dE5gH7jK9mN1pQ3sT5vW7')],
  ['a Vault token', join('hvs.', 'aB3dE5gH7jK9mN1pQ3sT5vW7')],
  ['a DigitalOcean token', join('dop_v1_', '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f1')],
  ['a PyPI token', join('pypi-AgE', 'IcHlwaS5vcmcCJGFiY2RlZmdoLWlqa2wtbW5vcC1xcnN0LXV2d3h5ejEyMzQ1Ng')],
  [
    'an Azure account key',
    join('DefaultEndpointsProtocol=https;AccountKey=', 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1eF3hJ5kL7nP9=='),
  ],
  [
    'a JSON Web Token',
    join('eyJhbGciOiJIUzI1NiJ9', '.eyJzdWIiOiIxMjM0NTY3ODkwIn0', '.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U'),
  ],
  [
    'a private key',
    join('-----BEGIN RSA ', 'PRIVATE KEY-----\nMIIEowIBAAKCAQEA1c7+9z5Pad7OejecsQ0bu3aumUzvTP4Lcsc4DMBlmLzRUZ\n'),
  ],
  ['a password in an address', 'postgres://shop:n0t-s0-s3cret@db:5432/shop'],
];

describe('what shows itself', () => {
  for (const [kind, value] of shaped) {
    it(`is ${kind}, whatever its name`, () =>
      assert.deepEqual(secretIn({ name: 'LOG_LEVEL', value }), { kind, certain: true, isThoughtUp: false }));
  }

  it('is found inside a text, at its place', () => {
    const token = join('ghp_', 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1eF3hJ5');
    const text = `RUN git clone https://shop:${token}@github.com/shop/web && echo ${token}`;
    const found = secretsIn(text);
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ['a password in an address', 'a GitHub token'],
    );
    assert.equal(text.slice(found[1]?.start, found[1]?.end), token);
  });

  for (const value of [
    join('AKIA', 'IOSFODNN7EXAMPLE'),
    'https://user:pass@example.com',
    'https://shop:${TOKEN}@git.shop.test/web',
    'https://shop:$TOKEN@git.shop.test/web',
    join('ghp_', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'),
    '-----BEGIN RSA PRIVATE KEY-----',
    'http://localhost:8080/@scope/package',
    'npm_config_registry_of_the_whole_company_x',
  ]) {
    it(`is not ${value.slice(0, 40)}`, () => assert.equal(secretIn({ value }), undefined));
  }
});

describe('what its name shows', () => {
  for (const [name, value, kind] of [
    ['DB_PASSWORD', 'hunter2', 'a password'],
    ['MYSQL_ROOT_PASSWORD', '123456', 'a password'],
    ['rootPasswd', 'tr0ub4dor', 'a password'],
    ['AWS_SECRET_ACCESS_KEY', 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1eF3hJ5kL7n', 'a key'],
    ['stripe-api-key', 'not-so-random', 'a key'],
    ['apiToken', 'abc123def', 'a token'],
    ['SECRET', 'correct-horse', 'a secret'],
    ['GIT_CREDENTIALS', 'shop-bot:hunter2', 'a credential'],
    ['SESSION_KEY', '3f9a1c77e2b84d06', 'a key'],
    ['ENCRYPT_KEY', 'aB3dE5gH7jK9mN1pQ3sT', 'a key'],
  ] as const) {
    it(`is ${kind} in ${name}`, () => {
      const { isThoughtUp: _isThoughtUp, ...secret } = secretIn({ name, value }) ?? {};
      assert.deepEqual(secret, { kind, certain: false });
    });
  }

  for (const [name, value] of [
    ['DB_PASSWORD', ''],
    ['DB_PASSWORD', 'changeme'],
    ['DB_PASSWORD', 'Y2hhbmdlbWU='],
    ['database_password', 'str'],
    ['CERTIFICATE_PASSWORD', 'localhost'],
    ['DB_PASSWORD', 'DB_PASSWORD'],
    ['apiKey', 'yourCloudflareApiToken'],
    ['apiKey', 'yourapikey'],
    ['apiToken', 'api-token'],
    ['existingSecret', 'oauth2-proxy-dex'],
    ['PRIVATE_KEY', 'process.env.PRIVATE_KEY'],
    ['SIGNING_SEED', 'oauth2-proxy-v2.dex-1'],
    ['DB_PASSWORD', '<your password>'],
    ['DB_PASSWORD', '${DB_PASSWORD}'],
    ['DB_PASSWORD', '$(DB_PASSWORD)'],
    ['DB_PASSWORD', '{{ .Values.password }}'],
    ['DB_PASSWORD', 'xxxxxxxx'],
    ['DB_PASSWORD', '********'],
    ['DB_PASSWORD', 'ENC[AES256_GCM,data:Tr7o=,iv:1=,tag:k=]'],
    ['DB_PASSWORD', 'vault:secret/data/shop#password'],
    ['DB_PASSWORD', '/run/secrets/db'],
    ['DB_PASSWORD_FILE', '/run/secrets/db'],
    ['DB_PASSWORD_FILE', 'hunter2-file'],
    ['ALLOW_EMPTY_PASSWORD', 'yes-please'],
    ['TOKEN_TTL', '3600000'],
    ['TOKEN_URL', 'https://login.shop.test/token'],
    ['AUTH_TOKEN', 'https://login.shop.test/token'],
    ['SECRET_NAME', 'shop-database'],
    ['tokenExpirationSeconds', '360000'],
    ['PUBLIC_KEY', 'aB3dE5gH7jK9mN1pQ3sT5vW7'],
    ['SORT_KEY', 'created-at-descending'],
    ['key', 'my_key_value'],
    ['monkey', 'aB3dE5gH7jK9mN1pQ3sT5vW7'],
    ['AUTHOR', 'aB3dE5gH7jK9mN1pQ3sT5vW7'],
    ['COMPASS_DIRECTION', 'aB3dE5gH7jK9mN1pQ3sT5vW7'],
    ['MAX_TOKENS', '4096000'],
    ['USE_TOKEN', 'true'],
    ['GPG_KEY', 'E3FF2839C048B25C084DEBE9B26995E310250568'],
    ['KEEPASSXC_VERSION', '2.5.4-and-later'],
    ['GIT_SYNC_CREDENTIALS_SECRET', 'git-vars'],
    ['OPERATOR_SECRET', 'operator'],
    ['POSTGRES_PASSWORD', 'POSTGRESQL_PASSWORD'],
    ['MD5HASH', 'D41D8CD98F00B204E9800998ECF8427E'],
    ['SHA512_HASH', 'cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce'.repeat(2)],
  ] as const) {
    it(`is nothing in ${name}=${value}`, () => assert.equal(secretIn({ name, value }), undefined));
  }
});

it('finds nothing in beginnings that repeat without end', () => {
  for (const part of [
    'eyJaaaaaaaaaaaa',
    '-----BEGIN PRIVATE KEY-----',
    '://a:',
    'AccountKey=',
    'SharedAccessSignature=',
    'xoxb-1 ',
    'a',
  ]) {
    assert.deepEqual(secretsIn(part.repeat(100_000 / part.length)), [], part);
  }
});

describe('what somebody thought up', () => {
  it('is a word, and no text of a shape or at random', () => {
    const isThoughtUp = (value: string): boolean | undefined => secretIn({ name: 'DB_PASSWORD', value })?.isThoughtUp;
    assert.equal(isThoughtUp('k8sDem0'), true);
    assert.equal(isThoughtUp('424242'), true);
    assert.equal(isThoughtUp('mL7xQ2vR9tK4wZ8nB3yH6cJ1'), false);
    assert.equal(isThoughtUp(shaped[1]?.[1] ?? ''), false);
  });
});

describe('what only names a secret or stands for one', () => {
  for (const [name, value] of [
    ['PASSWORD', '#LIBREPSW'],
    ['AWS_SECRET_ACCESS_KEY', 'foobar_aws_access_key'],
  ] as const)
    it(`is ${value}`, () => assert.equal(secretIn({ name, value }), undefined));
});

it('the name of an object is not random, whatever numbers are in it', () => {
  assert.equal(looksRandom('k8s-homelab-runner-secret'), false);
  assert.equal(looksRandom('x7f9k2-m4q8r1-z5t3w6v0'), true);
});

describe('the name of a Secret', () => {
  for (const [name, value] of [
    ['USER_CREDENTIALS_SECRET', 'shop-user-credentials'],
    ['dbPasswordSecret', 'shop-db-password'],
    ['TLS_SECRET', 'web-tls'],
    ['DB_PASSWORD_KEY', 'postgres-password'],
    ['CLIENT_SECRET', 'shop-oidc-credentials'],
  ] as const)
    it(`is no secret: ${name}`, () => assert.equal(secretIn({ name, value }), undefined));

  for (const [name, value] of [
    ['JWT_SECRET', 'ecommerce-jwt-secret'],
    ['CLIENT_SECRET', 'shop-secret'],
    ['ACCESS_TOKEN_SECRET', 'shop-access-token-secret'],
    ['PASSWORD_SECRET', 'correcthorse9battery'],
    ['DB_PASSWORD', 'shop-db-password1'],
  ] as const)
    it(`is not what merely has words: ${name}`, () => assert.notEqual(secretIn({ name, value }), undefined));
});

it('the password of an address is the same as beside it; what somebody thought up is only so in one file', () => {
  const cause = (name: string, value: string) => {
    const secret = secretIn({ name, value });
    return secret === undefined ? undefined : causeOfSecret(value, secret);
  };
  assert.deepEqual(cause('DATABASE_URL', 'postgresql+psycopg2://airflow:correct-horse@db/airflow'), {
    key: 'correct-horse',
    within: 'file',
  });
  assert.deepEqual(cause('POSTGRES_PASSWORD', 'correct-horse'), { key: 'correct-horse', within: 'file' });
  assert.deepEqual(cause('POSTGRES_PASSWORD', 'mL7xQ2vR9tK4wZ8nB3yH6cJ1')?.within, 'scan');
});
