/**
 * Attack paths: the edits that close them with boxes, the ways, and the chosen way as numbered sentences. Everything is lists of buttons and boxes, so that
 * keyboards and screen readers have the whole of it; what boxes would close is told in a live region.
 */
import { element } from '../element.ts';
import { type Place, shownPlace } from '../place.ts';
import type { Choice, Show, Way, Wish } from './messages.ts';
import { assumptionsOf, closedBy, filled, madeByFixes, proposed } from './what-if.ts';

/** What a person did on the page; kept while it is hidden. */
interface State {
  readonly show: Show;
  readonly ticked: readonly string[];
  readonly chosen: string | undefined;
}

declare function acquireVsCodeApi(): {
  postMessage(wish: Wish): void;
  getState(): unknown;
  setState(state: State): void;
};

const api = acquireVsCodeApi();
let state: State | undefined;

/** Draws all anew, with the focus where it was. */
function draw(next: State): void {
  state = next;
  api.setState(next);
  const { show } = next;
  const { report, words } = show;
  const focused = document.activeElement?.id ?? '';
  const parts: HTMLElement[] = [element('h1', '', headline(show))];
  if (report.paths.length > 0) {
    const columns = element('div', 'columns', edits(next), ways(next), chosenWay(next));
    parts.push(actions(next), columns);
  }
  parts.push(...notes(next));
  if (report.paths.length > 0) parts.push(element('p', 'hint', words.flaw));
  const open = new Set([...document.querySelectorAll('details[open]')].map(({ id }) => id));
  for (const part of parts)
    for (const folded of [part, ...part.querySelectorAll('details')])
      if (folded instanceof HTMLDetailsElement && open.has(folded.id)) folded.open = true;
  const main = document.querySelector('main') ?? document.body.appendChild(element('main', ''));
  main.replaceChildren(...parts);
  if (focused !== '') document.getElementById(focused)?.focus();
  tellStatus(next);
}

/** One region for the life of the page: what is written into a new one is not read. */
const status = element('p', 'status');
status.setAttribute('role', 'status');
status.setAttribute('aria-live', 'polite');

function tellStatus({ show: { report, words }, ticked }: State): void {
  const closed = closedBy(report, new Set(ticked)).size;
  const text = report.paths.length === 0 ? '' : filled(words.status, ticked.length, closed, report.paths.length);
  if (status.textContent !== text) status.textContent = text;
}

function headline({ report: { paths, edits: all, fewest, uncloseable }, words }: Show): string {
  if (paths.length === 0) return words.none;
  if (all.length === 0 || uncloseable > 0) return filled(words.noEdit, all.length, paths.length);
  return filled(fewest ? words.closesAll : words.closesAtMost, all.length, paths.length);
}

function actions(now: State): HTMLElement {
  const { report, words, assumesAny } = now.show;
  const made = madeByFixes(report, new Set(now.ticked));
  const preview = button('preview', 'primary', filled(words.preview, made.length), () =>
    api.postMessage({ type: 'preview', edits: made }),
  );
  preview.disabled = made.length === 0;
  const all = proposed(report);
  const everything = box('all', words.all, all.length > 0 && all.every((id) => now.ticked.includes(id)), (isOn) =>
    draw({ ...now, ticked: isOn ? all : [] }),
  );
  return element('div', 'actions', preview, everything, moreAssumptions(now, assumesAny));
}

function moreAssumptions({ show: { report, words } }: State, assumesAny: boolean): Node {
  if (!assumesAny && report.assumedOnly === 0) return document.createTextNode('');
  return box('assume', filled(words.assumeMore, report.assumedOnly), assumesAny, (any) =>
    api.postMessage({ type: 'assume', any }),
  );
}

function edits(now: State): HTMLElement {
  const { report, words } = now.show;
  const list = report.edits.map(({ choices: [first, ...others] }) => {
    const item = element('li', 'edit');
    if (first !== undefined) item.append(choice(now, first));
    if (others.length > 0) {
      const isOpen = others.some(({ id }) => now.ticked.includes(id));
      const summary = element('summary', '', filled(words.instead, others.length));
      const more = element('details', 'instead', summary, ...others.map((other) => choice(now, other)));
      more.id = `instead-${first?.id ?? ''}`;
      more.open = isOpen;
      item.append(more);
    }
    return item;
  });
  return section('edits', words.edits, element('ul', '', ...list));
}

function choice(now: State, { id, edit, closes, at, fix, unmade }: Choice): HTMLElement {
  const { report, words } = now.show;
  const ticked = box(`edit-${id}`, edit, now.ticked.includes(id), (isOn) =>
    draw({ ...now, ticked: isOn ? [...now.ticked, id] : now.ticked.filter((other) => other !== id) }),
  );
  const made = fix === undefined ? filled(words.byHand, unmade ?? '') : filled(words.fix, fix.title, fix.rule);
  return element(
    'div',
    'choice',
    ticked,
    element('p', 'closes', filled(words.closes, closes.length, report.paths.length)),
    element('p', fix === undefined ? 'byhand hint' : 'fix hint', made),
    ...(at === undefined ? [] : [toPlace(`at-${id}`, at, '')]),
  );
}

function ways(now: State): HTMLElement {
  const { report, words } = now.show;
  const closed = closedBy(report, new Set(now.ticked));
  const list = report.paths.map((way, i) => {
    const item = button(`way-${way.id}`, 'way', filled(words.way, i + 1, way.target), () =>
      draw({ ...now, chosen: way.id }),
    );
    if (way.id === now.chosen) item.setAttribute('aria-current', 'true');
    if (way.assumes.length > 0) {
      item.classList.add('assuming');
      item.append(element('span', 'place', filled(words.assuming, way.assumes.length)));
    }
    // A word, not colour alone.
    if (closed.has(way.id)) item.append(element('span', 'badge', words.closed));
    item.classList.toggle('closed', closed.has(way.id));
    return element('li', '', item);
  });
  const rest = report.more ? [element('p', 'hint', words.more)] : [];
  return section('ways', words.ways, withArrows(element('ul', '', ...list)), ...rest);
}

function chosenWay({ show: { report, words }, chosen }: State): HTMLElement {
  const number = report.paths.findIndex(({ id }) => id === chosen);
  const way = report.paths[number];
  if (way === undefined) return element('section', 'steps');
  const list = element('ol', '', ...way.steps.map((_, i) => stepOf(way, i, words.assumesThat)));
  const nothing = way.assumes.length === 0 ? [element('p', 'hint', words.assumesNothing)] : [];
  return section('steps', filled(words.way, number + 1, way.target), withArrows(list), ...nothing);
}

function stepOf({ id, steps }: Way, index: number, assumesThat: string): HTMLElement {
  const step = steps[index] as Way['steps'][number];
  const says = `${step.says}.`;
  const assumed = step.assumes.map((one) => element('p', 'assumes', filled(assumesThat, one)));
  const told = step.at === undefined ? element('p', 'unplaced', says) : toPlace(`step-${id}-${index}`, step.at, says);
  return element('li', 'step', told, ...assumed);
}

/** What is folded: assumptions, what is accepted, and what no edit closes. */
function notes({ show: { report, words } }: State): readonly HTMLElement[] {
  const assumed = assumptionsOf(report).map(({ says, ways: many }) => element('li', '', `${says} (${many})`));
  const accepted = report.accepted.map(({ edit, reason, at }, i) =>
    element('li', '', `${edit}: ${reason}`, ...(at === undefined ? [] : [toPlace(`accepted-${i}`, at, '')])),
  );
  const folded = (name: string, title: string, items: readonly HTMLElement[]): readonly HTMLElement[] => {
    if (items.length === 0) return [];
    const summary = element('summary', '', filled(title, items.length));
    return [Object.assign(element('details', 'note', summary, element('ul', '', ...items)), { id: name })];
  };
  const open = report.uncloseable > 0 ? [element('p', 'hint', filled(words.uncloseable, report.uncloseable))] : [];
  return [...folded('assumed', words.assumed, assumed), ...folded('accepted', words.accepted, accepted), ...open];
}

function section(name: string, title: string, ...children: readonly Node[]): HTMLElement {
  const heading = element('h2', '', title);
  heading.id = `heading-${name}`;
  const made = element('section', name, heading, ...children);
  made.setAttribute('aria-labelledby', heading.id);
  return made;
}

function button(id: string, className: string, text: string, press: () => void): HTMLButtonElement {
  const made = element('button', className, element('span', 'text', text));
  made.id = id;
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

function box(id: string, text: string, isOn: boolean, change: (isOn: boolean) => void): HTMLElement {
  const input = element('input', '');
  input.type = 'checkbox';
  input.id = id;
  input.checked = isOn;
  input.addEventListener('change', () => change(input.checked));
  return element('label', 'box', input, element('span', '', text));
}

function toPlace(id: string, place: Place, says: string): HTMLButtonElement {
  const made = button(id, 'to', says, () => api.postMessage({ type: 'open', place }));
  made.append(element('span', 'place', shownPlace(place)));
  return made;
}

/** Arrow keys go from one button of a list to the next. */
function withArrows<L extends HTMLElement>(list: L): L {
  list.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const buttons = [...list.querySelectorAll('button')];
    const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  });
  return list;
}

/** What was ticked and chosen stays where it is there still. */
function received(show: Show): void {
  const known = new Set(show.report.edits.flatMap(({ choices }) => choices.map(({ id }) => id)));
  const ticked = (state?.ticked ?? []).filter((id) => known.has(id));
  const isThere = show.report.paths.some(({ id }) => id === state?.chosen);
  draw({ show, ticked, chosen: isThere ? state?.chosen : show.report.paths[0]?.id });
}

document.body.append(element('main', ''), status);
window.addEventListener('message', ({ data }: MessageEvent<Show>) => received(data));
const last = api.getState() as State | undefined;
if (last === undefined) api.postMessage({ type: 'ready' });
else draw(last);
