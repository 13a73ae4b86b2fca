const form = document.querySelector('form');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
  const answer = await response.json();
  if (answer.success) location.assign(answer.redirect);
  else document.querySelector('[role=alert]').textContent = answer.message;
});
