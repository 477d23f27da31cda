/**
 * Stands in for Decap's messages, which covered the toolbar, said nothing to screen readers in
 * Vietnamese and counted down in colours that are hard to read. Ours stand at the lower edge, above
 * everything, and are read aloud: beside Decap's root, which its library hides from screen readers while
 * it is open.
 */
import { useEffect, useEffectEvent } from 'react';
import { createPortal } from 'react-dom';
import { useTranslate } from 'react-polyglot';
import { useDispatch, useSelector } from 'react-redux';
import { dismissNotification } from 'decap-cms-core/dist/esm/actions/notifications.js';
import type { Notification } from 'decap-cms-core/dist/esm/actions/notifications.js';

/** Said beside the button that saves, already. */
const saved = 'ui.toast.entrySaved';
/** These stay until something is saved, or until they are closed: who looked away is to read them. */
const staying = ['ui.toast.onFailToPersist', 'ui.toast.onFailToLoadEntries'];

type Kept = Notification & { id: string };

interface State {
  notifications: { notifications: readonly Kept[] };
}

export default function Notifications() {
  const t = useTranslate();
  const dispatch = useDispatch();
  const all = useSelector((state: State) => state.notifications.notifications);
  useEffect(() => {
    const before = all.slice(0, all.findLastIndex((one) => keyOf(one) === saved) + 1);
    for (const one of before) {
      if ([saved, ...staying].includes(keyOf(one))) dispatch(dismissNotification(one.id));
    }
  }, [all, dispatch]);
  // What is said twice stands once.
  const told = new Map<string, Kept[]>();
  for (const one of all) {
    const { message } = one;
    if (keyOf(one) === saved) continue;
    const text = typeof message === 'string' ? message : t(message.key, message);
    told.set(text, [...(told.get(text) ?? []), one]);
  }
  return createPortal(
    <div className="messages" role="log" aria-label="Tin nhắn của trang soạn">
      {[...told].map(([text, same]) => (
        <Message key={text} text={text} all={same} />
      ))}
    </div>,
    document.body,
  );
}

/** Which of Decap's messages it is; empty for one that comes as words. */
function keyOf({ message }: Kept): string {
  return typeof message === 'string' ? '' : message.key;
}

interface MessageProps {
  text: string;
  /** Those that say it. */
  all: readonly Kept[];
}

function Message({ text, all }: MessageProps) {
  const dispatch = useDispatch();
  const last = all.at(-1)!;
  const { id, type } = last;
  const dismissAfter = staying.includes(keyOf(last)) ? undefined : last.dismissAfter;
  const dismiss = () => {
    for (const one of all) dispatch(dismissNotification(one.id));
  };
  const dismissInTime = useEffectEvent(dismiss);
  useEffect(() => {
    if (!dismissAfter) return undefined;
    const timer = setTimeout(dismissInTime, dismissAfter);
    return () => clearTimeout(timer);
  }, [id, dismissAfter]);
  return (
    <div className="message" data-type={type}>
      <p role={type === 'error' ? 'alert' : undefined}>{text}</p>
      <button type="button" onClick={dismiss}>
        Đóng
      </button>
    </div>
  );
}
