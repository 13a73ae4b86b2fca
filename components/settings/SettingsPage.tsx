import './SettingsPage.css';
import type { FunctionComponent } from 'preact';
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

/** «Настройки»: every part under a heading of its own, with contents above. */
export function SettingsPage({ parts }: { parts: readonly SettingsPart[] }) {
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
          <h2 id={`${id}-heading`}>{words(heading)}</h2>
          <Content />
        </section>
      ))}
    </Page>
  );
}
