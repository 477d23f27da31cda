interface Props {
  title: string;
  href: string;
  about?: string;
}

/** Tải về: a file, with what a reader wants to know before the click. */
export function Download({ title, href, about }: Props) {
  return (
    <p className="box lead-box">
      <span className="kicker">Tải về</span>
      <a href={href}>{title}</a>
      {about && <span className="note">{about}</span>}
    </p>
  );
}
