/** Asks the diary's API as the page's jQuery does; null when the answer cannot be used. */
export async function ask(path, form) {
  const response = await fetch(path, {
    method: form ? 'POST' : 'GET',
    headers: {
      'X-Requested-With': 'XMLHttpRequest',
      ...(form ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
    },
    body: form ? new URLSearchParams(form) : undefined,
  }).catch(() => null);
  if (!response?.ok) return null;
  const answer = await response.json().catch(() => null);
  return answer?.faultcode ? null : answer;
}
