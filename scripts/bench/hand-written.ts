/** The least that a page with the site's typeface could be: a mark for the others to be held against. */
import { fontAddress, fontFaces, pageWeights } from '../../src/styles/font-faces.ts';

const preloads = pageWeights.map(
  (weight) =>
    `<link rel="preload" href="${fontAddress(weight)}" as="font" type="font/woff2" crossorigin>`,
);

export const handWritten = `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Trang viết tay</title>
<style>${fontFaces('optional')}
body{margin:0;padding:1.125rem;background:#fffaf2;color:#2a1a14;font:18px/1.65 'Be Vietnam Pro','Be Vietnam Pro Fallback',sans-serif}
h1{font-size:1.8125rem;line-height:1.28}
</style>
${preloads.join('\n')}
<h1>“Bình dân học vụ số” là phong trào để người dân học dùng công nghệ số</h1>
<p>Phường triển khai phong trào “Bình dân học vụ số”. Bà con chưa quen điện thoại, máy tính có thể hỏi ở tổ dân phố, đoàn thể.</p>
<p>Bác nào có điện thoại mà mới chỉ dùng để nghe, gọi thì nên biết đến phong trào này. Kế hoạch của phường tập trung triển khai nó.</p>
`;
