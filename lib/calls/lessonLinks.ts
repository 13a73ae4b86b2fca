/** The join links of a lesson itself, wherever its teacher put them. */
import type { Lesson } from '@/lib/diary/types';
import { plainText, type Writing } from '@/lib/html/readHtml';
import { linkInField, linksInText, uniqueLinks } from './textLinks';
import type { JoinLink, LessonLink, LinkPlace } from './types';

/** One text of a lesson as a reader sees it. */
interface LessonText {
  place: LinkPlace;
  text: string;
  /** Addresses behind the words of the text. */
  hrefs: readonly string[];
  /** An address in a field of its own, and how it is called. */
  attached?: { address: string; name: string };
}

/**
 * The join links of a lesson, each call once: materials first, then homework, individual homework, theme, comment and remarks.
 * Each knows where it stands.
 */
export function lessonLinks(lesson: Lesson): LessonLink[] {
  return uniqueLinks(textsOf(lesson).flatMap(linksOfText));
}

function linksOfText({ place, text, hrefs, attached }: LessonText): LessonLink[] {
  const named = (links: readonly (JoinLink | null)[], name: string) =>
    links.flatMap((link): LessonLink[] => (link ? [{ ...link, name, place }] : []));
  const written = [...linksInText(text), ...hrefs.map(linkInField)];
  if (!attached) return named(written, '');
  const inName = linksInText(attached.name);
  const found = linkInField(attached.address);
  const inField = found ? [found] : linksInText(attached.address);
  return [...named(inField, inName.length ? '' : attached.name), ...named(inName, ''), ...named(written, '')];
}

/** Every text of a lesson in the order in which links are looked for. */
function textsOf(lesson: Lesson): LessonText[] {
  const written = (place: LinkPlace, { text, hrefs }: Writing): LessonText => ({ place, text, hrefs });
  const attached = (address: string, name: string) => ({ address: plainText(address), name: plainText(name) });
  return [
    ...lesson.materials.map(({ address, name }) => ({
      place: 'materials' as const,
      text: '',
      hrefs: [],
      attached: attached(address, name),
    })),
    written('homework', lesson.homework),
    ...lesson.individualHomework.map(({ text, address, name }) => ({
      ...written('individualHomework', text),
      attached: attached(address, name),
    })),
    written('theme', lesson.theme),
    written('comment', lesson.comment),
    written('remarks', lesson.remarks),
  ];
}
