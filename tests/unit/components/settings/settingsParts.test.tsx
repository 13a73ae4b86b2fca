// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { DeleteAll } from '@/components/settings/DeleteAll';
import { DiariesSettings } from '@/components/settings/DiariesSettings';
import { KeptList } from '@/components/settings/KeptList';
import { KnownLinks } from '@/components/settings/KnownLinks';
import { SettingsPage } from '@/components/settings/SettingsPage';
import { Shortcuts } from '@/components/settings/Shortcuts';
import { SitesSettings } from '@/components/settings/SitesSettings';
import type { DiariesView } from '@/lib/messages/diaries';
import type { DeletedView, KeptView } from '@/lib/messages/settings';
import { buttonsOf, draw, press } from '@/tests/unit/components/draw';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const nothing = () => undefined;
const diaries: DiariesView = { added: [], waiting: null, shared: [] };

it('links: names where they may be seen, and a question before one goes', async () => {
  const onUnlink = vi.fn();
  const links = [
    {
      accountKey: 'a',
      origin: 'https://school.r-19.ru',
      names: { account: 'Мария', profile: 'Маша', roles: 'Родитель' },
    },
    { accountKey: 'b', origin: 'https://school.r-19.ru', names: null },
  ];
  const page = await draw(<KnownLinks links={links} onUnlink={onUnlink} />);
  expect([...page.querySelectorAll('li')].map((row) => row.querySelector('.strong')?.textContent)).toEqual([
    'Мария',
    'Другая учётная запись',
  ]);
  expect(page.textContent).toContain('Учебный профиль: Маша, родитель');
  await act(() => page.querySelectorAll<HTMLElement>('li button')[1]?.click());
  await press(page, 'Нет');
  expect(onUnlink).not.toHaveBeenCalled();
  await act(() => page.querySelectorAll<HTMLElement>('li button')[1]?.click());
  await press(page, 'Да');
  expect(onUnlink).toHaveBeenCalledExactlyOnceWith('b');
});

it.each<[string, DeletedView, string, string]>([
  [
    'all is gone',
    { consent: 'withdrawn', remaining: [], failed: false },
    'good',
    'Доступ расширения к VK ID тоже закрыт',
  ],
  ['consent by hand', { consent: 'byHand', remaining: [], failed: false }, 'good', '«Сервисы и сайты»'],
  [
    'grants stay',
    { consent: 'none', remaining: ['https://a.example/*', 'notifications'], failed: false },
    'warning',
    'разрешения: a.example, Напоминания.',
  ],
  ['the browser refuses', { consent: 'none', remaining: [], failed: true }, 'warning', 'не дал удалить часть данных'],
])('deleting ends: %s', async (_, state, tone, sentence) => {
  const page = await draw(
    <DeleteAll state={state} isIncognito={false} isFirefox={false} consentAddress="" onDelete={nothing} />,
  );
  expect(page.querySelector('[role=status] .notice')?.className).toContain(`notice-${tone}`);
  expect(page.textContent).toContain(sentence);
});

it('deleting asks first; an incognito window says that only its own goes', async () => {
  const onDelete = vi.fn();
  const page = await draw(
    <DeleteAll state={null} isIncognito isFirefox={false} consentAddress="" onDelete={onDelete} />,
  );
  expect(page.textContent).toContain('В обычных окнах ничего не изменится');
  await press(page, 'Удалить всё');
  expect(onDelete).not.toHaveBeenCalled();
  await press(page, 'Удалить');
  expect(onDelete).toHaveBeenCalledOnce();
});

it('what is kept: by place, with a word for what nobody knows, and for nothing at all', async () => {
  const thing: Omit<KeptView, 'key' | 'sentence'> = { place: 'disk', count: null, list: [] };
  const page = await draw(
    <KeptList
      kept={[
        {
          ...thing,
          key: 'sites',
          sentence: 'keptSites',
          count: 1,
          list: ['xn--80atdl2c.xn--33-6kcadhwnl3cfdx.xn--p1ai'],
        },
        { ...thing, key: 'old', sentence: null },
      ]}
      isIncognito={false}
      onShow={nothing}
    />,
  );
  expect(page.textContent).toContain('Записей: 1.');
  expect(page.textContent).toContain('школа.образование33.рф');
  expect(page.textContent).toContain('Осталось от прежней версии расширения: old');
  expect(page.textContent).not.toContain('В памяти браузера, пока он открыт');
  const empty = await draw(<KeptList kept={[]} isIncognito={false} onShow={nothing} />);
  expect(empty.querySelector('[role=status]')?.textContent).toBe('Расширение сейчас ничего не хранит.');
});

it('a diary that the browser shut says so, and one that serves many regions asks for the zone', async () => {
  const onAllow = vi.fn();
  const added = { origin: 'https://own.example', region: '', timeZone: 'Asia/Omsk', isPermitted: false };
  const page = await draw(
    <DiariesSettings
      diaries={{
        ...diaries,
        added: [added],
        shared: [{ origin: 'https://eduschl-general-1.edu.bars.group', timeZone: null }],
      }}
      closed={['https://school.r-19.ru']}
      onZone={nothing}
      onAllow={onAllow}
      onRemove={nothing}
    />,
  );
  for (const button of page.querySelectorAll('button')) if (button.textContent === 'Разрешить снова') button.click();
  expect(onAllow.mock.calls).toEqual([['https://own.example'], ['https://school.r-19.ru']]);
  expect([...page.querySelectorAll('select')].map(({ value }) => value)).toEqual(['Asia/Omsk', '']);
});

it('a diary known by name stands among the known ones until it is added', async () => {
  const origin = 'https://es.ciur.ru';
  const draws = (added: DiariesView['added']) =>
    draw(
      <DiariesSettings
        diaries={{ ...diaries, added }}
        closed={[]}
        onZone={nothing}
        onAllow={nothing}
        onRemove={nothing}
      />,
    );
  expect((await draws([])).querySelector('details')?.textContent).toContain('es.ciur.ru');
  const page = await draws([{ origin, region: '', timeZone: null, isPermitted: true }]);
  expect(page.querySelector('details')?.textContent).not.toContain('es.ciur.ru');
});

it('sites: each can go; none is said', async () => {
  const onRemove = vi.fn();
  const sites = [{ origin: 'https://a.example', isPermitted: true }];
  const page = await draw(<SitesSettings sites={sites} onAllow={nothing} onRemove={onRemove} />);
  expect(buttonsOf(page)).toEqual(['Убрать']);
  await press(page, 'Убрать');
  expect(onRemove).toHaveBeenCalledExactlyOnceWith('https://a.example');
  expect((await draw(<SitesSettings sites={[]} onAllow={nothing} onRemove={nothing} />)).textContent).toContain(
    'Таких сайтов нет',
  );
});

it('shortcuts: keys as the browser has them, a word for none, and steps where no page can be opened', async () => {
  const shortcuts = [
    { name: 'a', description: 'Подключиться', keys: 'Alt+J' },
    { name: 'b', description: 'Открыть', keys: '' },
  ];
  const page = await draw(<Shortcuts shortcuts={shortcuts} onChange={null} />);
  expect([...page.querySelectorAll('dd')].map(({ textContent }) => textContent)).toEqual(['Alt+J', 'не назначено']);
  expect(buttonsOf(page)).toEqual([]);
  expect(page.textContent).toContain('Управление горячими клавишами расширений');
  expect(buttonsOf(await draw(<Shortcuts shortcuts={shortcuts} onChange={nothing} />))).toEqual(['Изменить сочетания']);
});

it('where people write to stands at the foot, where the build has it', async () => {
  const page = await draw(<SettingsPage parts={[]} anchor="" contact="help@school.example" />);
  expect(page.querySelector('a[href="mailto:help@school.example"]')?.textContent).toBe('help@school.example');
  const without = await draw(<SettingsPage parts={[]} anchor="" contact="" />);
  expect(without.querySelector('a[href^="mailto:"]')).toBeNull();
});
