// Pictures of a contest's questions, for who has a seat in it.

const parcels = new Map();

/** Pictures come ahead of their questions, unreadable until those are opened: a hall does not fetch them all in the same second. */
export async function preload(path) {
  if (!globalThis.crypto?.subtle) return;
  try {
    const response = await fetch(`${path}/parcels`, { cache: 'no-store' });
    if (!response.ok) return;
    for (const address of (await response.json()).parcels) {
      const parcel = await fetch(address);
      if (parcel.ok) parcels.set(address, await parcel.arrayBuffer());
    }
  } catch {
    // What did not come is fetched when its question is shown.
  }
}

async function open(parcel, picture) {
  const key = await crypto.subtle.importKey('raw', Uint8Array.from(atob(picture.key), (letter) => letter.charCodeAt(0)), 'AES-GCM', false, ['decrypt']);
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, parcel);
  return URL.createObjectURL(new Blob([plain.slice(4, 4 + new DataView(plain).getUint32(0))], { type: picture.type }));
}

/** The image of a picture: from what came ahead, else from its address. */
export function show(picture) {
  const image = Object.assign(new Image(picture.width, picture.height), { alt: picture.alt });
  const parcel = parcels.get(picture.parcel);
  if (parcel) {
    open(parcel, picture).then((address) => {
      image.addEventListener('load', () => URL.revokeObjectURL(address), { once: true });
      image.src = address;
    }, () => { image.src = picture.address; });
  } else {
    image.src = picture.address;
  }
  return image;
}
