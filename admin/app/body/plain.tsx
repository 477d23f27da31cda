/** The body as plain text: for a text that the rich editor cannot show without loss. */

interface PlainEditorProps {
  id: string;
  value: string;
  /** Why the rich editor is not shown. */
  reason: string;
  onChange: (text: string) => void;
  onRetry: () => void;
}

export function PlainEditor({ id, value, reason, onChange, onRetry }: PlainEditorProps) {
  return (
    <>
      <p className="plain-reason" role="status">
        {reason} Nội dung giữ nguyên, không mất chữ nào; sửa và lưu ngay ở đây được.{' '}
        <button type="button" onClick={onRetry}>
          Thử mở lại trình soạn thảo
        </button>
      </p>
      <textarea
        id={id}
        className="plain-text"
        rows={18}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}
