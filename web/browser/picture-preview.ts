/** More than this is made smaller before it is sent: cameras take more than a face needs, and networks are slow. */
const MOST_BYTES = 1_500_000;
const LONGEST_SIDE = 1_600;

for (const input of document.querySelectorAll('input[type=file][data-preview]')) {
  if (input instanceof HTMLInputElement) {
    input.addEventListener('change', () => void onChosen(input));
    // Going back, browsers keep the choice and show no preview of it.
    if ((input.files?.length ?? 0) > 0) void onChosen(input);
  }
}

async function onChosen(input: HTMLInputElement): Promise<void> {
  const [file] = input.files ?? [];
  const place = document.getElementById(input.dataset['preview'] ?? '');
  if (place === null) return;
  place.hidden = true;
  if (file === undefined) return;
  try {
    const picture = await createImageBitmap(file);
    if (file.size > MOST_BYTES) await replaceBySmaller(input, picture);
    const canvas = drawn(picture, 480);
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', place.dataset['alt'] ?? '');
    place.replaceChildren(canvas);
    place.hidden = false;
  } catch {
    // Not a picture, or none this browser can draw: the server says what is wrong with it.
  }
}

async function replaceBySmaller(input: HTMLInputElement, picture: ImageBitmap): Promise<void> {
  const canvas = drawn(picture, LONGEST_SIDE);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', 0.9);
  });
  if (blob === null) return;
  const files = new DataTransfer();
  files.items.add(new File([blob], 'face.jpg', { type: 'image/jpeg' }));
  input.files = files.files;
}

function drawn(picture: ImageBitmap, longestSide: number): HTMLCanvasElement {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}
