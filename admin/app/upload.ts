/** Sends a large file to the editorial server, and tells how far it is: `fetch` does not. */
import type { RecordingFile } from '#src/schema/recording.ts';
import { ServerError } from './server.ts';

export interface Upload {
  /** What the server kept; `undefined` when the editor broke it off. */
  done: Promise<RecordingFile | undefined>;
  cancel: () => void;
}

/** `onProgress` hears whole percents. Rejects with `ServerError`, in words for the editor. */
export function upload(file: File, onProgress: (percent: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<RecordingFile | undefined>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(total > 0 ? Math.floor((100 * loaded) / total) : 0);
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status === 200) resolve(answer as RecordingFile);
      else reject(new ServerError(wordsFor(request.status, answer), request.status));
    };
    request.onerror = () =>
      reject(new ServerError('Mất kết nối khi đang tải. Hãy kiểm tra mạng rồi chọn lại tệp.', 0));
    request.onabort = () => resolve(undefined);
  });
  request.open('POST', `/api/v1/ban-ghi?ten=${encodeURIComponent(file.name)}`);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.send(file);
  return { done, cancel: () => request.abort() };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A gateway in between may answer in HTML; the status then says what there is to say.
    return undefined;
  }
}

function wordsFor(status: number, answer: unknown): string {
  const { error } = (answer ?? {}) as { error?: string };
  if (error) return error;
  if (status === 413)
    return 'Tệp lớn quá so với giới hạn của máy chủ. Hãy giảm chất lượng rồi tải lại.';
  return `Máy chủ không nhận được tệp (mã ${status}). Hãy thử lại sau ít phút.`;
}
