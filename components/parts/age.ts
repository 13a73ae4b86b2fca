const minute = 60_000;

const relative = new Intl.RelativeTimeFormat('ru', { numeric: 'auto' });

/** «5 минут назад», «2 часа назад», «вчера»: how long ago, for an age in milliseconds. */
export function formatAge(age: number): string {
  const minutes = Math.max(0, Math.floor(age / minute));
  if (minutes < 60) return relative.format(-minutes, 'minute');
  if (minutes < 1440) return relative.format(-Math.floor(minutes / 60), 'hour');
  return relative.format(-Math.floor(minutes / 1440), 'day');
}

/** «9:41»: how long is left, for a stretch in milliseconds; «0:00» when nothing is. */
export function formatCountdown(left: number): string {
  const seconds = Math.max(0, Math.ceil(left / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
