/** How images and their vulnerabilities look in the tree, and what a menu of the tree was opened on. */
import * as vscode from 'vscode';
import type { ListedImage, ListedVulnerability } from '../../server/protocol/images.ts';
import { countsText, type Level, partsOf, worstOf } from './list.ts';

/** An entry of the tree. */
export type ImageNode =
  | { readonly kind: 'image'; readonly image: ListedImage }
  | { readonly kind: 'vulnerability'; readonly image: ListedImage; readonly vulnerability: ListedVulnerability };

/** What a command on an image is about. */
export interface ImagePlace {
  readonly uri: unknown;
  readonly position: unknown;
  /** Of a vulnerability; undefined for none. */
  readonly id: unknown;
}

/** @param given what a menu hands to a command: an entry of the tree, or the URI of a document, a position in it and perhaps an id. */
export function placeOf(given: readonly unknown[]): ImagePlace {
  const [first, position, id] = given;
  if (!isImageNode(first)) return { uri: first, position, id };
  const use = first.image.uses[0];
  const about = first.kind === 'vulnerability' ? first.vulnerability.id : undefined;
  return { uri: use?.uri, position: use?.range.start, id: about };
}

const isImageNode = (value: unknown): value is ImageNode =>
  typeof value === 'object' && value !== null && 'kind' in value && 'image' in value;

const icons: { readonly [level in Level]: vscode.ThemeIcon } = {
  critical: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  high: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  medium: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  low: new vscode.ThemeIcon('info'),
  negligible: new vscode.ThemeIcon('circle-small'),
  unknown: new vscode.ThemeIcon('question'),
};

const levelName = (level: Level): string =>
  ({
    critical: vscode.l10n.t('critical'),
    high: vscode.l10n.t('high'),
    medium: vscode.l10n.t('medium'),
    low: vscode.l10n.t('low'),
    negligible: vscode.l10n.t('negligible'),
    unknown: vscode.l10n.t('not rated'),
  })[level];

export function imageItemOf(node: ImageNode): vscode.TreeItem {
  return node.kind === 'image' ? imageItem(node.image) : vulnerabilityItem(node.vulnerability);
}

function imageItem(image: ListedImage): vscode.TreeItem {
  const { known, uses, platform } = image;
  const worst = worstOf(image);
  const accepted = known?.accepted ?? 0;
  const state =
    worst === undefined && accepted === 0
      ? vscode.TreeItemCollapsibleState.None
      : vscode.TreeItemCollapsibleState.Collapsed;
  const { label, path } = partsOf(image.image);
  const item = new vscode.TreeItem(label, state);
  item.id = JSON.stringify([image.image, platform]);
  item.contextValue = 'image';
  item.iconPath =
    worst === undefined ? new vscode.ThemeIcon(known === undefined ? 'circle-outline' : 'pass') : icons[worst];
  const counts = countsText(image, levelName);
  const said = [counts, accepted === 0 ? '' : vscode.l10n.t('{0} accepted', accepted)].filter((one) => one !== '');
  const nothing = known === undefined ? vscode.l10n.t('not scanned') : vscode.l10n.t('nothing is known');
  item.description = [
    ...(known?.isStale === true ? [vscode.l10n.t('old')] : []),
    ...(said.length === 0 ? [nothing] : said),
    ...(platform === undefined ? [] : [platform]),
    path,
  ].join(' · ');
  const places = uses.map(({ uri, range }) => {
    const file = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
    return `${file}:${range.start.line + 1}`;
  });
  item.tooltip = [image.image, ...(known === undefined ? [] : [known.summary]), ...places].join('\n');
  item.accessibilityInformation = { label: `${image.image}, ${item.description}` };
  const [first] = uses;
  if (first !== undefined) {
    const { start, end } = first.range;
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    const options = { selection, preview: true } satisfies vscode.TextDocumentShowOptions;
    item.command = { command: 'vscode.open', title: '', arguments: [vscode.Uri.parse(first.uri), options] };
  }
  return item;
}

function vulnerabilityItem(one: ListedVulnerability): vscode.TreeItem {
  const { id, severity, link, accepted, fixed, title, isOfBase, isExploited } = one;
  const item = new vscode.TreeItem(id, vscode.TreeItemCollapsibleState.None);
  item.contextValue = accepted === undefined ? 'vulnerability' : 'accepted';
  item.iconPath = accepted === undefined ? icons[severity] : new vscode.ThemeIcon('check');
  item.description = [
    ...(accepted === undefined ? [] : [vscode.l10n.t('accepted until {0}', accepted)]),
    ...(isExploited ? [vscode.l10n.t('exploited')] : []),
    one.package,
    fixed === '' ? vscode.l10n.t('no fix') : vscode.l10n.t('fixed in {0}', fixed),
    ...(isOfBase ? [vscode.l10n.t('from the base image')] : []),
  ].join(' · ');
  item.tooltip = [`${id}: ${levelName(severity)}`, one.package, title].filter((line) => line !== '').join('\n');
  item.accessibilityInformation = { label: `${levelName(severity)}: ${id}, ${item.description}` };
  if (link !== undefined)
    item.command = { command: 'vscode.open', title: '', arguments: [vscode.Uri.parse(link, true)] };
  return item;
}
