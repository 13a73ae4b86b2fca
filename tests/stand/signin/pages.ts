import { button, escapeHtml, field, hidden } from '../http/html.ts';
import { errorLine, vkPage } from '../http/vk-page.ts';
import { personOf, type World } from '../world.ts';
import { maskedContact } from './contact.ts';
import type { SignInFlow } from './state.ts';

/** The page of one of the steps that VK ID and VK Мессенджер share. */
export function signInPage(world: World, flow: SignInFlow): string {
  switch (flow.step) {
    case 'password':
      return stepPage(
        flow,
        'Введите пароль',
        `<p>${escapeHtml(maskedContact(flow.contact))}</p>${field('password', 'Пароль', 'password')}`,
        button('continue', 'Продолжить') + button('forgot', 'Забыли или не установили пароль?', 'plain'),
      );
    case 'sms':
      return codePage(flow, flow.contact.includes('@') ? 'Код из письма' : 'Код из СМС', 'Мы отправили код.');
    case 'push':
      return codePage(flow, 'Код из уведомления', 'Мы отправили push-уведомление с кодом на ваше устройство.');
    case 'call':
      return codePage(
        flow,
        'Последние 4 цифры номера',
        'Вам позвонит робот и сразу положит трубку. Отвечать не нужно: введите последние цифры номера.',
      );
    case 'register':
      return stepPage(flow, 'Информация о себе', aboutFields(), button('continue', 'Продолжить'));
    case 'recognise': {
      const person = personOf(world, flow.person ?? '');
      return stepPage(
        flow,
        `${person.firstName} ${person.lastName.slice(0, 1)}.`,
        `<p>${escapeHtml(maskedContact(flow.contact))}</p>`,
        button('continue', `Продолжить как ${person.firstName}`) + button('not-me', 'Это не я', 'plain'),
      );
    }
    default:
      return stepPage(
        flow,
        flow.service === 'vkid' ? 'Вход в VK ID' : 'Вход в VK Мессенджер',
        field('contact', 'Телефон или почта', 'text', flow.contact),
        button('continue', 'Продолжить'),
      );
  }
}

/** One step of the flow: `fields` and `buttons` are HTML inside its form. «Отмена» is added at the end. */
export function stepPage(flow: SignInFlow, title: string, fields: string, buttons: string): string {
  const service = flow.service === 'vkid' ? 'VK ID' : 'VK Мессенджер';
  return vkPage(
    service,
    title,
    `${errorLine(flow.error)}<form method="post" action="/auth/step">${hidden('flow', flow.id)}${fields}${buttons}
${button('cancel', 'Отмена', 'plain')}</form>`,
  );
}

/** Name, birth date and sex, with what is known already. */
export function aboutFields(
  known: { firstName?: string; lastName?: string; birthDate?: string; sex?: string } = {},
): string {
  const option = (value: string, label: string): string =>
    `<option value="${value}"${known.sex === value ? ' selected' : ''}>${label}</option>`;
  return `${field('first_name', 'Имя', 'text', known.firstName)}
${field('last_name', 'Фамилия', 'text', known.lastName)}
${field('birth_date', 'Дата рождения', 'date', known.birthDate)}
<label>Пол<select name="sex">${option('female', 'Женский')}${option('male', 'Мужской')}</select></label>`;
}

function codePage(flow: SignInFlow, label: string, explanation: string): string {
  return stepPage(
    flow,
    'Подтвердите вход',
    `<p>${explanation}</p>${field('code', label)}`,
    button('continue', 'Продолжить') + button('another-way', 'Подтвердить другим способом', 'plain'),
  );
}
