/** Words of the identity guide. */
export const identityWords = {
  title: 'Bộ nhận diện',
  lead: 'Biểu trưng, màu, chữ và lời văn dùng chung cho trang, ảnh, áp phích, bài đăng. Bà con nhìn là biết thông tin từ đâu.',
  mark: {
    title: 'Biểu trưng',
    lead: 'Hoa sen bảy cánh. Mỗi cánh là một trục nội dung, có màu riêng, xếp từ trái sang phải. Khi nói về một trục, chỉ cánh của trục đó tô đậm.',
    whole: 'Nói chung: đủ bảy cánh màu',
    lit: (order: number) => `Nói về trục ${order}: cánh thứ ${order} tô đậm`,
    onRed: 'Trên nền đỏ: đặt trong khung nền giấy',
  },
  space: {
    title: 'Khoảng trống và cỡ nhỏ nhất',
    drawing: 'Khoảng trống quanh hoa sen bằng một phần sáu bề ngang hoa',
    rules: [
      'Chừa quanh hoa sen ít nhất một phần sáu bề ngang của hoa. Tệp tải về đã chừa sẵn.',
      'Trên màn hình: hoa rộng ít nhất 32 điểm ảnh. Hoa có một cánh tô đậm: ít nhất 64 điểm ảnh.',
      'Khi in: hoa rộng ít nhất 10 mm. Hoa có một cánh tô đậm: ít nhất 20 mm.',
    ],
  },
  colors: {
    title: 'Màu',
    lead: 'Nền đỏ và vàng trên giấy ấm. Mỗi trục thêm một màu đậm và một màu nhạt.',
    ground: 'Màu nền',
    axes: 'Màu của bảy trục',
    contrast: 'Độ tương phản đo được',
    contrastLead:
      'Đo theo WCAG 2.2, làm tròn xuống. Chữ thường cần ít nhất 4,5 : 1 (mức AA); từ 7 : 1 là mức AAA. Chỉ ghép chữ với nền như trong bảng.',
    pair: 'Chữ và nền',
    ratio: 'Tỷ lệ, mức',
    whiteOnAxis: 'Chữ trắng trên màu trục',
    axisOnSoft: 'Màu trục trên nền nhạt',
    axis: 'Trục',
  },
  type: {
    title: 'Chữ',
    lead: 'Một bộ chữ cho mọi nơi: Be Vietnam Pro, đủ dấu tiếng Việt. Máy chưa cài thì dùng Arial.',
    weights: [
      { weight: 400, text: '400: chữ thường' },
      { weight: 600, text: '600: nhãn trong ảnh và áp phích' },
      { weight: 700, text: '700: tiêu đề, nút, nhãn, đầu bảng' },
    ],
    sizes: 'Cỡ chữ trên trang',
    name: 'Dùng cho',
    size: 'Cỡ',
    pixels: (value: number) => `${value.toLocaleString('vi-VN')} điểm ảnh`,
    sample: 'Khương Đình',
    rules: [
      'Chữ trên trang không nhỏ hơn 16 điểm ảnh.',
      'Không viết cả câu bằng chữ hoa: khó đọc và dễ lẫn dấu.',
      'Câu căn trái. Giữa các dòng chừa rộng, khoảng 1,65 lần cỡ chữ.',
    ],
  },
  voice: {
    title: 'Lời văn',
    lead: 'Năm điều của kế hoạch là năm điều của lời văn. Gọi người đọc là “bà con”, giọng ấm, lịch sự, không hô hào, không dồn thẻ (hashtag).',
    good: 'Nên viết',
    bad: 'Không nên viết',
    eases: [
      {
        name: 'Ngắn gọn',
        how: 'Tiêu đề tối đa 90 ký tự. Mỗi câu một ý.',
        good: 'Bà con được khuyến khích làm thủ tục qua mạng.',
        bad: 'Đẩy mạnh việc triển khai thực hiện cung ứng dịch vụ công trên môi trường mạng.',
      },
      {
        name: 'Dễ hiểu',
        how: 'Dùng lời thường ngày. Chữ viết tắt ghi đủ ở lần đầu.',
        good: 'Ủy ban nhân dân (UBND) phường trả lời bà con.',
        bad: 'UBND phối hợp MTTQ xử lý TTHC.',
      },
      {
        name: 'Dễ tiếp cận',
        how: 'Ảnh có mô tả, chữ không nằm chết trong ảnh, số đọc được trên loa.',
        good: 'Ảnh: người dân hỏi thủ tục ở bàn tiếp dân.',
        bad: 'Ảnh 1.',
      },
      {
        name: 'Dễ thực hiện',
        how: 'Nói rõ bà con làm gì, bắt đầu bằng động từ.',
        good: 'Hỏi tổ trưởng tổ dân phố.',
        bad: 'Cần tích cực hưởng ứng.',
      },
      {
        name: 'Dễ giám sát',
        how: 'Ghi nguồn, đơn vị chịu trách nhiệm, ngày đăng.',
        good: 'Nguồn: kế hoạch của phường, mục II.1.2.',
        bad: 'Theo các nguồn tin.',
      },
    ],
  },
  doAndDont: {
    title: 'Nên và không nên',
    good: 'Nên',
    bad: 'Không nên',
    rules:
      'Không dùng Quốc huy, cờ Đảng, huy hiệu cơ quan làm trang trí. Không dùng hình vẽ, ảnh minh họa mua sẵn.',
  },
  downloads: {
    title: 'Tải về',
    lead: 'Các tệp được tạo cùng lúc với trang này, từ cùng một nguồn, nên luôn khớp với trang.',
    note: 'Mẫu thư dành cho thư, giấy mời gửi bà con. Văn bản hành chính theo thể thức riêng.',
    license: 'Giấy phép bộ chữ',
  },
} as const;
