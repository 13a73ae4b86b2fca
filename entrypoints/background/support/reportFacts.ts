import { browser } from 'wxt/browser';
import { readBrowserView } from '@/entrypoints/background/browser/browserView';
import { isPermitted } from '@/entrypoints/background/browser/permissions';
import { addedDiaries } from '@/entrypoints/background/diaries/addedDiaries';
import { allowedSites } from '@/entrypoints/background/pageLinks/sites';
import { knownDiaries, shippedDiaries } from '@/lib/diary/diaries';
import type { Diary } from '@/lib/diary/types';
import { problemsMet } from '@/lib/problem';
import type { Result } from '@/lib/result';
import { messengerHosts } from '@/lib/sites/messenger';
import { sferumPatterns } from '@/lib/sites/sferum';
import { vkIdPattern } from '@/lib/sites/vkid';
import type { PageReading } from './pageReading';

/**
 * All that may be of use to support; `makeReport` takes of it what a report may hold.
 *
 * @param linksOnly «Не обращаться к VK»
 */
export async function reportFacts(readings: readonly PageReading[], linksOnly: boolean) {
  const [view, diaries, sites] = await Promise.all([readBrowserView(), addedDiaries.get(), allowedSites.get()]);
  const origins = [...diaries.map(({ origin }) => origin), ...sites];
  const permitted = await Promise.all(origins.map(isPermitted));
  const mayRead = (...patterns: string[]) => browser.permissions.contains({ origins: patterns });
  return {
    extension: browser.runtime.getManifest().version,
    browser: view,
    linksOnly,
    granted: {
      shippedDiaries: await mayRead(...shippedDiaries.map(({ origin }) => `${origin}/*`)),
      messenger: await mayRead(messengerHosts),
      vkid: await mayRead(vkIdPattern),
      sferum: await mayRead(...sferumPatterns),
      notifications: await browser.permissions.contains({ permissions: ['notifications'] }).catch(() => false),
      privateWindows: await browser.extension.isAllowedIncognitoAccess(),
    },
    added: { diaries: diaries.length, sites: sites.length, permitted: permitted.filter(Boolean).length },
    pages: readings.map(factsOfPage),
    problems: problemsMet(),
  };
}

function factsOfPage({ diary, parts, person, shown, days, verdicts }: PageReading) {
  const reasons = Object.groupBy(
    verdicts.filter(({ reason }) => reason !== null),
    ({ reason }) => reason ?? '',
  );
  return {
    diary: originKind(diary),
    markup: diary.markup,
    isZoneKnown: diary.timeZone !== null,
    person: outcomeOf(person),
    parts,
    view: shown?.days?.view ?? null,
    span: shown?.days?.span ?? null,
    heads: shown?.heads.length ?? 0,
    rows: verdicts.length,
    matched: verdicts.filter(({ lesson }) => lesson !== null).length,
    reasons: Object.entries(reasons).map(([reason, of = []]) => ({ reason, count: of.length })),
    days: days ? outcomeOf(days) : 'notAsked',
    lessons: days?.ok ? days.value.days.flatMap((day) => day.lessons).length : 0,
    dropped: days?.ok ? days.value.dropped : 0,
  };
}

function originKind({ origin }: Diary): 'shipped' | 'known' | 'added' {
  const isAmong = (list: readonly Diary[]) => list.some((one) => one.origin === origin);
  if (isAmong(shippedDiaries)) return 'shipped';
  return isAmong(knownDiaries) ? 'known' : 'added';
}

function outcomeOf(result: Result<unknown>): string {
  return result.ok ? 'read' : result.problem.kind;
}
