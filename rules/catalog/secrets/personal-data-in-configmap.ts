import { objects } from '../../contract/objects.ts';
import { defineRule, trivy } from '../../contract/rule.ts';
import { isEncrypted } from './shared/manifest.ts';

export default defineRule({
  id: 'personal-data-in-configmap',
  subject: 'resource',
  severity: 'low',
  profile: 'all',
  title: 'ConfigMap holds personal data',
  marksSecrets: true,
  why: 'ConfigMaps are read by everybody who may look at the namespace, and their copies in the repository are kept permanently. Whoever is meant cannot have them erased.',
  remedy: 'Keep data of people where access is granted and logged, such as a database or a Secret.',
  ignoreWhen: 'It is an address for everybody, such as that of a help desk.',
  aliases: [trivy('KSV-01010')],
  examples: {
    bad: [
      objects`
        ConfigMap payouts
          data:
            account: DE89 3704 0044 0532 0130 00
      `,
      objects`
        ConfigMap alerts
          data:
            settings.ini: |
              interval=5m
              to=jane.doe@acme-shop.com
      `,
    ],
    good: [
      objects`
        ConfigMap payouts
          data:
            account: DE00 3704 0044 0532 0130 00
            order: "1234567812345678"
      `,
      objects`
        ConfigMap alerts
          data:
            sender: noreply@acme-shop.com
            reader: somebody@example.com
            repository: git@github.com:acme/shop.git
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('ConfigMap', '') || isEncrypted(resource)) return;
    for (const [key, value] of resource.at('data').entries) {
      const what = personalIn((value.text ?? '').slice(0, limit));
      if (what !== undefined) report({ anchor: value.anchorOfKey, path: value.path }, `Holds ${what}: ${key}.`);
    }
  },
});

/** Characters of a value that are looked through. */
const limit = 100_000;

function personalIn(text: string): string | undefined {
  if (matches(text, /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g).some(isAccount))
    return 'the number of a bank account';
  if (matches(text, /\b\d(?:[ -]?\d){12,18}\b/g).some(isCard)) return 'the number of a payment card';
  return matches(text, /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[a-z]{2,10}\b(?!:)/gi).some(isOfPerson)
    ? 'the mail address of a person'
    : undefined;
}

const matches = (text: string, pattern: RegExp): readonly string[] => text.match(pattern) ?? [];

/** The check digits of an IBAN: ISO 13616, letters as numbers from ten, the first four characters last, one modulo 97. */
function isAccount(text: string): boolean {
  const plain = text.replaceAll(' ', '');
  const digits = [...plain.slice(4), ...plain.slice(0, 4)].map((char) => Number.parseInt(char, 36)).join('');
  return plain.length >= 15 && plain.length <= 34 && BigInt(digits) % 97n === 1n;
}

/** The beginning of a card's number (ISO/IEC 7812) and its check digit: every second digit from the right doubled, the sum of all digits a multiple of ten. */
function isCard(text: string): boolean {
  const digits = [...text].filter((char) => /\d/.test(char)).map(Number);
  if (!/^(?:4|5[1-5]|2[2-7]|3[47])/.test(digits.join('')) || ![13, 15, 16, 19].includes(digits.length)) return false;
  const sum = digits.reverse().reduce((total, digit, i) => {
    const weighed = i % 2 === 1 ? digit * 2 : digit;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}

/** A name with two parts at a domain that is not reserved for examples (RFC 2606): others are those of programs and teams. */
function isOfPerson(address: string): boolean {
  const [name = '', domain = ''] = address.toLowerCase().split('@');
  return (
    /^[a-z]{1,20}[._][a-z]{2,20}$/.test(name) &&
    !/(?:^|\.)(?:example|test|invalid|localhost|local)(?:\.(?:com|org|net))?$/.test(domain)
  );
}
