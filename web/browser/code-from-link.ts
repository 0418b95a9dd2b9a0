// A fragment never leaves the browser: the code of a mail's link goes into the field, and out of the address.
const code = decodeURIComponent(window.location.hash.slice(1));
const input = document.getElementById('code');
if (input instanceof HTMLInputElement && /^[0-9A-Z-]{1,40}$/i.test(code)) {
  input.value = code;
  window.history.replaceState(null, '', window.location.pathname);
}
