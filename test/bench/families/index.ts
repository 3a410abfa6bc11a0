/**
 * Texts that a hostile author makes long: one family for each thing that can be repeated. Each is handed a size and makes files of about so many characters
 * in all. What is repeated is chosen so that whoever looks at all of one kind for each of another shows it.
 */
import { accessFamilies } from './access.ts';
import { aliasesFamilies } from './aliases.ts';
import { commandsFamilies } from './commands.ts';
import { commentsFamilies } from './comments.ts';
import { composeFamilies } from './compose.ts';
import { dockerfileFamilies } from './dockerfile.ts';
import type { Family } from './family.ts';
import { fixesFamilies } from './fixes.ts';
import { kustomizeFamilies } from './kustomize.ts';
import { meshFamilies } from './mesh.ts';
import { networkFamilies } from './network.ts';
import { objectsFamilies } from './objects.ts';
import { podsFamilies } from './pods.ts';
import { settingsFamilies } from './settings.ts';
import { syntaxFamilies } from './syntax.ts';

export const families: readonly Family[] = [
  ...commentsFamilies,
  ...podsFamilies,
  ...syntaxFamilies,
  ...aliasesFamilies,
  ...composeFamilies,
  ...accessFamilies,
  ...objectsFamilies,
  ...networkFamilies,
  ...meshFamilies,
  ...kustomizeFamilies,
  ...dockerfileFamilies,
  ...commandsFamilies,
  ...settingsFamilies,
  ...fixesFamilies,
];
