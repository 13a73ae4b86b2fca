import './welcome.css';
import { useState } from 'preact/hooks';
import { GuideLink } from '@/components/guide/GuideLink';
import { Page } from '@/components/pages/Page';
import { type DiaryChoice, type Region, regions } from '@/lib/diary/adding/regions';
import type { DiariesView } from '@/lib/messages/diaries';
import { words } from '@/lib/words';
import { AddedDiaries } from './AddedDiaries';
import { AddressForm, type FormOutcome } from './AddressForm';
import { Field } from './Field';
import { LessonPicture, PeoplePicture, SectionPicture } from './welcomePictures';

export interface WelcomeProps {
  diaries: DiariesView;
  /** How the last attempt to add an address ended; `null`: none yet. */
  outcome: FormOutcome | null;
  isBusy: boolean;
  /** Sites of the manifest that the browser keeps the extension away from; Firefox lets people do that. */
  missing: readonly string[];
  /** The zone to offer first. */
  zone: string;
  onAllow: () => void;
  /** In the click itself. `address`: what the person wrote or chose. */
  onAdd: (address: string, timeZone: string) => void;
}

const pictures = [
  { Picture: LessonPicture, key: 'welcomeLesson' },
  { Picture: SectionPicture, key: 'welcomeSection' },
  { Picture: PeoplePicture, key: 'welcomePeople' },
] as const;

/** «Добро пожаловать»: what the extension does, and the way to the person's own diary. */
export function Welcome(props: WelcomeProps) {
  const [regionName, setRegionName] = useState('');
  const region = regions.find(({ name }) => name === regionName);
  return (
    <Page hasHelp>
      <h1>{words('welcomeHeading')}</h1>
      <p>{words('welcomeIntro')}</p>
      <ul class="welcome-pictures">
        {pictures.map(({ Picture, key }) => (
          <li key={key}>
            <Picture />
            <p>{words(key)}</p>
          </li>
        ))}
      </ul>
      {props.missing.length > 0 && (
        <div class="welcome-missing">
          <p>{words('welcomeMissing')}</p>
          <button type="button" class="button button-main" onClick={props.onAllow}>
            {words('permissionAllow')}
          </button>
        </div>
      )}
      <h2>{words('welcomeDiary')}</h2>
      <Field label={words('welcomeRegion')}>
        {(id) => (
          <select
            id={id}
            class="text-field"
            value={regionName}
            onChange={(event) => setRegionName(event.currentTarget.value)}
          >
            <option value="">{words('welcomeRegionChoose')}</option>
            {regions.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
            <option value={otherRegion}>{words('welcomeRegionOther')}</option>
          </select>
        )}
      </Field>
      {region && <RegionDiaries region={region} {...props} />}
      {regionName === otherRegion && <p>{words('welcomeOtherRegion')}</p>}
      <AddressForm
        key={regionName === otherRegion ? 'open' : 'closed'}
        isOpen={regionName === otherRegion}
        {...props}
      />
      <AddedDiaries diaries={props.diaries} isTold={props.outcome?.kind === 'signIn'} />
      <p>
        <GuideLink>{words('help')}</GuideLink>
      </p>
    </Page>
  );
}

const otherRegion = '*';

function RegionDiaries({ region, onAdd, isBusy, zone }: { region: Region } & WelcomeProps) {
  return (
    <ul class="welcome-diaries">
      {region.diaries.map((diary) => (
        <li key={diary.origin}>
          {diary.isShipped ? (
            <DiaryLink diary={diary} />
          ) : (
            <>
              <p>{words('welcomeKnown', diary.host)}</p>
              <button
                type="button"
                class="button button-main"
                aria-disabled={isBusy}
                onClick={() => isBusy || onAdd(diary.origin, diary.timeZone ?? zone)}
              >
                {words('welcomeAdd')}
              </button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function DiaryLink({ diary }: { diary: DiaryChoice }) {
  return (
    <>
      <a class="button button-main" href={diary.address} target="_blank" rel="noopener noreferrer">
        {words('welcomeOpen')}
      </a>{' '}
      <span class="faint">{diary.host}</span>
      {diary.timeZone === null && <p>{words('welcomeShared')}</p>}
    </>
  );
}
