const form = document.getElementById('form-post');

// A field of the answer may be called "submit", and then hides the method of that name.
if (form instanceof HTMLFormElement) HTMLFormElement.prototype.submit.call(form);
