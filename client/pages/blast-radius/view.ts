/**
 * The picture of a blast radius: what reaches the workload on the left, what it reaches on the right, what it may do and takes from its node
 * below. Everything is a list of buttons, so that keyboards and screen readers have the whole of it; the lines are decoration.
 */
import { element } from '../element.ts';
import { shownPlace } from '../place.ts';
import type { Item, Radius, Section, Show, Wish, Words } from './messages.ts';

declare function acquireVsCodeApi(): {
  postMessage(wish: Wish): void;
  getState(): unknown;
  setState(state: Show): void;
};

const api = acquireVsCodeApi();
/** Longer lists are cut; the JSON of the command line has them whole. */
const most = 60;

function show({ radius, words }: Show): void {
  const { kind, name, namespace } = radius.subject;
  const why = element('section', 'why', element('p', 'hint', words.choose));
  why.setAttribute('aria-live', 'polite');
  why.setAttribute('aria-label', words.why);
  const subject = element(
    'h1',
    'subject',
    element('span', 'kind', kind),
    ` ${name}`,
    ...(namespace === undefined ? [] : [element('span', 'namespace', ` ${namespace}`)]),
  );
  const section = (of: Section): HTMLElement => sectionOf(of, radius, words, why);
  const middle = element('div', 'middle', subject, section('may'), section('host'));
  const picture = element('div', 'picture', section('reachedBy'), middle, section('reaches'));
  document.body.replaceChildren(element('main', '', picture, why));
  draw(picture, subject);
  new ResizeObserver(() => draw(picture, subject)).observe(picture);
}

function sectionOf(section: Section, radius: Radius, words: Words, why: HTMLElement): HTMLElement {
  const items = radius[section];
  const list = element('ul', '', ...items.slice(0, most).map((item) => element('li', '', node(item, words, why))));
  const made = element('section', section, element('h2', '', words.headings[section]));
  if (items.length === 0) made.append(element('p', 'hint', words.nothing[section]));
  else made.append(list);
  if (items.length > most) made.append(element('p', 'hint', words.more.replace('{0}', String(items.length - most))));
  return made;
}

function node(item: Item, words: Words, why: HTMLElement): HTMLButtonElement {
  const notes = [...item.notes, ...(item.certain ? [] : [words.uncertain])];
  const made = element('button', 'node', element('span', 'title', item.title));
  if (notes.length > 0) made.append(element('span', 'notes', notes.join(', ')));
  if (item.danger) {
    made.classList.add('danger');
    // Colour is not the only sign.
    made.prepend(Object.assign(element('span', 'sign', '!'), { title: words.danger }));
  }
  made.classList.toggle('uncertain', !item.certain);
  made.setAttribute('aria-pressed', 'false');
  made.addEventListener('click', () => {
    for (const other of document.querySelectorAll('button.node[aria-pressed="true"]'))
      other.setAttribute('aria-pressed', 'false');
    made.setAttribute('aria-pressed', 'true');
    explain(item, words, why);
  });
  return made;
}

/** The places that decide, each a way into its file. */
function explain(item: Item, words: Words, why: HTMLElement): void {
  const steps = item.by.map((reason) => {
    const link = element('button', 'step', reason.message, element('span', 'place', shownPlace(reason)));
    link.addEventListener('click', () => api.postMessage({ type: 'open', reason }));
    return element('li', '', link);
  });
  why.replaceChildren(element('h2', '', `${words.why} ${item.title}`), element('ol', '', ...steps));
}

/** Lines from the subject to each item beside it. */
function draw(picture: HTMLElement, subject: HTMLElement): void {
  picture.querySelector('svg')?.remove();
  const area = picture.getBoundingClientRect();
  const from = subject.getBoundingClientRect();
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('width', String(area.width));
  svg.setAttribute('height', String(area.height));
  for (const side of ['reachedBy', 'reaches'] as const) {
    for (const button of picture.querySelectorAll<HTMLElement>(`.${side} .node`)) {
      const to = button.getBoundingClientRect();
      const isLeft = to.right <= from.left;
      // In a narrow window the columns stand below each other, where lines would only cross them.
      if (!isLeft && to.left < from.right) continue;
      const [x1, y1] = [(isLeft ? from.left : from.right) - area.left, from.top + from.height / 2 - area.top];
      const [x2, y2] = [(isLeft ? to.right : to.left) - area.left, to.top + to.height / 2 - area.top];
      const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      const bend = (x1 + x2) / 2;
      line.setAttribute('d', `M ${x1} ${y1} C ${bend} ${y1}, ${bend} ${y2}, ${x2} ${y2}`);
      line.setAttribute('class', button.className);
      svg.append(line);
    }
  }
  picture.prepend(svg);
}

window.addEventListener('message', ({ data }: MessageEvent<Show>) => {
  api.setState(data);
  show(data);
});
const last = api.getState() as Show | undefined;
if (last === undefined) api.postMessage({ type: 'ready' });
else show(last);
