/** An entry that nobody answers for, since the network or the server is away: Decap would load it for ever. */
import { useEffect } from 'react';
import { openDialog } from '../dialog.tsx';
import { ServerError } from '../server.ts';

/** One question for all that the form waits for. */
let asked: Promise<boolean> | undefined;

/**
 * What `read` reads of an entry. Without an answer the person is asked to try again, which also happens by itself
 * when the network is back; rejects when she leaves it, and for whatever the server refuses.
 */
export async function untilAnswered<Read>(read: () => Promise<Read>): Promise<Read> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ServerError) || !isAway(error)) throw error;
    asked ??= askAgain(error).finally(() => (asked = undefined));
    if (!(await asked)) throw error;
    return untilAnswered(read);
  }
}

const isAway = ({ status }: ServerError) => status === 0 || status >= 500;

async function askAgain({ status }: ServerError): Promise<boolean> {
  const answer = await openDialog<'again'>('Chưa mở được mục này', (close) => (
    <Unreached status={status} onAgain={() => close('again')} onLeave={() => close()} />
  ));
  return answer === 'again';
}

interface Props {
  status: number;
  onAgain: () => void;
  onLeave: () => void;
}

function Unreached({ status, onAgain, onLeave }: Props) {
  useEffect(() => {
    window.addEventListener('online', onAgain);
    window.addEventListener('hashchange', onLeave);
    return () => {
      window.removeEventListener('online', onAgain);
      window.removeEventListener('hashchange', onLeave);
    };
  }, [onAgain, onLeave]);
  return (
    <>
      <p>
        {status === 0
          ? 'Không kết nối được máy chủ. Bản đã lưu còn nguyên ở đó. Hãy kiểm tra mạng: có mạng lại thì mục tự mở.'
          : `Máy chủ chưa trả lời được (mã ${status}). Bản đã lưu còn nguyên ở đó. Hãy đợi một phút rồi thử lại.`}
      </p>
      <div className="dialog-actions">
        <button type="button" onClick={onAgain}>
          Thử lại
        </button>
        <button type="button" className="dialog-quiet" onClick={onLeave}>
          Để sau
        </button>
      </div>
    </>
  );
}
