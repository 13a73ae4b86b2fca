import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { GuideLink } from '@/components/guide/GuideLink';
import { LinkCheck } from '@/components/popup/LinkCheck';
import { PageLinks } from '@/components/popup/PageLinks';
import { PopupConflict } from '@/components/popup/PopupConflict';
import { PopupDiary } from '@/components/popup/PopupDiary';
import { PopupPage } from '@/components/popup/PopupPage';
import { Today } from '@/components/popup/Today';
import { TodayRefused } from '@/components/popup/TodayRefused';
import { SettingsLink } from '@/components/settings/SettingsLink';
import { SignInAgain } from '@/components/ways/SignInAgain';
import { WaysClients } from '@/components/ways/WaysTo';
import type { Goal } from '@/lib/conflict/ways';
import { listenToNews } from '@/lib/messages/news';
import type { PageLinksView } from '@/lib/messages/pageLinks';
import type { PopupView } from '@/lib/messages/popup';
import { ask } from '@/lib/messages/send';
import { createWaysClient } from '@/lib/messages/waysClient';
import { words } from '@/lib/words';
import { readPageLinks } from './pageLinks';
import { useToday } from './useToday';

const signInAgain = {
  read: () => ask('signInAgain.read', {}),
  act: (act: 'open' | 'forget') => ask('signInAgain.act', { act }),
  onChange: (hear: () => void) => listenToNews((news) => news === 'ways' && hear()),
};

/** The toolbar popup. `tabId` is the tab in front. */
export function Popup({ tabId }: { tabId: number | null }) {
  const [view, setView] = useState<PopupView | null>(null);
  useEffect(() => {
    const read = () => void ask('popup.read', { tabId }).then(setView, () => undefined);
    read();
    return listenToNews((news) => {
      if (news === 'session' || news === 'linking' || news === 'ways') read();
    });
  }, [tabId]);

  const [pageLinks, setPageLinks] = useState<PageLinksView | null>(null);
  const lookAtPage = useCallback(() => {
    if (tabId !== null) void readPageLinks(tabId).then(setPageLinks);
  }, [tabId]);
  useEffect(lookAtPage, [lookAtPage]);
  const isDiaryInFront = view?.diary?.tabId === tabId;

  const today = useToday(tabId);
  const { refused } = today;
  const shortcut = today.view?.shortcut;

  const diaryTab = view?.diary?.tabId ?? tabId;
  const clients = useCallback((goal: Goal) => createWaysClient(goal, diaryTab), [diaryTab]);

  async function openSection(id: number): Promise<void> {
    await ask('popup.openSection', { tabId: id });
    window.close();
  }

  async function openLink(address: string): Promise<void> {
    await ask('popup.openLink', { address });
    window.close();
  }

  async function openCall(address: string): Promise<void> {
    await ask('pageLink.open', { address });
    window.close();
  }

  async function openTab(url: string): Promise<void> {
    await browser.tabs.create({ url });
    window.close();
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
        {view?.conflict && <PopupConflict conflict={view.conflict} />}
        <SignInAgain {...signInAgain} />
        {refused && (
          <TodayRefused
            outcome={refused.outcome}
            id={refused.link.id}
            onAgain={(anyway) => void today.join(refused.diary, refused.row, refused.link, anyway)}
          />
        )}
        <Today
          view={today.view}
          now={today.now}
          isForeign={Boolean(view?.foreignJar)}
          onJoin={(diary, row, link) => void today.join(diary, row, link)}
          onDiary={(origin) => void openDiary(origin)}
          onConnect={() => void openTab(browser.runtime.getURL('/welcome.html'))}
        />
        <PopupDiary view={view} onSection={openSection} />
        {pageLinks && view && !isDiaryInFront && (
          <PageLinks
            view={pageLinks}
            onOpen={(address) => void openCall(address)}
            onAlways={(site) => void allowSite(site)}
            onNever={(site) => void ask('sites.remove', { site }).then(lookAtPage)}
          />
        )}
        <LinkCheck check={(text) => ask('popup.checkLink', { tabId, text })} onOpen={openLink} />
        {view?.isLinksOnly && <p>{words('popupLinksOnly')}</p>}
        {shortcut && <p class="pale">{words('popupShortcut', shortcut)}</p>}
        <p class="popup-links">
          <GuideLink>{words('help')}</GuideLink> <SettingsLink />
        </p>
      </PopupPage>
    </WaysClients.Provider>
  );
}
