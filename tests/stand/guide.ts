import { domainToUnicode } from 'node:url';
import { fullName } from './model.ts';
import type { Stand } from './stand.ts';
import { personOf } from './world.ts';

/** Tells a person in the terminal how to open the stand in a browser and how to sign in. */
export function printGuide(stand: Stand): void {
  console.log(
    [
      `Стенд: https://127.0.0.1:${stand.port}, приложение VK ID ${stand.appId}, «${stand.world.title}»`,
      ...diaryLines(stand),
      ...vkidLines(stand),
      ...browserLines(stand.port),
      'Остановить: Ctrl+C',
    ].join('\n'),
  );
}

function diaryLines({ world }: Stand): string[] {
  return [
    '\nДневники (адрес, логин, пароль):',
    ...world.diaries.flatMap((diary) =>
      diary.accounts.map((account) => {
        const person = fullName(personOf(world, account.person));
        return `  https://${domainToUnicode(diary.host)}/  ${account.login}  ${account.password}  ${person}, ${account.description}`;
      }),
    ),
  ];
}

function vkidLines({ world }: Stand): string[] {
  const { sms, push, call } = world.signIn.codes;
  return [
    `\nVK ID и VK Мессенджер (код из СМС и письма ${sms}, push ${push}, звонок ${call}):`,
    ...world.people.flatMap(({ vkid, educational, ...person }) => {
      if (!vkid) return [];
      const profile = educational ? `учебный профиль: ${educational.roles || 'без роли'}` : 'без учебного профиля';
      return [`  ${vkid.phone ?? vkid.email}  ${vkid.password ?? '(по коду)'}  ${fullName(person)}, ${profile}`];
    }),
    '  Любой другой номер: регистрация',
    '\nПриглашения родителя:',
    ...world.invitations.map(
      ({ code, pupil }) => `  https://sferum.ru/?p=invite_parent&invite=${code}  ${fullName(personOf(world, pupil))}`,
    ),
  ];
}

function browserLines(port: number): string[] {
  return [
    '\nChromium:',
    `  chromium --user-data-dir=/tmp/stand-chromium --ignore-certificate-errors --host-resolver-rules="MAP * 127.0.0.1:${port}" \\`,
    '    --disable-extensions-except=.output/chrome-mv3 --load-extension=.output/chrome-mv3 https://school.r-19.ru/',
    '\nFirefox, about:config в отдельном профиле:',
    '  network.dns.forceResolve = 127.0.0.1',
    `  network.socket.forcePort = 443=${port}`,
    '  и согласиться с сертификатом на каждом адресе; под WebDriver: acceptInsecureCerts',
  ];
}
