// Lets the lessons that were opened be read without a network. It keeps the text of a lesson under the address that names its content, its
// pictures and the style sheets it needs: nothing personal, no token, no question. Videos are too large: they need the network.
// Signing out takes everything away.
const store = 'lessons-1';
const lessonPage = /^\/courses\/[a-z0-9-]+\/lessons\/[a-z0-9-]+$/;
const lessonText = /^(\/courses\/[a-z0-9-]+\/lessons\/[a-z0-9-]+\/text\/)[0-9a-f]+$/;
const picture = /^\/courses\/[a-z0-9-]+\/files\/[0-9a-f]{64}\/[^/]+\.(png|jpe?g)$/i;
const mostBytes = 40 * 1024 * 1024;
const mostBytesOfPicture = 5 * 1024 * 1024;
const file = /^\/(css|lib)\/|^\/icons\.svg$/;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

self.addEventListener('message', event => {
  const wish = event.data?.keep;
  if (wish) {
    event.waitUntil(keep(wish).then(kept => event.source.postMessage({ text: wish.text, kept }), () => event.source.postMessage({ text: wish.text, kept: false })));
  }
});

self.addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) {
    return;
  }

  if (request.method === 'POST' && pathname === '/account/session/end') {
    event.waitUntil(caches.delete(store));
  } else if (request.method === 'GET' && request.mode === 'navigate' && lessonPage.test(pathname)) {
    event.respondWith(fetch(request).catch(() => kept(`${pathname}/text/`)));
  } else if (request.method === 'GET' && (file.test(pathname) || lessonText.test(pathname) || picture.test(pathname))) {
    event.respondWith(fetch(request).catch(async () => await caches.match(request, { cacheName: store }) ?? Response.error()));
  }
});

async function keep({ text, files, pictures = [] }) {
  const lesson = lessonText.exec(text)?.[1];
  if (!lesson) {
    return false;
  }

  const cache = await caches.open(store);
  if (!await cache.match(text)) {
    const answer = await fetch(text);
    // Signed out in the meantime: the answer is the page to sign in.
    if (!answer.ok || answer.redirected) {
      return false;
    }

    await cache.put(text, answer);
  }

  for (const address of files) {
    const { origin, pathname, href } = new URL(address, self.location);
    if (origin === self.location.origin && file.test(pathname) && !await cache.match(href)) {
      await cache.add(href);
      await forget(cache, other => other.pathname === pathname && other.href !== href);
    }
  }

  // An older version of the lesson.
  await forget(cache, other => other.pathname.startsWith(lesson) && other.pathname !== text);
  await keepPictures(cache, pictures);
  return true;
}

// A lesson is worth keeping without its pictures, too: what cannot be fetched or is too large is left out.
async function keepPictures(cache, pictures) {
  for (const address of pictures) {
    const { origin, pathname, href } = new URL(address, self.location);
    if (origin === self.location.origin && picture.test(pathname) && !await cache.match(href)) {
      const answer = await fetch(href).catch(() => null);
      if (answer?.ok && !answer.redirected && await sizeOf(answer) <= mostBytesOfPicture) {
        await cache.put(href, answer);
      }
    }
  }

  // Pictures kept longest go first once all together are too large.
  const kept = (await cache.keys()).filter(key => picture.test(new URL(key.url).pathname)).reverse();
  let bytes = 0;
  for (const key of kept) {
    const answer = await cache.match(key);
    bytes += answer ? await sizeOf(answer) : 0;
    if (bytes > mostBytes) {
      await cache.delete(key);
    }
  }
}

async function sizeOf(answer) {
  return (await answer.clone().blob()).size;
}

async function forget(cache, isOld) {
  for (const request of await cache.keys()) {
    if (isOld(new URL(request.url))) {
      await cache.delete(request);
    }
  }
}

async function kept(lesson) {
  const cache = await caches.open(store);
  const request = (await cache.keys()).find(key => new URL(key.url).pathname.startsWith(lesson));
  return request ? await cache.match(request) : Response.error();
}
