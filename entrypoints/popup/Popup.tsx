import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useLatest } from '@/components/pages/useLatest';
import { LinkCheck } from '@/components/popup/LinkCheck';
import { PageLinks } from '@/components/popup/PageLinks';
import { PopupConflict } from '@/components/popup/PopupConflict';
import { PopupDiary } from '@/components/popup/PopupDiary';
import { PopupPage } from '@/components/popup/PopupPage';
import { Today } from '@/components/popup/Today';
import { TodayRefused } from '@/components/popup/TodayRefused';
import type { ConcernedDiary } from '@/components/popup/todayWords';
import { RemindersOffer } from '@/components/reminders/RemindersOffer';
import { SignInAgain } from '@/components/ways/SignInAgain';
import { WaysClients } from '@/components/ways/WaysTo';
import type { Goal } from '@/lib/conflict/ways';
import { likelyZone } from '@/lib/diary/adding/zones';
import { listenToNews } from '@/lib/messages/news';
import type { PopupView } from '@/lib/messages/popup';
import type { RemindersOffered } from '@/lib/messages/reminders';
import { ask } from '@/lib/messages/send';
import { createWaysClient } from '@/lib/messages/waysClient';
import { computerTimeZone } from '@/lib/time';
import { words } from '@/lib/words';
import { takeAhead } from './ahead';
import { usePageLinks } from './usePageLinks';
import { useToday } from './useToday';

const signInAgain = {
  read: () => ask('signInAgain.read', {}),
  act: (act: 'open' | 'forget') => ask('signInAgain.act', { act }),
  onChange: (hear: () => void) => listenToNews((news) => news === 'ways' && hear()),
};

const zone = likelyZone(computerTimeZone(), Date.now());

/** The toolbar popup. `tabId` is the tab in front. */
export function Popup({ tabId }: { tabId: number | null }) {
  const { view, take } = useLatest<PopupView | null>(null);
  useLayoutEffect(() => {
    const read = () => void take(takeAhead('popup') ?? ask('popup.read', { tabId }));
    read();
    return listenToNews((news) => {
      if (news === 'session' || news === 'linking' || news === 'ways') read();
    });
  }, [tabId, take]);

  const page = usePageLinks(tabId);
  const isDiaryInFront = view?.diary?.tabId === tabId;

  const today = useToday(tabId);
  const { refused } = today;
  const known = today.view === 'failed' ? null : today.view;
  const isListed = known === null || known.diaries.some(({ origin }) => origin === view?.diary?.origin);

  // Shown when the rest is: a line that comes above it would take it away from under the hand.
  const [offer, setOffer] = useState<RemindersOffered>(null);
  useEffect(() => void ask('reminders.readOffer', {}).then(setOffer, () => undefined), []);

  const diaryTab = view?.diary?.tabId ?? tabId;
  const clients = useCallback((goal: Goal) => createWaysClient(goal, diaryTab), [diaryTab]);

  async function openSection(origin: string): Promise<void> {
    await ask('today.openSection', { tabId, origin });
    window.close();
  }

  async function openLink(address: string): Promise<void> {
    await ask('popup.openLink', { tabId, address });
    window.close();
  }

  async function openCall(address: string): Promise<void> {
    await ask('pageLink.open', { tabId, address });
    window.close();
  }

  async function openTab(url: string): Promise<void> {
    await browser.tabs.create({ url });
    window.close();
  }

  /** In the settings' own click the browser asks whether notifications may be shown. */
  async function answerOffer(isWanted: boolean): Promise<void> {
    // That they were withdrawn is said until they are switched on.
    if (!isWanted || offer !== 'withdrawn') await ask('reminders.answerOffer', {});
    setOffer(null);
    if (isWanted) await openTab(browser.runtime.getURL('/options.html#reminders'));
  }

  async function openDiary(origin: string): Promise<void> {
    await ask('today.openDiary', { tabId, origin });
    window.close();
  }

  /** The browser's question would close the popup: a page of its own asks it. */
  async function allowSite(site: string): Promise<void> {
    await openTab(browser.runtime.getURL(`/permission.html?site=${encodeURIComponent(site)}`));
  }

  return (
    <WaysClients.Provider value={clients}>
      <PopupPage>
        {refused && (
          <TodayRefused
            outcome={refused.outcome}
            id={refused.link.id}
            onAgain={(anyway) => void today.join(refused.diary, refused.row, refused.link, anyway)}
            onHide={today.hideRefused}
          />
        )}
        <Today
          view={today.view}
          onAgain={today.read}
          now={today.now}
          isForeign={Boolean(view?.foreignJar)}
          isPrivate={browser.extension.inIncognitoContext}
          concerned={view ? concernedDiary(view) : undefined}
          onSection={(origin) => void openSection(origin)}
          likelyZone={zone}
          onZone={today.tellZone}
          onJoin={(diary, row, link) => void today.join(diary, row, link)}
          onDiary={(origin) => void openDiary(origin)}
          onConnect={() => void openTab(browser.runtime.getURL('/welcome.html'))}
        />
        {view?.conflict && refused?.outcome.kind !== 'conflict' && <PopupConflict conflict={view.conflict} />}
        <SignInAgain {...signInAgain} />
        {view && <PopupDiary view={view} isListed={isListed} onSection={(origin) => void openSection(origin)} />}
        {page.view && view && !isDiaryInFront && (
          <PageLinks
            view={page.view}
            entering={page.entering}
            onOpen={(address) => void openCall(address)}
            onAlways={(site) => void allowSite(site)}
            onNever={(site) => void ask('sites.remove', { site }).then(page.look)}
          />
        )}
        <LinkCheck check={(text) => ask('popup.checkLink', { tabId, text })} onOpen={openLink} />
        {view?.isLinksOnly && <p class="popup-small">{words('popupLinksOnly')}</p>}
        {offer && view && known && <RemindersOffer offer={offer} onAnswer={(isWanted) => void answerOffer(isWanted)} />}
        {known?.shortcut && <p class="popup-small">{words('popupShortcut', known.shortcut)}</p>}
      </PopupPage>
    </WaysClients.Provider>
  );
}

function concernedDiary({ diary, joinsAs, isLinksOnly }: PopupView): ConcernedDiary | null {
  return diary && { ...diary, joinsAs, linked: diary.linked || isLinksOnly };
}
