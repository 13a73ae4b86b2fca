import { browser } from 'wxt/browser';
import type { BrowserView } from '@/lib/messages/ways';
import { words } from '@/lib/words';

interface Brand {
  brand: string;
  version: string;
}

/** What browsers on Chromium call themselves, and what people call them. */
const readNames = (): Record<string, string> => ({
  YaBrowser: words('waysYandexBrowser'),
  Yandex: words('waysYandexBrowser'),
  'Google Chrome': 'Chrome',
  'Microsoft Edge': 'Edge',
  Opera: 'Opera',
  Vivaldi: 'Vivaldi',
  Chromium: 'Chromium',
});

/** Which browser this is, in the words of its own menus. */
export async function readBrowserView(): Promise<BrowserView> {
  if (import.meta.env.FIREFOX) {
    const runtime = browser.runtime as unknown as { getBrowserInfo(): Promise<{ name: string; version: string }> };
    const { name, version } = await runtime.getBrowserInfo();
    return { kind: 'firefox', name, version: Number.parseInt(version, 10) || 0 };
  }
  const { userAgentData } = navigator as unknown as { userAgentData?: { brands: Brand[] } };
  const brands = userAgentData?.brands ?? [];
  const names = readNames();
  const own = Object.keys(names).flatMap((name) => brands.find(({ brand }) => brand === name) ?? [])[0];
  return {
    kind: 'chrome',
    name: names[own?.brand ?? ''] ?? 'Chrome',
    version: Number.parseInt(own?.version ?? '', 10) || 0,
  };
}
