import type { PageReport, SupportReport } from '@/lib/support/report';
import { words } from '@/lib/words';

/** A report as people read it and send it: lines of text. What is named in English are kinds, the same in every language. */
export function reportText({ extension, browser, linksOnly, granted, added, pages, problems }: SupportReport): string {
  const name = browser.kind === 'firefox' ? 'Firefox' : 'Chromium';
  return [
    words('reportTitle', extension, `${name} ${browser.version}`),
    words('reportLinksOnly', yesOrNo(linksOnly)),
    '',
    words('reportGranted'),
    ...indented([
      words('reportShippedDiaries', yesOrNo(granted.shippedDiaries)),
      words('reportMessenger', yesOrNo(granted.messenger)),
      words('reportVkId', yesOrNo(granted.vkid)),
      words('reportSferum', yesOrNo(granted.sferum)),
      words('reportNotifications', yesOrNo(granted.notifications)),
      words('reportPrivateWindows', yesOrNo(granted.privateWindows)),
    ]),
    `${words('reportAdded', added.diaries, added.sites)} ${words('reportPermitted', added.permitted)}`,
    '',
    ...(pages.length > 0 ? pages.flatMap(linesOfPage) : [words('reportNoPages'), '']),
    problems.length > 0
      ? words('reportProblems', problems.map(({ service, kind, count }) => `${service} ${kind} ${count}`).join(', '))
      : words('reportNoProblems'),
    '',
  ].join('\n');
}

function linesOfPage(page: PageReport): string[] {
  const { parts } = page;
  const shown = page.view && page.span ? `${page.view} ${page.span}` : yesOrNo(false);
  return [
    words('reportPage', `${page.diary} ${page.markup}`),
    ...indented([
      words('reportZone', yesOrNo(page.isZoneKnown)),
      words('reportPerson', page.person),
      ...(parts ? linesOfParts(parts) : [words('reportClosed')]),
      words('reportShown', shown),
      words('reportRows', page.heads, page.rows),
      words('reportDays', page.days, page.lessons),
      words('reportDropped', page.dropped),
      words('reportMatched', page.matched),
      ...(page.reasons.length > 0
        ? [words('reportReasons', page.reasons.map(({ reason, count }) => `${reason} ${count}`).join(', '))]
        : []),
    ]),
    '',
  ];
}

function linesOfParts({
  menus,
  menuItems,
  sections,
  vendorItem,
  content,
  contentParent,
  ours,
}: NonNullable<PageReport['parts']>) {
  return [
    words('reportMenu', menus, menuItems),
    words('reportSections', sections.join(' ') || yesOrNo(false)),
    words('reportVendor', yesOrNo(vendorItem)),
    words('reportContent', yesOrNo(content), yesOrNo(contentParent)),
    words('reportOurs', ours.menuItem, ours.lessons),
    words('reportCorner', ours.corner),
  ];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function yesOrNo(is: boolean): string {
  return words(is ? 'yes' : 'no').toLowerCase();
}
