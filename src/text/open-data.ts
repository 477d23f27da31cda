/** Words of the page about the content API. */
export const openDataWords = {
  sections: [
    {
      title: 'Dùng để làm gì',
      paragraphs: [
        'Trang thông tin điện tử, ứng dụng hoặc kênh khác của phường có thể lấy nội dung ở đây, thay vì chép lại bằng tay. Nội dung sửa ở một nơi thì nơi nào cũng theo kịp.',
        'Đây là các tệp JSON, đọc được bằng lệnh tải thông thường, không cần khóa, không cần tài khoản. Trang web của nơi khác cũng đọc được (CORS).',
      ],
    },
    {
      title: 'Điều không đổi',
      paragraphs: [
        'Mỗi mục có một mã năm ký tự (id), giữ nguyên suốt đời mục đó. Địa chỉ /d/ kèm mã cũng luôn dẫn tới mục.',
        'Số phiên bản nằm trong địa chỉ (v1). Trường mới có thể thêm vào; trường đang có không đổi nghĩa. Thay đổi lớn hơn sẽ mang số phiên bản khác.',
      ],
    },
    {
      title: 'Lấy toàn bộ và theo dõi thay đổi',
      paragraphs: [
        'Đọc tệp mục lục, rồi đi theo “all” và “next” cho đến trang cuối; mỗi mục có địa chỉ “api”. Lần sau, mục nào “hash” không đổi thì không cần tải lại.',
        'Mục không còn trong danh sách là mục đã gỡ, đã hết hạn hoặc đã đổi mã: tệp của mục ấy vẫn còn và nói rõ ở “status”.',
        'Mỗi loại có một lược đồ JSON Schema, sinh từ chính biểu mẫu mà biên tập viên điền.',
      ],
    },
  ],
  index: { title: 'Mục lục', about: 'Tên trang, các loại nội dung, bảy trục và nơi bắt đầu.' },
  list: { title: 'Danh sách', about: 'Một trăm mục mỗi trang, mục thay đổi gần nhất đứng trước.' },
  entry: {
    title: 'Một mục',
    about:
      'Các trường, nội dung (Markdown và chữ thường), liên hệ với mục khác, ảnh và bộ chia sẻ.',
  },
} as const;
