import { markupNames, markupOf } from '@/lib/diary/page/markup';

/*
 * Words of which classes, ids, roles and the names of fields are made. A page may put anything there, a pupil's name or number
 * too: a sample keeps what stands here and nothing else, part by part.
 */
const words = `
  a about absent account accordion action actions active actual add after ajax alert align all alt am an and app application arrow article as aside at
  attachment attachments attendance auth author avatar ava average back badge bar base bell before bell big bind birth block blocks board body book border bottom box
  breadcrumb breadcrumbs btn bubble bulletin button buttons by cabinet calendar call cancel caption card cards cell center change chat check checkbox
  child children circle class classes classyear clear click clickable clock close closed code col collapse collapsed color column columns comment comments complete component confirm
  container content contents control controls count counter course cover css current data date datepicker day days default delete desc description desktop detail
  details dialog diary disabled discipline disciplines dnevnik document documents done dotted down download dropdown dynamic edit email empty end enter entry error even event events
  exam exists exit expand expanded fade field fields file files filter final first fixed float flex foot footer form full fullname gap grade grades grey grid group groups
  half has head header heading height help hidden hide hint holder holiday home homework homeworks horizontal hour hours hover html icon icons ico id image img
  in ind indicator indicators individual inline index info inner input is item items javascript jquery js label large last layout left legend lesson lessons level light line link
  links list loader loading lock logo long main male margin mark marks mask material materials mail mailbox main media menu message messages meta min minutes missed mobile
  modal mode module month monthly more name nav navbar navigation new next no none normal not note notes notice notification now number odd of off office on one
  online open opened option options order other outer over overlay padding page pager pages panel parent parents part period person personal persons phone photo picture place
  plan popup portfolio position prev preview previous print private profile profiles progress pupil pupils quarter radio range raspisanie read red remarks remote report required responsive
  result results right room root round row rows s schedule schedulelessontype scheduled school schools scroll search section sections select selected selector separator service services set settings sferum
  shadow shift short show shown side sidebar sign simple single size slide small sms sort span start state static status sticky strip student students study style sub subject
  subjects submit subtitle success sum sup swiper switch tab table tabs tag task tasks teacher teachers test text theme thumb tile time timetable tip title to today toggle tool toolbar
  tooltip top total tr trash two type ui ul unread up update uroki urok url user users vacation value vertical video view views visible w wait warning web week weekend weekly weeks white
  widget width window with work wrap wrapper year yellow zone begin mon tue wed thu fri sat sun mo tu we th fr sa su
  xs sm md lg xl personarea control
`;

/** What the pages that are known are found by. */
const ofMarkups = markupNames.map(markupOf).flatMap(({ menus, contents, contentParents, menuHelp, cellClasses }) => {
  const selectors = [...menus, ...contents, ...contentParents, menuHelp, ...Object.keys(cellClasses)];
  return selectors.flatMap((selector) => selector.toLowerCase().match(/[a-z]+/g) ?? []);
});

const known: ReadonlySet<string> = new Set([...words.split(/\s+/).filter(Boolean), ...ofMarkups]);

/** Whether a word may stand in a class, an id or a field's name of any page: nobody is called so. */
export function isCodeWord(word: string): boolean {
  return known.has(word.toLowerCase());
}
