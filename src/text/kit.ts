/** Words of the pictures, the posters and the share kit page. */
export const kitWords = {
  scanOrType: 'Quét mã hoặc gõ địa chỉ:',
  listOnPage: (heading: string, count: number) =>
    `Trên trang còn phần “${heading}” (${count} điều), mời quét mã để xem.`,
  restOnPage: 'Mời bà con quét mã để đọc đủ từng điều.',
  unitsTogether: 'Các đơn vị cùng làm',
  fromTo: (from: string, to: string) => `Từ “${from}” sang “${to}”`,

  whatItSays: 'Nội dung',
  askWho: (unit: string) => `Hỏi: ${unit}`,
  asOf: (day: string) => `Nội dung ${day}.`,
  qrAlt: (address: string) => `Mã QR mở địa chỉ ${address}`,
  blackAndWhite: 'In đen trắng',
  posterTitle: (paper: string, title: string) => `Áp phích ${paper.toUpperCase()}: ${title}`,
  printHint: 'Dùng lệnh In của trình duyệt; chọn tỷ lệ 100%.',
  toKit: 'Về bộ chia sẻ',

  opening: (title: string) => `Đang mở: ${title}`,
  openNow: 'Mở trang',

  page: {
    name: 'Bộ chia sẻ',
    title: (title: string) => `Bộ chia sẻ: ${title}`,
    lead: 'Ảnh, lời đăng, bài phát thanh và áp phích làm từ cùng một nội dung đã duyệt.',
    entry: 'Mở trang nội dung',
    zip: 'Tải cả bộ (ZIP)',
    address: 'Địa chỉ ngắn:',
    pictures: 'Ảnh',
    shareCard: 'Thẻ khi gửi đường dẫn',
    shareCardUse: 'Zalo, Facebook tự lấy',
    download: 'Tải ảnh',
    captions: 'Lời đăng',
    captionChannels: { zalo: 'Zalo OA', fanpage: 'Fanpage' },
    captionLengths: { ngan: 'ngắn', vua: 'vừa', dai: 'dài' },
    copy: 'Sao chép',
    copied: 'Đã sao chép',
    copyByHand: 'Chưa sao chép được. Hãy chạm giữ vào ô chữ, chọn tất cả rồi sao chép.',
    scripts: 'Bài phát thanh',
    scriptLabel: (minutes: number, seconds: number) =>
      `Bài đọc ${minutes} phút (đọc chừng ${spokenTime(seconds)})`,
    noLongerScript: 'Nội dung này ngắn: bài dài nhất ở trên đã đủ mọi ý, nên không có bài dài hơn.',
    scriptLink: 'Đường dẫn để nhắn kèm khi phát loa',
    scriptText: 'Tải tệp chữ (.txt)',
    posters: 'Áp phích',
    posterPage: (paper: string) => `Trang in khổ ${paper.toUpperCase()}`,
    posterPdf: (paper: string, plain: boolean) =>
      `Tải PDF khổ ${paper.toUpperCase()}${plain ? ', đen trắng' : ''}`,
    qr: 'Mã QR',
    qrSvg: 'Tải mã QR (SVG, để in)',
    qrPng: 'Tải mã QR (PNG)',
    checklist: 'Trước và sau khi đăng',
  },

  week: {
    name: 'Bộ chia sẻ một tuần',
    title: (axis: string) => `Một tuần về trục ${axis}`,
    lead: 'Mỗi ngày một nội dung đã duyệt, kèm ảnh và lời đăng. Đăng theo thứ tự này hoặc đổi ngày cho hợp với phường.',
    zip: 'Tải cả tuần (ZIP)',
    axis: 'Mở trang của trục',
    toWeek: 'Cả tuần của trục này',
    toKit: 'Bộ chia sẻ của nội dung này',
    fewer: (days: number) =>
      `Trục này mới có ${days} nội dung để chia sẻ, nên bộ chưa đủ bảy ngày.`,
    pictureOf: (title: string) => `Ảnh đứng cả màn hình: ${title}`,
    caption: (channel: string, day: string) => `Lời đăng ${channel}, ${day.toLowerCase()}`,
    /** What each day is called, on the page and as a folder of the archive. */
    weekdays: [
      { name: 'Thứ hai', folder: '1-thu-hai' },
      { name: 'Thứ ba', folder: '2-thu-ba' },
      { name: 'Thứ tư', folder: '3-thu-tu' },
      { name: 'Thứ năm', folder: '4-thu-nam' },
      { name: 'Thứ sáu', folder: '5-thu-sau' },
      { name: 'Thứ bảy', folder: '6-thu-bay' },
      { name: 'Chủ nhật', folder: '7-chu-nhat' },
    ],
    planDay: (day: string, title: string, address: string) => `${day}: ${title}\n${address}`,
  },

  /** What the channel keepers go through; nothing is said that is not publicly documented. */
  checklist: [
    'Mở trang nội dung, đọc lại tiêu đề, ngày và đơn vị trả lời.',
    'Zalo OA: tải ảnh vuông, dán một lời đăng cho Zalo OA. Giữ nguyên địa chỉ ở cuối lời: đuôi ?k=zalo chỉ cho biết bà con đến từ kênh nào, không ghi gì về người đọc.',
    'Fanpage: tải ảnh vuông hoặc ảnh dọc, dán một lời đăng cho Fanpage. Thêm mô tả ảnh bằng tiêu đề của bài, cho người không nhìn thấy ảnh.',
    'Tin (story): dùng ảnh đứng cả màn hình. Ảnh đã chừa trống phía trên và phía dưới cho nút của ứng dụng.',
    'Bảng tin tổ dân phố: in áp phích ở tỷ lệ 100%. Quét thử mã QR bằng điện thoại trước khi dán.',
    'Loa phường: chọn bài vừa thời lượng phát, đọc thử một lượt trước khi phát. Số, ngày, chữ viết tắt trong bài đã ghi thành lời đọc. Bà con muốn đọc lại thì nhắn kèm đường dẫn có đuôi ?k=loa.',
    'Đăng xong, mở lại bài đăng và bấm thử đường dẫn.',
    'Facebook còn hiện ảnh, tiêu đề cũ sau khi trang đã sửa: mở https://developers.facebook.com/tools/debug/, đăng nhập, dán đúng địa chỉ đã đăng (cả đuôi ?k=fanpage), bấm Debug rồi bấm Scrape Again.',
    'Zalo còn hiện thẻ cũ: mở https://developers.zalo.me/tools/debug-sharing, đăng nhập nếu được hỏi, dán đúng địa chỉ đã đăng (cả đuôi ?k=zalo) rồi cho thu thập lại thông tin. Nếu thẻ vẫn cũ, đăng ảnh tải từ trang này kèm lời đăng.',
    'Nội dung đã sửa: thay bài đăng, áp phích cũ bằng bộ mới. Nội dung đã gỡ: gỡ cả bài đăng và áp phích.',
  ],
} as const;

/** `70` → `1 phút 10 giây`. */
function spokenTime(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return [minutes > 0 && `${minutes} phút`, rest > 0 && `${rest} giây`].filter(Boolean).join(' ');
}
