/** Where a browser draws and measures pictures: boxes that no style of the page around them reaches. */
import { useCallback, useState, type ReactNode } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Measure } from '#src/channels/pictures/fit.ts';

/** As the renderer starts: nothing inherited, and sizes that include padding and border. */
const reset = ':host { all: initial; display: block; } * { box-sizing: border-box; }';

/** A picture in its full size in pixels, drawn by the browser. */
export function Canvas({ children }: { children: ReactNode }) {
  const [shadow, setShadow] = useState<ShadowRoot>();
  const open = useCallback((host: HTMLElement | null) => {
    if (host) setShadow(host.shadowRoot ?? host.attachShadow({ mode: 'open' }));
  }, []);
  const content = (
    <>
      <style>{reset}</style>
      {children}
    </>
  );
  return <div ref={open}>{shadow && createPortal(content, shadow)}</div>;
}

/** Heights as the browser draws, in a box of the document that is out of sight until `end`. */
export function startMeasuring(document: Document): { measure: Measure; end: () => void } {
  const host = document.body.appendChild(document.createElement('div'));
  host.style.cssText = 'position: absolute; visibility: hidden; height: 0; overflow: hidden';
  const shadow = host.attachShadow({ mode: 'open' });
  const style = shadow.appendChild(document.createElement('style'));
  style.textContent = reset;
  const box = shadow.appendChild(document.createElement('div'));
  const root = createRoot(box);
  return {
    measure(element, width) {
      box.style.width = `${width}px`;
      flushSync(() => root.render(element));
      return Promise.resolve(box.getBoundingClientRect().height);
    },
    end() {
      root.unmount();
      host.remove();
    },
  };
}
