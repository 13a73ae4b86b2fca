/** Сферум's own hosts: invitations open there. Their sessions may be another person's than VK Мессенджер's. */
export const sferumHosts: readonly string[] = ['sferum.ru', 'me.sferum.ru'];

/** Every page of Сферум, as patterns for tabs, scripts and permissions. */
export const sferumPatterns: readonly string[] = /* @__PURE__ */ sferumHosts.map((host) => `https://${host}/*`);

/** VK Мессенджер for computers. */
export const applicationAddress = 'https://sferum.ru/?p=download_app';

/** «Помощник Сферума»: support. */
export const supportAddress = 'https://me.sferum.ru/?p=messages&peerId=-222277107';

/** Сферум's own instructions. */
export const instructionAddresses = {
  pupil: 'https://prof-sferum.ru/vk_messenger_for_student',
  parent: 'https://prof-sferum.ru/vk_messenger_for_parents',
} as const;
