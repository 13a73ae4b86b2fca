/* Scripts beside the page's own: other extensions, advertisements, the page's own odd habits. */

const menu = () => document.querySelector('.side ul.menu:last-of-type');
const watch = (act) => new MutationObserver(act).observe(document, { childList: true, subtree: true });
const ours = () => [...document.querySelectorAll('*')].filter((one) => one.tagName.startsWith('SFERUM-'));

/** How often each did something; a test reads it from `window`. */
window.__meddled = {};

function count(name) {
  window.__meddled[name] = (window.__meddled[name] ?? 0) + 1;
}

/** Does something so many times, then leaves the page in peace. */
function often(times, every, act) {
  let at = 0;
  const timer = setInterval(() => {
    at += 1;
    act(at);
    if (at === times) clearInterval(timer);
  }, every);
}

const meddlers = {
  rival() {
    const item = document.createElement('li');
    item.className = 'edge-rival';
    item.textContent = 'Чужое';
    watch(() => {
      const board = menu()?.querySelector('.edge-board');
      if (!board || item.nextElementSibling === board) return;
      count('rival');
      board.before(item);
    });
  },
  sorter() {
    watch(() => {
      const items = [...(menu()?.children ?? [])];
      const sorted = items.toSorted((one, other) => one.textContent.localeCompare(other.textContent));
      if (sorted.every((one, at) => one === items[at])) return;
      count('sorter');
      menu().append(...sorted);
    });
  },
  thrower() {
    watch(() => {
      for (const one of ours()) {
        count('thrower');
        (one.closest('ul.menu > li') ?? one).remove();
      }
    });
  },
  rewriter() {
    setInterval(() => {
      for (const one of [menu(), document.querySelector('.content')]) {
        const html = one?.innerHTML;
        if (html !== undefined) one.innerHTML = html;
      }
      count('rewriter');
    }, 500);
  },
  bodyWriter() {
    often(3, 1000, () => {
      const html = document.body.innerHTML;
      document.body.innerHTML = html;
      count('bodyWriter');
    });
  },
  ownHash() {
    often(12, 333, (at) => {
      location.hash = at % 2 ? '#schedule' : '#diary';
      count('ownHash');
    });
  },
  ownClick() {
    often(12, 333, () => {
      menu()?.querySelector('a.active')?.click();
      count('ownClick');
    });
  },
  decorator() {
    watch(() => {
      for (const row of document.querySelectorAll('.content tr:has(td.lesson):not([data-decorated])')) {
        row.dataset.decorated = '';
        count('decorator');
        const add = (tag, text, place) => {
          const element = document.createElement(tag);
          element.textContent = text;
          place.append(element);
          return element;
        };
        // A translator wraps the subject, and puts other words in the place of the theme.
        const subject = row.querySelector('td.lesson');
        const outer = document.createElement('font');
        add('font', subject.firstChild.textContent, outer);
        subject.firstChild.replaceWith(outer);
        add('span', 'Прослушать', subject);
        const theme = row.children[2];
        if (row.children.length > 4 && theme.textContent) theme.replaceChildren(add('font', 'Translated', theme));
        if (row.children.length > 4) add('td', 'Напомнить', row);
      }
    });
  },
  clicker() {
    setInterval(() => {
      for (const one of ours()) {
        for (const button of one.shadowRoot?.querySelectorAll('button') ?? []) {
          count('clicker');
          button.click();
          button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
        }
      }
    }, 200);
  },
};

export function meddle(name) {
  meddlers[name]();
}
