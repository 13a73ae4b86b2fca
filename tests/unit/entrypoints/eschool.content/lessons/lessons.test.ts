// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLessons } from '@/entrypoints/eschool.content/lessons/lessons';
import { markupOf } from '@/lib/diary/page/markup';
import { readShownView } from '@/lib/diary/page/shownDays';
import { readCopy } from '@/lib/diary/page/shownElement';
import type { MenuView } from '@/lib/messages/diary';
import type { LessonsView, ShownPage } from '@/lib/messages/lessons';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const markup = markupOf('personalArea');
const today = '2026-11-23';
const day = (head: string, ...rows: string[]) => `<li><div>${head}</div><table>${rows.join('')}</table></li>`;
const row = (time: string, name: string, homework = 'нет') =>
  `<tr><td class="time">${time}</td><td class="lesson">${name}</td><td class="homework"><span>${homework}</span></td></tr>`;
const algebra = row('08:30 - 09:10', 'Алгебра');
const physics = row('09:20 - 10:00', 'Физика');
const chemistry = row('10:20 - 11:00', 'Химия');

/** A page and a background that answers when it is told to. */
function arrange() {
  document.body.innerHTML = `<div class="right"><div class="top"></div><div class="content"><ul>${day('Понедельник 23/11', algebra, physics, chemistry)}${day('Вторник 24/11', algebra)}</ul></div></div>`;
  let isAnswering = true;
  let times = 0;
  /** Every row that the page shows has a lesson with a link, as far as its copy tells. */
  const read = ({ copy, beside }: ShownPage): LessonsView | null => {
    times += 1;
    const content = readCopy(copy);
    if (!isAnswering || !content) return null;
    const { root, count, textOf } = content;
    const { rows } = readShownView(root, beside, today, markup);
    const places = rows.map(({ element, cell, date, cells }) => ({
      cell: cell.index,
      row: element.index,
      head: date?.element ?? null,
      rowText: textOf(element.index),
      headText: textOf(date?.element ?? 0),
      lesson: {
        id: `${date?.day} ${cells.map(({ text }) => text).join()}`,
        name: '',
        interval: null,
        opensAt: '',
        links: [{ address: 'https://vk.com/call/join/x', name: '', isOfVk: true }],
        call: null,
      },
    }));
    return { needs: [], problem: null, places, count, unheld: [] };
  };
  const lessons = createLessons({
    markup,
    asking: { read, readCallsAgain: () => undefined } as never,
    now: () => 0,
    menu: () => ({ zone: { timeZone: 'UTC' } }) as MenuView,
    open: async () => undefined,
    more: () => undefined,
  });
  const rows = () => [...document.querySelectorAll('tr')];
  const find = (selector: string) => document.querySelector(selector) as Element;
  lessons.refresh();
  return {
    lessons,
    find,
    /** How often the background was asked. */
    asked: () => times,
    /** Names of the subjects that have a button. */
    shown: () =>
      rows().flatMap((each) =>
        each.querySelector('sferum-lesson') ? (each.querySelector('.lesson')?.firstChild?.nodeValue ?? '') : [],
      ),
    /** Something changes, and the background has not answered yet. */
    change(act: () => void, look = lessons.refresh) {
      isAnswering = false;
      act();
      look();
    },
  };
}

it('days that the page read are no reason to copy the content again', () => {
  const { lessons, shown, find } = arrange();
  const copied = vi.spyOn(find('.content'), 'getHTML');
  lessons.pageRead(1, 2);
  lessons.withdraw(3);
  lessons.pageRead(4, 5);
  expect(copied).not.toHaveBeenCalled();
  expect(shown()).toEqual(all);
  lessons.refresh();
  expect(copied).toHaveBeenCalledOnce();
});

it('where the copy was read as one of another number of elements nobody knows which is which: no button', () => {
  const { lessons, shown, find } = arrange();
  expect(shown()).toEqual(all);
  // Inside of ours the copy tells of nothing.
  const stranger = document.createElement('b');
  find('sferum-lesson').append(stranger);
  lessons.refresh();
  expect(shown()).toEqual([]);
  stranger.remove();
  lessons.refresh();
  expect(shown()).toEqual(all);
});

it('a content that is still loading is not handed over: no day is in it', () => {
  const { lessons, shown, find, asked } = arrange();
  const before = asked();
  find('.content').innerHTML = '<ul></ul><p>Загрузка…</p>';
  lessons.refresh();
  expect(asked()).toBe(before);
  expect(shown()).toEqual([]);
});

const all = ['Алгебра', 'Физика', 'Химия', 'Алгебра'];
const write = (element: Element | null | undefined, text: string) => {
  if (element?.firstChild) element.firstChild.nodeValue = text;
};

beforeEach(() => {
  location.hash = '';
});

describe('while a changed page is read, buttons whose proof stands unchanged stay', () => {
  it('all of them, the very same, where the change is in no row', () => {
    const { shown, find, change } = arrange();
    const button = find('sferum-lesson');
    change(() => find('.content').append('12:00:01'));
    expect(shown()).toEqual(all);
    expect(find('sferum-lesson')).toBe(button);
  });

  it('those of the other rows where a row is added, taken away or written anew', () => {
    const { shown, find, change } = arrange();
    change(() => find('.homework span').replaceChildren('№ 5'));
    expect(shown()).toEqual(['Физика', 'Химия', 'Алгебра']);
    change(() => find('tr').remove());
    expect(shown()).toEqual(['Физика', 'Химия', 'Алгебра']);
    change(() => find('ul').prepend(document.createElement('li')));
    expect(shown()).toEqual(['Физика', 'Химия', 'Алгебра']);
  });

  it('one whose row holds what is not shown, such as the style that comes with a text', () => {
    const { lessons, shown, find, change } = arrange();
    find('.homework').insertAdjacentHTML(
      'beforeend',
      '<style>p > b { margin: 0 }</style><!-- Word --><template>1</template>',
    );
    lessons.refresh();
    expect(shown()).toEqual(all);
    change(() => find('.content').append('12:00:01'));
    expect(shown()).toEqual(all);
  });

  it('a row that becomes another lesson in place loses its button at once', () => {
    const { shown, find, change } = arrange();
    change(() => write(find('.lesson'), 'Пение'));
    expect(shown()).toEqual(['Физика', 'Химия', 'Алгебра']);
  });

  it('a day whose head changes loses all of its own', () => {
    const { shown, find, change } = arrange();
    change(() => write(find('li:last-child > div'), 'Вторник 01/12'));
    expect(shown()).toEqual(['Алгебра', 'Физика', 'Химия']);
  });

  it('none stays where most rows have changed', () => {
    const { shown, change } = arrange();
    change(() => {
      for (const name of [...document.querySelectorAll('.lesson')].slice(0, 3)) write(name, 'Пение');
    });
    expect(shown()).toEqual([]);
  });

  it.each<[string, (find: (selector: string) => Element) => void]>([
    ['the bar above names another week', (find) => find('.top').append('30.11 – 06.12')],
    ['the page’s hash is another', () => (location.hash = '#schedule')],
  ])('none stays where %s', (_name, act) => {
    const { shown, find, change } = arrange();
    change(() => act(find));
    expect(shown()).toEqual([]);
  });

  it('none stays of another child, or of rows that are not believed any more', () => {
    const first = arrange();
    first.change(first.lessons.clear);
    expect(first.shown()).toEqual([]);
    const second = arrange();
    second.change(() => second.lessons.withdraw(performance.now() + 1));
    expect(second.shown()).toEqual([]);
  });
});

/** What Firefox's own translator does: other words in the same text nodes, and the new language in `lang`. */
function translate(element: Element): void {
  document.documentElement.lang = 'en';
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    node.nodeValue = node.nodeValue?.replace(/[а-яё]+/gi, 'word') ?? '';
}

describe('a page whose words the browser translates in place', () => {
  beforeEach(() => {
    document.documentElement.lang = 'ru';
  });
  afterEach(() => {
    document.documentElement.lang = '';
  });

  const buttons = () => document.querySelectorAll('sferum-lesson').length;
  const translated = () => {
    const arranged = arrange();
    translate(arranged.find('.right'));
    arranged.lessons.refresh();
    return arranged;
  };

  it('keeps its buttons, however often it is looked at; the page that was read is the one that is asked for', () => {
    const { find, lessons } = translated();
    expect(find('.lesson').firstChild?.nodeValue).toBe('word');
    expect(buttons()).toBe(4);
    find('.content').append('1');
    lessons.refresh();
    expect(buttons()).toBe(4);
  });

  it.each<[string, number, (find: (selector: string) => Element) => void]>([
    ['a row with another time', 3, (find) => write(find('td.time'), '08:40 - 09:20')],
    [
      'a row that is another element',
      3,
      (find) => {
        find('sferum-lesson').remove();
        find('tr').replaceWith(find('tr').cloneNode(true));
      },
    ],
    ['a day with another date', 3, (find) => write(find('li:last-child > div'), 'word 01/12')],
  ])('but not at %s', (_name, left, act) => {
    const { find, lessons } = translated();
    act(find);
    lessons.refresh();
    expect(buttons()).toBe(left);
  });

  it('nor at any where the bar above has other dates, or the language is the one in which they were found', () => {
    const other = translated();
    other.find('.top').append('30.11 – 06.12');
    other.change(() => undefined);
    expect(buttons()).toBe(0);
    document.documentElement.lang = 'ru';
    const same = arrange();
    same.change(() => {
      translate(same.find('.right'));
      document.documentElement.lang = 'ru';
    });
    expect(buttons()).toBe(0);
  });

  it('nor at those of another child, or that are not believed any more', () => {
    const first = translated();
    first.change(first.lessons.clear);
    expect(buttons()).toBe(0);
    document.documentElement.lang = 'ru';
    const second = translated();
    second.change(() => second.lessons.withdraw(performance.now() + 1));
    expect(buttons()).toBe(0);
  });
});
