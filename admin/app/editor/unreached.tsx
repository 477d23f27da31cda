/** An entry that nobody answers for, since the network or the server is away: Decap would load it for ever. */
import { useEffect } from 'react';
import { openDialog } from '../dialog.tsx';
import { formAt } from '../navigation.ts';
import { ServerError } from '../server.ts';

/** What is done then; `elsewhere`: she has left by herself. */
type Way = 'again' | 'list' | 'elsewhere';

/** One question for all that the form waits for. */
let asked: Promise<boolean> | undefined;

/**
 * What `read` reads of an entry; rejects for whatever the server refuses. Without an answer the person is asked to try
 * again, which also happens by itself when the network is back. When she leaves the entry instead it never settles: on
 * a failure Decap would complain in the list where she now is, and after a first save lead her back to the entry.
 */
export async function untilAnswered<Read>(read: () => Promise<Read>): Promise<Read> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ServerError) || !isAway(error)) throw error;
    asked ??= askAgain(error).finally(() => (asked = undefined));
    return (await asked) ? untilAnswered(read) : new Promise<never>(() => {});
  }
}

const isAway = ({ status }: ServerError) => status === 0 || status >= 500;

async function askAgain({ status }: ServerError): Promise<boolean> {
  const way = await openDialog<Way>('Chưa mở được mục này', (close) => (
    <Unreached status={status} onWay={close} />
  ));
  const form = formAt(window.location.href);
  if (form && (way === 'list' || way === undefined)) {
    window.location.hash = `#/collections/${form.collection}`;
  }
  return way === 'again';
}

interface Props {
  status: number;
  onWay: (way: Way) => void;
}

function Unreached({ status, onWay }: Props) {
  useEffect(() => {
    const again = () => onWay('again');
    const leave = () => onWay('elsewhere');
    window.addEventListener('online', again);
    window.addEventListener('hashchange', leave);
    return () => {
      window.removeEventListener('online', again);
      window.removeEventListener('hashchange', leave);
    };
  }, [onWay]);
  return (
    <>
      <p>
        {status === 0
          ? 'Không kết nối được máy chủ. Bản đã lưu còn nguyên ở đó. Hãy kiểm tra mạng: có mạng lại thì mục tự mở.'
          : `Máy chủ chưa trả lời được (mã ${status}). Bản đã lưu còn nguyên ở đó. Hãy đợi một phút rồi thử lại.`}
      </p>
      <div className="dialog-actions">
        <button type="button" onClick={() => onWay('again')}>
          Thử lại
        </button>
        <button type="button" className="dialog-quiet" onClick={() => onWay('list')}>
          Xem danh sách
        </button>
      </div>
    </>
  );
}
