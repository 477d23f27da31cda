/** Words of the page about the content API: first for a curious resident, then for an engineer. */
export const openDataWords = {
  residents: {
    id: 'la-gi',
    title: 'Đây là gì',
    paragraphs: [
      'Mọi bài viết, câu hỏi, văn bản, sự kiện bà con đọc trên trang này đều có thêm một bản cho máy đọc. Nhờ vậy trang thông tin điện tử của phường, ứng dụng như iHanoi hay Zalo OA lấy được nội dung mà không phải chép tay: sửa ở một nơi thì nơi nào cũng theo kịp.',
      'Dữ liệu chỉ gồm những gì đã đăng công khai. Không có thông tin của người đọc, vì trang không thu thập thông tin ấy.',
    ],
  },
  start: {
    id: 'bat-dau',
    title: 'Bắt đầu từ đâu',
    paragraphs: [
      'Dữ liệu là các tệp JSON, mã hóa UTF-8, tải bằng lệnh GET thông thường. Không cần khóa, không cần tài khoản. Trang web khác gọi thẳng từ trình duyệt được (CORS).',
      'Bắt đầu từ tệp mục lục: mọi địa chỉ còn lại đều có trong đó, không phải tự ghép.',
    ],
    below: (root: string) => `Mọi địa chỉ trong bảng bắt đầu bằng ${root}`,
    table: 'Các địa chỉ',
    what: 'Nội dung',
    address: 'Địa chỉ',
    rows: {
      index: 'Mục lục: các loại, bảy trục, nơi bắt đầu',
      all: 'Mọi mục, thay đổi gần nhất đứng trước',
      gone: 'Mục đã gỡ, đã hết hạn, mã cũ',
      type: (many: string) => `Loại: ${many}`,
      axis: (title: string) => `Trục: ${title}`,
    },
    schema: 'Lược đồ',
  },
  entry: {
    id: 'mot-muc',
    title: 'Trong tệp của một mục có gì',
    rows: [
      ['id', 'Mã năm ký tự, giữ nguyên suốt đời mục. Địa chỉ ngắn /d/ kèm mã cũng vậy.'],
      ['fields', 'Các trường của loại, đúng như lược đồ của loại mô tả.'],
      ['outline', 'Các ý chính theo đầu mục, giống nhau ở mọi loại.'],
      ['html, body, text', 'Cùng một nội dung, ở dạng HTML, Markdown và chữ thường.'],
      [
        'card, images, kit',
        'Ảnh khi chia sẻ, ảnh trong mục, lời đăng, ảnh và áp phích cho các kênh.',
      ],
      ['sources', 'Nguồn của nội dung: văn bản và vị trí trong văn bản.'],
      ['references, referrers', 'Mục này dẫn tới mục nào, mục nào dẫn tới mục này.'],
      ['hash', 'Dấu kiểm. Nội dung không đổi thì dấu kiểm không đổi.'],
    ],
    paragraphs: [
      'Một mục nên hiển thị kèm đơn vị chịu trách nhiệm, ngày và nguồn, và dẫn về trang của mục (url), để người đọc kiểm chứng được.',
      'Ảnh nên lưu về nơi của mình: ảnh thay thì địa chỉ ảnh cũng thay, và địa chỉ cũ không giữ mãi.',
    ],
  },
  mirror: {
    id: 'lay-va-theo-doi',
    title: 'Lấy toàn bộ và theo dõi thay đổi',
    steps: [
      'Đọc mục lục. Nếu “hash” của mục lục vẫn như lần trước thì không có gì mới, dừng ở đây.',
      'Đọc danh sách ở “all”, rồi theo “next” cho đến trang cuối.',
      'Mục nào có “hash” khác lần trước thì tải tệp ở “api”.',
      'Mục không còn trong danh sách thì xem ở “gone”: “status” nói mục đã gỡ (withdrawn), hết hạn (expired) hay đổi mã (moved), và nay xem ở đâu.',
    ],
    paragraphs: [
      'Mỗi giờ hỏi một lần là đủ. Máy chủ nhận ETag: gửi kèm If-None-Match thì tệp không đổi chỉ trả về 304.',
      'Muốn có tin mới mà không tự lập trình, dùng RSS, JSON Feed hoặc lịch:',
    ],
  },
  promise: {
    id: 'dieu-khong-doi',
    title: 'Điều không đổi',
    paragraphs: [
      'Số phiên bản nằm trong địa chỉ (v1). Trong một phiên bản, trường đang có không bị bỏ và không đổi nghĩa; trường mới có thể thêm vào, nên chương trình hãy bỏ qua trường chưa biết. Thay đổi lớn hơn sẽ có địa chỉ mới.',
      'Lược đồ theo chuẩn JSON Schema 2020-12, sinh từ chính biểu mẫu mà biên tập viên điền. Mỗi tệp ghi ở “$schema” mình theo lược đồ nào.',
      'Tệp của mục đã gỡ hoặc đổi mã vẫn còn ở địa chỉ cũ. Ngày ghi dạng năm-tháng-ngày, theo giờ Hà Nội.',
    ],
  },
  examples: {
    id: 'vi-du',
    title: 'Ví dụ thật',
    lead: 'Lấy từ bản đang đăng; chuỗi và danh sách dài được rút gọn bằng dấu “…”.',
    index: 'Mục lục',
    list: 'Một trang của danh sách',
    entry: 'Một mục',
    answer: 'Xem câu trả lời',
  },
} as const;
