// Makes pictures small before they are sent: at most 1600 pixels on the longer side, upright, and without what the camera wrote into them.
const longest = 1600;

for (const form of document.querySelectorAll('[data-pictures]')) {
  const field = form.elements.namedItem('Picture');
  const status = form.querySelector('[role="status"]');
  field.addEventListener('change', async () => {
    status.textContent = '';
    const file = field.files[0];
    if (!file || !window.createImageBitmap || !window.DataTransfer) {
      return;
    }

    try {
      const small = await shrink(file);
      if (small && (small.size < file.size || !['image/jpeg', 'image/png'].includes(file.type))) {
        const transfer = new DataTransfer();
        transfer.items.add(small);
        field.files = transfer.files;
        status.textContent = status.dataset.made.replace('{0}', Math.ceil(small.size / 1024));
      }
    } catch {
      // What the browser cannot read the server looks at and says why not.
      status.textContent = status.dataset.failed;
    }
  });
}

async function shrink(file) {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const share = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * share));
  canvas.height = Math.max(1, Math.round(picture.height * share));
  const context = canvas.getContext('2d');
  const isPng = file.type === 'image/png';
  if (!isPng) {
    // Transparent parts would turn black in a JPEG.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }

  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const type = isPng ? 'image/png' : 'image/jpeg';
  const blob = await new Promise(done => canvas.toBlob(done, type, 0.85));
  const name = file.name.replace(/\.[^.]*$/, '') + (isPng ? '.png' : '.jpg');
  return blob && new File([blob], name, { type });
}
