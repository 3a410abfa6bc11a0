/**
 * What credentials of well-known issuers look like. Each pattern has a fixed beginning and bounded or plain character classes, so
 * that matching is linear in the length of the text. Sources: the issuers' documentation of their token formats and GitHub's list
 * "Supported secret scanning patterns", read 2026-11-23.
 */

export interface SecretShape {
  /** As a message names it, with its article. */
  readonly kind: string;
  /** Texts without any of these cannot match; looking for them is much cheaper than matching. */
  readonly marks: readonly string[];
  readonly pattern: RegExp;
}

const shape = (kind: string, marks: readonly string[], pattern: RegExp): SecretShape => ({ kind, marks, pattern });

export const secretShapes: readonly SecretShape[] = [
  shape(
    'a private key',
    ['PRIVATE KEY'],
    /-----BEGIN (?:[A-Z0-9]{1,16} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\s|\\n){1,64}[A-Za-z0-9+/=][A-Za-z0-9+/=:, -]{15}/g,
  ),
  shape('an age private key', ['AGE-SECRET-KEY-1'], /AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}/g),
  shape('an AWS access key', ['AKIA', 'ASIA'], /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9])/g),
  shape('a GitHub token', ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], /(?<![A-Za-z0-9_])gh[pousr]_[A-Za-z0-9]{36,255}/g),
  shape('a GitHub token', ['github_pat_'], /(?<![A-Za-z0-9_])github_pat_[A-Za-z0-9_]{59,255}/g),
  shape(
    'a GitLab token',
    ['glpat-', 'gldt-', 'glrt-', 'glcbt-', 'glptt-'],
    /(?<![A-Za-z0-9_])gl(?:pat|dt|rt|cbt|ptt)-[A-Za-z0-9_.-]{20,64}/g,
  ),
  shape('an npm token', ['npm_'], /(?<![A-Za-z0-9_])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/g),
  shape('a PyPI token', ['pypi-AgE'], /(?<![A-Za-z0-9_])pypi-AgE[A-Za-z0-9_-]{50,}/g),
  shape(
    'a Slack token',
    ['xoxa-', 'xoxb-', 'xoxp-', 'xoxr-', 'xoxs-', 'xapp-'],
    /(?<![A-Za-z0-9_])(?:xox[abprs]|xapp)-[0-9][A-Za-z0-9-]{20,}/g,
  ),
  shape(
    'a Slack webhook',
    ['hooks.slack.com/'],
    /hooks\.slack\.com\/(?:services|workflows)\/T[A-Z0-9]{6,}\/[A-Za-z0-9]{6,}\/[A-Za-z0-9]{16,}/g,
  ),
  shape('a Stripe key', ['sk_live_', 'rk_live_'], /(?<![A-Za-z0-9_])[sr]k_live_[A-Za-z0-9]{16,}/g),
  shape('a Google API key', ['AIza'], /(?<![A-Za-z0-9_])AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/g),
  shape('a Google access token', ['ya29.'], /(?<![A-Za-z0-9_])ya29\.[A-Za-z0-9_-]{30,}/g),
  shape('a Google client secret', ['GOCSPX-'], /(?<![A-Za-z0-9_])GOCSPX-[A-Za-z0-9_-]{28}/g),
  shape('an Anthropic key', ['sk-ant-'], /(?<![A-Za-z0-9_])sk-ant-[A-Za-z0-9_-]{30,}/g),
  shape('an OpenAI key', ['T3BlbkFJ'], /(?<![A-Za-z0-9_])sk-[A-Za-z0-9_-]{10,200}T3BlbkFJ[A-Za-z0-9_-]{10,}/g),
  shape('a Hugging Face token', ['hf_'], /(?<![A-Za-z0-9_])hf_[A-Za-z0-9]{34,40}(?![A-Za-z0-9])/g),
  shape('a SendGrid key', ['SG.'], /(?<![A-Za-z0-9_])SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}/g),
  shape('a Docker Hub token', ['dckr_pat_', 'dckr_oat_'], /(?<![A-Za-z0-9_])dckr_[po]at_[A-Za-z0-9_-]{20,}/g),
  shape('a Vault token', ['hvs.', 'hvb.'], /(?<![A-Za-z0-9_])hv[sb]\.[A-Za-z0-9_-]{24,}/g),
  shape('a DigitalOcean token', ['dop_v1_', 'doo_v1_', 'dor_v1_'], /(?<![A-Za-z0-9_])do[opr]_v1_[a-f0-9]{64}/g),
  shape('a Terraform Cloud token', ['.atlasv1.'], /(?<![A-Za-z0-9])[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{60,}/g),
  shape('an Azure account key', ['AccountKey='], /AccountKey=[A-Za-z0-9+/]{40,}={0,2}/g),
  shape(
    'an Azure signature',
    ['SharedAccessSignature'],
    /SharedAccessSignature[= ][^\s;"']{0,400}sig=[A-Za-z0-9%+/]{20,}/g,
  ),
  shape(
    'a JSON Web Token',
    ['eyJ'],
    /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}/g,
  ),
];

/** Credentials inside an address; the group is the password. */
export const passwordInUrl = /(?<=:\/\/)[^\s/:@"'<>]{0,128}:([^\s/@"'<>]{1,256})@[A-Za-z0-9[]/g;
