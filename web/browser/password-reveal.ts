const input = document.getElementById('password');
const button = document.getElementById('password-reveal');
const status = document.getElementById('password-reveal-status');

if (input instanceof HTMLInputElement && button !== null) {
  const { dataset } = button;
  const reveal = (visible: boolean): void => {
    input.type = visible ? 'text' : 'password';
    button.textContent = (visible ? dataset['hide'] : dataset['show']) ?? '';
    if (status !== null)
      status.textContent = (visible ? dataset['shown'] : dataset['hidden']) ?? '';
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    reveal(input.type === 'password');
  });
  // A password manager and the browser's history must never see it as plain text.
  input.form?.addEventListener('submit', () => {
    input.type = 'password';
  });
}
