import './links.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { keepInPage } from '@/entrypoints/eschool.content/page/feature';
import { answerBackground } from '@/lib/messages/answer';
import type { SiteQuestions } from '@/lib/messages/pageLinks';
import { createLinkButtons } from './linkButtons';

/** «Подключиться» behind the links to calls of a site that the person allowed. Never there unasked. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main() {
    // Started once more in a page where it works already: a site allowed twice.
    if (document.documentElement.hasAttribute(mark)) return;
    document.documentElement.setAttribute(mark, '');
    const end = new AbortController();
    keepInPage([createLinkButtons()], end.signal);
    answerBackground<SiteQuestions>({
      'links.remove': () => {
        end.abort();
        document.documentElement.removeAttribute(mark);
        return null;
      },
    });
  },
});

/** Stands on the page's root while the script works there. */
const mark = 'data-sferum-links';
