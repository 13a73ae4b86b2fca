import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { DiariesSettings } from '@/components/settings/DiariesSettings';
import { Said } from '@/components/settings/Said';
import type { SettingsPart } from '@/components/settings/SettingsPage';
import { SitesSettings } from '@/components/settings/SitesSettings';
import { missingOrigins } from '@/entrypoints/permission/missing';
import { shippedDiaries } from '@/lib/diary/diaries';
import { readableHost } from '@/lib/diary/origin';
import { ask } from '@/lib/messages/send';
import { type MessageKey, words } from '@/lib/words';
import { useRead } from './useRead';

/** «Дневники и сайты». */
export const diariesPart: SettingsPart = { id: 'diaries', heading: 'settingsDiaries', Content: DiariesNow };

const patternOf = (origin: string) => `${origin}/*`;

async function readPlaces() {
  const [diaries, sites, missing] = await Promise.all([
    ask('diaries.read', {}),
    ask('sites.read', {}),
    missingOrigins(),
  ]);
  return {
    diaries,
    closed: shippedDiaries.map(({ origin }) => origin).filter((origin) => missing.includes(patternOf(origin))),
    sites: await Promise.all(
      sites.map(async (origin) => ({
        origin,
        isPermitted: await browser.permissions.contains({ origins: [patternOf(origin)] }),
      })),
    ),
  };
}

function DiariesNow() {
  const { view, again } = useRead(readPlaces, ['diaries']);
  const [said, setSaid] = useState({ text: '', isBad: false });

  async function act(work: () => Promise<unknown>, done: string): Promise<void> {
    const isDone = await work().then(
      () => true,
      () => false,
    );
    await again();
    setSaid(isDone ? { text: done, isBad: false } : { text: words('settingsFailed'), isBad: true });
  }

  /** In the click itself: a browser asks the person at no other moment. */
  function allow(origin: string): void {
    const end = (granted: boolean) => {
      const host = readableHost(origin);
      setSaid({ text: words(granted ? 'settingsAllowed' : 'settingsRefused', host), isBad: !granted });
      void again();
    };
    browser.permissions.request({ origins: [patternOf(origin)] }).then(end, () => end(false));
  }

  /** The button goes with its row: the focus goes to the list's heading. */
  async function remove(name: 'diary' | 'site', origin: string): Promise<void> {
    const said: MessageKey<1> = name === 'diary' ? 'diariesRemoved' : 'sitesRemoved';
    const forget = () => (name === 'diary' ? ask('diaries.remove', { origin }) : ask('sites.remove', { site: origin }));
    await act(forget, words(said, readableHost(origin)));
    document.getElementById(name === 'diary' ? 'added-diaries' : 'allowed-sites')?.focus();
  }

  return (
    <>
      <Said {...said} />
      {view && (
        <DiariesSettings
          diaries={view.diaries}
          closed={view.closed}
          onZone={(origin, timeZone) =>
            void act(() => ask('diaries.setZone', { origin, timeZone }), words('settingsZoneKept'))
          }
          onAllow={allow}
          onRemove={(origin) => void remove('diary', origin)}
        />
      )}
      <SitesSettings sites={view?.sites ?? null} onAllow={allow} onRemove={(origin) => void remove('site', origin)} />
    </>
  );
}
