/** A Word file as Word writes it: styles, a list, a table, a picture, a footnote, tracked changes. */
import { zipSync } from 'fflate';

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ');

const run = (text: string, look = '') =>
  `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

const paragraph = (content: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;

const item = (text: string, level: number) =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);

const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`;

const drawing = `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Ảnh" descr="Bà con dự họp"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="rId1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

/** The smallest PNG: one transparent pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

export function wordFile(): Buffer {
  const document = [
    paragraph(run('Khu dân cư làm theo Nghị quyết'), '<w:pStyle w:val="Heading1"/>'),
    paragraph(
      run('Bà con ') + run('cùng làm', '<w:b/><w:color w:val="FF0000"/>') + run(', cùng hưởng.'),
    ),
    paragraph(run('\u00a0')),
    paragraph(run('Việc đã làm'), '<w:pStyle w:val="Heading2"/>'),
    item('Dọn ngõ {100k} &lt; 3 lần', 0),
    item('Trồng cây', 0),
    item('Cây bóng mát', 1),
    `<w:tbl><w:tr>${cell('Ngày')}${cell('Việc')}</w:tr><w:tr>${cell('Thứ bảy')}${cell('Dọn ngõ')}</w:tr></w:tbl>`,
    paragraph(drawing),
    paragraph(`<w:ins w:id="1" w:author="An">${run('Câu mới thêm.')}</w:ins>`),
    paragraph(
      `<w:del w:id="2" w:author="An"><w:r><w:delText>Câu đã bỏ.</w:delText></w:r></w:del>` +
        run('import là chữ thường, không phải mã lệnh.'),
    ),
  ].join('');
  const part = (text: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  const relations = (inner: string) =>
    part(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`,
    );
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const style = (id: string, name: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  const level = (at: number) => `<w:lvl w:ilvl="${at}"><w:numFmt w:val="bullet"/></w:lvl>`;
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': part(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      '_rels/.rels': relations(
        `<Relationship Id="rId1" Type="${type}/officeDocument" Target="word/document.xml"/>`,
      ),
      'word/document.xml': part(
        `<w:document ${namespaces}><w:body>${document}</w:body></w:document>`,
      ),
      'word/_rels/document.xml.rels': relations(
        `<Relationship Id="rId1" Type="${type}/image" Target="media/image1.png"/>` +
          `<Relationship Id="rId2" Type="${type}/styles" Target="styles.xml"/>` +
          `<Relationship Id="rId3" Type="${type}/numbering" Target="numbering.xml"/>`,
      ),
      'word/styles.xml': part(
        `<w:styles ${namespaces}>${style('Heading1', 'heading 1')}${style('Heading2', 'heading 2')}</w:styles>`,
      ),
      'word/numbering.xml': part(
        `<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0">${level(0)}${level(1)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
      ),
      'word/media/image1.png': pixel,
    }),
  );
}
