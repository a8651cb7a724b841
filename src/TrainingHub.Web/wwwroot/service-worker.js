// Lets the lessons that were opened be read without a network. It keeps the text of a lesson under the address that names its content, and
// the style sheets it needs: nothing personal, no token, no question. Signing out takes everything away.
const store = 'lessons-1';
const lessonPage = /^\/courses\/[a-z0-9-]+\/lessons\/[a-z0-9-]+$/;
const lessonText = /^(\/courses\/[a-z0-9-]+\/lessons\/[a-z0-9-]+\/text\/)[0-9a-f]+$/;
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
  } else if (request.method === 'GET' && (file.test(pathname) || lessonText.test(pathname))) {
    event.respondWith(fetch(request).catch(async () => await caches.match(request, { cacheName: store }) ?? Response.error()));
  }
});

async function keep({ text, files }) {
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
  return true;
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
