/** Сферум in MAX: a bot with a mini-application (`contract/max.md`). Opened, never read. */
export const sferumInMaxAddress = 'https://max.ru/sferum_bot?startapp';

/** MAX in the browser. */
export const maxAddress = 'https://web.max.ru/';
