/** Every way in which a page can try to reach an address. Runs inside the page, so it stands on nothing outside itself. */
export async function reachOut(port: number): Promise<string[]> {
  const http = `http://127.0.0.1:${port}`;
  const made = (tag: string, attributes: Record<string, string>, within: Element = document.head) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    within.append(element);
    return element;
  };
  const source = `fetch('${http}/blob-worker'); try { importScripts('${http}/import') } catch {}; new WebSocket('ws://127.0.0.1:${port}/blob')`;
  const blob = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const ways: Record<string, () => unknown> = {
    fetch: () => fetch(`${http}/fetch`, { mode: 'no-cors' }),
    'fetch kept alive': () => fetch(`${http}/keep`, { method: 'POST', body: 'x', keepalive: true, mode: 'no-cors' }),
    request: () => {
      const request = new XMLHttpRequest();
      request.open('GET', `${http}/xhr`);
      request.send();
    },
    socket: () => new WebSocket(`ws://127.0.0.1:${port}/socket`),
    events: () => new EventSource(`${http}/events`),
    beacon: () => navigator.sendBeacon(`${http}/beacon`, 'x'),
    transport: () => Reflect.construct(Reflect.get(globalThis, 'WebTransport'), [`https://127.0.0.1:${port}/wt`]),
    image: () => Object.assign(new Image(), { src: `${http}/image.png` }),
    'image by srcset': () => made('img', { srcset: `${http}/image2.png 2x` }, document.body),
    sound: () => Object.assign(new Audio(), { src: `${http}/sound.mp3` }).load(),
    'video poster': () => made('video', { poster: `${http}/poster.png`, src: `${http}/film.mp4` }, document.body),
    'style sheet': () => made('link', { rel: 'stylesheet', href: `${http}/style.css` }),
    background: () => {
      document.body.style.backgroundImage = `url(${http}/background.png)`;
    },
    font: () => new FontFace('planted', `url(${http}/font.woff2)`).load(),
    script: () => made('script', { src: `${http}/script.js` }),
    module: () => import(/* @vite-ignore */ `${http}/module.js`),
    prefetch: () => made('link', { rel: 'prefetch', href: `${http}/prefetch` }),
    preload: () => made('link', { rel: 'preload', as: 'fetch', href: `${http}/preload` }),
    'module preload': () => made('link', { rel: 'modulepreload', href: `${http}/modulepreload.js` }),
    prerender: () => made('link', { rel: 'prerender', href: `${http}/prerender` }),
    'DNS prefetch': () => made('link', { rel: 'dns-prefetch', href: `//127.0.0.1:${port}` }),
    preconnect: () => made('link', { rel: 'preconnect', href: http }),
    icon: () => made('link', { rel: 'icon', href: `${http}/icon.png` }),
    manifest: () => made('link', { rel: 'manifest', href: `${http}/manifest.json` }),
    speculation: () => {
      const script = made('script', { type: 'speculationrules' });
      script.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [`${http}/speculation`] }] });
    },
    frame: () => made('iframe', { src: `${http}/frame` }, document.body),
    'frame with its own text': () => made('iframe', { srcdoc: `<img src="${http}/srcdoc.png">` }, document.body),
    object: () => made('object', { data: `${http}/object` }, document.body),
    embed: () => made('embed', { src: `${http}/embed`, type: 'text/html' }, document.body),
    'vector image': () => {
      const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
      image.setAttribute('href', `${http}/vector.svg`);
      const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      drawing.append(image);
      document.body.append(drawing);
    },
    form: () => (made('form', { action: `${http}/form`, method: 'post' }, document.body) as HTMLFormElement).submit(),
    'form in another window': () =>
      (made('form', { action: `${http}/form2`, target: '_blank' }, document.body) as HTMLFormElement).submit(),
    worker: () => new Worker(`${http}/worker.js`),
    'worker out of a blob': () => new Worker(blob),
    'shared worker': () => new SharedWorker(`${http}/shared.js`),
    'service worker': () => navigator.serviceWorker.register(`${http}/service.js`),
    'own service worker': () => navigator.serviceWorker.register('/assets/service.js'),
    ping: () => {
      const link = made('a', { href: '#here', ping: `${http}/ping` }, document.body) as HTMLAnchorElement;
      link.textContent = 'x';
      link.click();
    },
    link: () => (made('a', { href: `${http}/link` }, document.body) as HTMLAnchorElement).click(),
    download: () => (made('a', { href: `${http}/file`, download: 'f' }, document.body) as HTMLAnchorElement).click(),
    refresh: () => made('meta', { 'http-equiv': 'refresh', content: `0;url=${http}/refresh` }),
    window: () => window.open(`${http}/window`),
    location: () => {
      location.href = `${http}/location`;
    },
    peers: async () => {
      const peers = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:127.0.0.1:${port}` },
          { urls: `turn:127.0.0.1:${port}?transport=tcp`, username: 'x', credential: 'x' },
          { urls: `turn:127.0.0.1:${port}?transport=udp`, username: 'x', credential: 'x' },
        ],
      });
      peers.createDataChannel('x');
      await peers.setLocalDescription(await peers.createOffer());
    },
  };
  const tried: string[] = [];
  for (const [name, way] of Object.entries(ways)) {
    tried.push(name);
    try {
      Promise.resolve(way()).catch(() => {});
    } catch {
      // refused at once
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await new Promise((resolve) => setTimeout(resolve, 1500)); // for what takes its time: frames, WebRTC, speculation
  return tried;
}
