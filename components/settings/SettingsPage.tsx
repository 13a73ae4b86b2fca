import './SettingsPage.css';
import type { FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import { Page } from '@/components/pages/Page';
import { type MessageKey, words } from '@/lib/words';

/** One part of the settings: its heading, and what stands below. */
export interface SettingsPart {
  /** Its anchor: `options.html#links`. */
  id: string;
  heading: MessageKey;
  /** Asks for what it shows itself, so that no part waits for another. */
  Content: FunctionComponent;
}

interface SettingsPageProps {
  parts: readonly SettingsPart[];
  /** The part that was asked for, without `#`; empty for none. */
  anchor: string;
  /** Where people write to: an e-mail or https address; empty for none. */
  contact: string;
}

/** «Настройки»: every part under a heading of its own, with contents above. */
export function SettingsPage({ parts, anchor, contact }: SettingsPageProps) {
  useEffect(() => {
    const target = anchor && document.getElementById(anchor);
    if (!target) return;
    target.scrollIntoView({ block: 'start' });
    target.querySelector('h2')?.focus({ preventScroll: true });
  }, [anchor]);
  return (
    <Page narrow isSettings>
      <h1>{words('settings')}</h1>
      <nav class="settings-contents" aria-label={words('settingsContents')}>
        <ul>
          {parts.map(({ id, heading }) => (
            <li key={id}>
              <a href={`#${id}`}>{words(heading)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {parts.map(({ id, heading, Content }) => (
        <section key={id} id={id} class="settings-part" aria-labelledby={`${id}-heading`}>
          <h2 id={`${id}-heading`} tabIndex={-1}>
            {words(heading)}
          </h2>
          <Content />
        </section>
      ))}
      {contact !== '' && (
        <p>
          {words('settingsContact')}{' '}
          <a href={contact.includes('@') ? `mailto:${contact}` : contact} rel="noreferrer">
            {contact}
          </a>
        </p>
      )}
    </Page>
  );
}
