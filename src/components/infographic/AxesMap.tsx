import { unbrokenDashes } from '#src/model/typography.ts';
import type { ContentOf } from './content-of.ts';

/** Sơ đồ bảy trục: the petals of the lotus by number. */
export function AxesMap({ items }: ContentOf<'axes'>) {
  return (
    <ol className="cards">
      {items.map(({ order, title, address, message }) => (
        <li className={`card axis-card axis-${order}`} key={order}>
          <span className="petal-badge">
            <span>{order}</span>
          </span>
          <div>
            <h2 className="card-title">
              <a href={address}>{title}</a>
            </h2>
            <p className="message">{unbrokenDashes(message)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
