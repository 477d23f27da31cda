/** Words of the search page. */
export const searchWords = {
  title: 'Tìm kiếm',
  lead: 'Tìm trong bài viết, văn bản, trục nội dung và đơn vị. Gõ có dấu hay không dấu đều được.',
  label: 'Bà con muốn tìm gì?',
  button: 'Tìm',

  filters: 'Lọc và sắp xếp',
  byAxis: 'Trục nội dung',
  byType: 'Loại trang',
  byAudience: 'Dành cho',
  byYear: 'Năm đăng',
  order: 'Sắp xếp',
  newest: 'Mới đăng lên trước',
  clear: 'Bỏ lọc',

  suggestions: 'Trang gợi ý',
  offered: (count: number) => `${count} trang gợi ý. Bấm mũi tên xuống để chọn.`,

  searching: 'Đang tìm…',
  found: (count: number, q: string) => `Tìm thấy ${count} trang cho “${q}”.`,
  foundMeant: (count: number) => `Tìm thấy ${count} trang.`,
  near: (count: number, q: string) =>
    `Không có trang nào đúng hẳn “${q}”. Có ${count} trang gần với điều bà con tìm.`,
  none: (q: string) => `Chưa tìm thấy trang nào cho “${q}”.`,
  noneChosen: (q: string) => `Chưa tìm thấy trang nào cho “${q}” trong phần đang lọc.`,
  meant: 'Có phải ý bà con là',
  asTyped: 'Tìm đúng chữ đã gõ',
  results: 'Kết quả',
  section: (heading: string) => `Đến mục “${heading}”`,
  more: 'Xem thêm kết quả',

  adviceTitle: 'Bà con thử cách khác',
  advice: [
    'Gõ ít chữ hơn, chỉ giữ từ chính, ví dụ: bảo hiểm y tế.',
    'Xem lại chữ gõ. Gõ không dấu cũng được, ví dụ: chuyen doi so.',
    'Tìm văn bản thì gõ số, ví dụ: 57-NQ/TW hoặc nghị quyết 57.',
    'Đang lọc thì bấm “Bỏ lọc”.',
  ],
  askTitle: 'Hỏi ai khi trang chưa có?',
  ask: 'Bà con hỏi đơn vị lo việc ấy, hoặc xem câu hỏi đã có trả lời:',
  phone: 'Điện thoại',

  stopped: 'Chưa tìm được.',
  failed: 'Trình duyệt này chưa tìm được tự động.',
  failedHelp: 'Bà con chọn một trục nội dung bên dưới, hoặc mở danh sách:',
  noScript: 'Ô tìm kiếm cần JavaScript, mà trình duyệt đang tắt tính năng này.',
  browse: 'Xem theo trục nội dung',
} as const;
