/**
 * A bulletin as an e-mail: tables and inline styles, which is what mail programs of every age show,
 * no picture and nothing fetched from elsewhere; and the same words as plain text.
 */
import { renderToStaticMarkup } from 'react-dom/server';
import { colors } from '#src/styles/tokens.ts';
import { words } from '#src/text/vi.ts';

export interface BulletinMail {
  title: string;
  /** What a mail program shows beside the title. */
  summary: string;
  /** Plain paragraphs of the introduction. */
  intro: readonly string[];
  sections: readonly BulletinSection[];
  /** Whole address of the bulletin's page. */
  page: string;
  siteName: string;
  organization: string;
}

export interface BulletinSection {
  heading: string;
  items: readonly BulletinItem[];
  /** Whole address of the list that has all, where there are more. */
  more?: { url: string; count: number };
}

export interface BulletinItem {
  title: string;
  summary: string;
  /** Whole address. */
  url: string;
}

const font = { fontFamily: 'Roboto, Arial, Helvetica, sans-serif', lineHeight: 1.5 } as const;

/** The mail as one HTML document. */
export function bulletinHtml(mail: BulletinMail): string {
  return `<!doctype html>\n${renderToStaticMarkup(<Mail {...mail} />)}\n`;
}

function Mail({ title, summary, intro, sections, page, siteName, organization }: BulletinMail) {
  return (
    <html lang="vi">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
      </head>
      <body style={{ margin: 0, background: colors.paper, color: colors.ink, ...font }}>
        <div style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>{summary}</div>
        <table role="presentation" width="100%" cellPadding={0} cellSpacing={0}>
          <tbody>
            <tr>
              <td align="center" style={{ padding: '16px' }}>
                <table
                  role="presentation"
                  width="100%"
                  cellPadding={0}
                  cellSpacing={0}
                  style={{ maxWidth: '640px', background: colors.surface }}
                >
                  <tbody>
                    <tr>
                      <td
                        style={{
                          padding: '20px 24px',
                          background: colors.brand,
                          color: colors.onBrand,
                        }}
                      >
                        <p style={{ margin: 0, fontSize: '16px', color: colors.goldLight }}>
                          {siteName}
                        </p>
                        <h1 style={{ margin: '4px 0 0', fontSize: '26px', lineHeight: 1.3 }}>
                          {title}
                        </h1>
                      </td>
                    </tr>
                    <tr>
                      <td style={{ padding: '20px 24px', fontSize: '18px' }}>
                        {intro.map((paragraph) => (
                          <p key={paragraph} style={{ margin: '0 0 12px' }}>
                            {paragraph}
                          </p>
                        ))}
                        {sections.map((section) => (
                          <Section key={section.heading} {...section} />
                        ))}
                        <p style={{ margin: '24px 0 0' }}>
                          <a href={page} style={{ color: colors.brand, fontWeight: 700 }}>
                            {words.bulletin.open}
                          </a>
                        </p>
                      </td>
                    </tr>
                    <tr>
                      <td
                        style={{ padding: '16px 24px', background: colors.sand, fontSize: '16px' }}
                      >
                        {organization}
                      </td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

function Section({ heading, items, more }: BulletinSection) {
  return (
    <>
      <h2 style={{ margin: '24px 0 8px', fontSize: '21px', color: colors.brand }}>{heading}</h2>
      {items.map(({ title, summary, url }) => (
        <div key={url} style={{ margin: '0 0 16px' }}>
          <a href={url} style={{ color: colors.ink, fontWeight: 700, fontSize: '19px' }}>
            {title}
          </a>
          <br />
          {summary}
        </div>
      ))}
      {more && (
        <a href={more.url} style={{ color: colors.brand }}>
          {words.list.more(more.count)}
        </a>
      )}
    </>
  );
}

/** The mail as plain text, for programs and people that want no more. */
export function bulletinText(mail: BulletinMail): string {
  const { title, intro, sections, page, siteName, organization } = mail;
  const parts = [
    title.toLocaleUpperCase('vi'),
    siteName,
    ...intro,
    ...sections.flatMap(({ heading, items, more }) => [
      `* ${heading.toLocaleUpperCase('vi')} *`,
      ...items.map((item) => `${item.title}\n${item.summary}\n${item.url}`),
      ...(more ? [`${words.list.more(more.count)}: ${more.url}`] : []),
    ]),
    `${words.bulletin.open}: ${page}`,
    organization,
  ];
  return `${parts.join('\n\n').normalize('NFC')}\n`;
}
