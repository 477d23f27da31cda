/** A recording of an entry: chosen on the editor's machine, sent while one watches, played back here. */
import { useRef, useState } from 'react';
import { Map } from 'immutable';
import { durationWords } from '#src/text/dates.ts';
import { recordingPath, type RecordingFile } from '#src/schema/recording.ts';
import { upload, type Upload } from '../upload.ts';
import type { ControlProps } from './control.ts';

type Value = RecordingFile | Map<string, unknown>;

const endings = '.mp3,.m4a,.mp4,.webm';

export function RecordingControl({
  forID,
  value,
  classNameWrapper,
  onChange,
}: ControlProps<Value | undefined>) {
  const [percent, setPercent] = useState<number>();
  const [problem, setProblem] = useState('');
  const running = useRef<Upload>(undefined);
  const file = plain(value);
  const send = async (chosen: File) => {
    setProblem('');
    setPercent(0);
    running.current = upload(chosen, setPercent);
    try {
      const kept = await running.current.done;
      if (kept) onChange(Map(Object.entries(kept)));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setPercent(undefined);
    }
  };
  return (
    <div className={classNameWrapper}>
      {file && <Kept file={file} onRemove={() => onChange(undefined)} />}
      {percent === undefined ? (
        <label className="recording-choose">
          {file ? 'Thay tệp khác: ' : 'Chọn tệp: '}
          <input
            id={forID}
            type="file"
            accept={endings}
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              if (chosen) void send(chosen);
            }}
          />
        </label>
      ) : (
        <p role="status">
          <progress max={100} value={percent} aria-label="Đang tải lên" /> {percent} %{' '}
          <button type="button" onClick={() => running.current?.cancel()}>
            Dừng tải
          </button>
        </p>
      )}
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function Kept({ file, onRemove }: { file: RecordingFile; onRemove: () => void }) {
  const address = recordingPath + file.name;
  const Player = /\.(?:mp4|webm)$/.test(file.name) ? 'video' : 'audio';
  return (
    <div className="recording">
      <Player controls preload="metadata" src={address} aria-label={`Nghe thử ${file.name}`} />
      <p>
        {file.name}, {durationWords(file.seconds)}, {(file.bytes / 1024 / 1024).toFixed(1)} MB{' '}
        <button type="button" onClick={onRemove}>
          Bỏ tệp này
        </button>
      </p>
    </div>
  );
}

/** The value as Decap holds it, as a plain object; none while nothing is chosen. */
function plain(value: Value | undefined): RecordingFile | undefined {
  const file = (Map.isMap(value) ? value.toJS() : value) as Partial<RecordingFile> | undefined;
  return file?.name ? (file as RecordingFile) : undefined;
}
