/** Words of the page that tells how to be told of new entries. */
export const subscribeWords = {
  all: 'Tất cả mục mới',
  table: 'Địa chỉ của từng danh sách',
  list: 'Danh sách',
  addresses: 'Địa chỉ',
  ways: [
    {
      id: 'rss',
      title: 'Ứng dụng đọc tin (RSS)',
      steps: [
        'Ứng dụng đọc tin tự lấy mục mới về máy của bà con. Máy chỉ cần một địa chỉ, gọi là địa chỉ RSS.',
        'Mở ứng dụng đọc tin, chọn thêm nguồn, dán địa chỉ dưới đây. Muốn nhận riêng một trục hay một loại, lấy địa chỉ ở bảng cuối trang.',
      ],
      links: [{ name: 'RSS: tất cả mục mới', path: '/rss.xml' }],
    },
    {
      id: 'lich',
      title: 'Lịch sự kiện',
      steps: [
        'Trang sự kiện nào cũng có tệp lịch: chạm vào, điện thoại hỏi có ghi vào lịch không.',
        'Muốn lịch của phường tự cập nhật, thêm địa chỉ dưới đây vào ứng dụng lịch, ở chỗ “thêm lịch từ địa chỉ”.',
      ],
      links: [{ name: 'Lịch mọi sự kiện', path: '/su-kien/lich.ics' }],
    },
    {
      id: 'podcast',
      title: 'Nghe bằng ứng dụng podcast',
      steps: [
        'Bài nghe có địa chỉ riêng cho ứng dụng podcast. Mở ứng dụng, chọn thêm chương trình bằng địa chỉ, dán địa chỉ dưới đây.',
      ],
      links: [{ name: 'Podcast', path: '/nghe-xem/podcast.xml' }],
    },
    {
      id: 'ban-tin',
      title: 'Bản tin hằng tháng',
      steps: [
        'Bản tin gom những mục đã đăng trong tháng. Trang bản tin nào cũng có bản để gửi thư điện tử và bản chữ thường.',
      ],
      links: [{ name: 'Các bản tin', path: '/ban-tin/' }],
    },
  ],
} as const;
