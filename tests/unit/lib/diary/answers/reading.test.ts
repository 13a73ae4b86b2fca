import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proofOf } from '@/lib/diary/answers/proof';
import { diaryAnswerSchema, readDays, readPerson } from '@/lib/diary/answers/reading';
import { longestAnswer } from '@/lib/diary/diaryClient';
import { sent } from '@/tests/unit/lib/diary/sent';

interface Answer {
  body?: unknown;
  status?: number;
  headers?: Record<string, string>;
}

const page = '<!doctype html><title>Вход</title>';

describe('reading an answer', () => {
  const fault = (faultcode: unknown) => ({ faultcode, faultstring: 'Пользователь не авторизован' });

  it.each<[string, Answer, string]>([
    ['403', { status: 403, body: page }, 'signedOut'],
    ['403 with JSON', { status: 403, body: {} }, 'signedOut'],
    ['401', { status: 401, body: '' }, 'signedOut'],
    ['the fault', { body: fault('Server.UserNotAuthenticated') }, 'signedOut'],
    ['the fault, other spelling', { body: fault('Server.UserNotAuthenticatedError') }, 'signedOut'],
    ['the fault with status 500', { status: 500, body: fault('Server.UserNotAuthenticated') }, 'signedOut'],
    ['the sign-in page with status 200', { body: page, headers: { 'Content-Type': 'text/html' } }, 'signedOut'],
    ['the sign-in page without a type', { body: `\n ${page}` }, 'signedOut'],
    ['a page of another title', { body: '<title>Школа № 502. Вход</title><h1>502 Error</h1>' }, 'signedOut'],
    ['a page of works', { body: '<title>Технические работы до 22:00</title>' }, 'serverError'],
    ['works in other words', { body: '<title lang="ru">\n Ведутся технические работы</title>' }, 'serverError'],
    ['a page «502»', { body: '<html><head><title>502 Bad Gateway</title>' }, 'serverError'],
    ['a page «OperationalError»', { body: '<title>OperationalError at /api</title>' }, 'serverError'],
    ['a page «RuntimeError»', { body: '<title>RuntimeError</title>' }, 'serverError'],
    ['a redirect', { status: 302, body: '', headers: { Location: '/auth/login-page' } }, 'signedOut'],
    ['a validation fault', { body: fault('Client.ValidationError') }, 'badRequest'],
    ['another fault', { body: fault('Server.Internal') }, 'serverError'],
    ['a fault of no text', { body: fault({}) }, 'serverError'],
    ['500', { status: 500, body: page }, 'serverError'],
    ['502 with JSON', { status: 502, body: {} }, 'serverError'],
    ['404', { status: 404, body: page }, 'badRequest'],
    ['429', { status: 429, body: '' }, 'rateLimited'],
    ['another shape', { body: { success: true } }, 'unreadable'],
    ['null', { body: null }, 'unreadable'],
    ['half an answer', { body: '{"days": [' }, 'unreadable'],
    ['nothing', { body: '' }, 'unreadable'],
  ])('takes %s for a problem', (_name, answer, kind) => {
    const { body = {}, status = 200, headers = {} } = answer;
    const result = readDays({
      diary: {
        status,
        redirected: status === 302,
        contentType: headers['Content-Type'] ?? '',
        text: typeof body === 'string' ? body : JSON.stringify(body),
      },
    });
    expect(result).toMatchObject({ ok: false, problem: { kind, service: 'diary' } });
    if (!result.ok) expect(result.problem.detail).not.toMatch(/авторизован|2026/);
  });

  it.each(['offline', 'slow', 'tooLarge'] as const)('takes no answer for %s', (failed) => {
    expect(readDays({ diary: { failed } })).toMatchObject({ ok: false, problem: { kind: failed } });
    expect(readPerson({ failed }, 'https://school.r-19.ru')).toMatchObject({ ok: false, problem: { kind: failed } });
  });

  it('refuses what no page hands over', () => {
    const { text, ...rest } = { status: 200, redirected: false, contentType: '', text: ' '.repeat(longestAnswer + 1) };
    expect(diaryAnswerSchema.safeParse({ ...rest, text }).success).toBe(false);
    expect(diaryAnswerSchema.safeParse({ ...rest, text: '[]' }).success).toBe(true);
    expect(diaryAnswerSchema.safeParse({ failed: 'anyhow' }).success).toBe(false);
  });
});

describe('any JSON', () => {
  const keys = [
    ...['auth_user_profile_id', 'user_desc', 'children_persons', 'person_id', 'selected_pupil_id'],
    ...['date', 'index', 'discipline', 'time_begin', 'theme', 'homework', 'comment', 'url', 'name', 'description'],
    ...['days', 'weeks', 'lessons', 'homeworks', 'materials', 'individualHomeworks', 'document'],
  ];
  const likely = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.jsonValue(),
      fc.constantFrom('2026-11-23', '08:30', '&#x110000;', '<'),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 6 }),
    ),
  })).value;

  it('never throws', () => {
    fc.assert(
      fc.property(likely, likely, (one, other) => {
        readPerson(sent(one), 'https://school.r-19.ru');
        const read = readDays({ schedule: sent(one), diary: sent(other), homework: sent(other) });
        if (read.ok) for (const day of read.value.days) day.lessons.map(proofOf);
      }),
      { numRuns: 2000 },
    );
  });
});
