import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { abbreviations } from '#src/channels/loudspeaker/abbreviations.ts';
import { romanValue, sayCardinal } from '#src/channels/loudspeaker/numbers.ts';
import { readAloud } from '#src/channels/loudspeaker/speller.ts';

/** What is written and how it is said, by what is hard about it. */
const cases: Record<string, readonly (readonly [written: string, said: string])[]> = {
  'whole numbers': [
    ['0', 'không'],
    ['1', 'một'],
    ['5 việc', 'năm việc'],
    ['10', 'mười'],
    ['11', 'mười một'],
    ['14', 'mười bốn'],
    ['15', 'mười lăm'],
    ['20', 'hai mươi'],
    ['21', 'hai mươi mốt'],
    ['24', 'hai mươi tư'],
    ['25', 'hai mươi lăm'],
    ['44', 'bốn mươi tư'],
    ['91', 'chín mươi mốt'],
    ['100', 'một trăm'],
    ['101', 'một trăm linh một'],
    ['104', 'một trăm linh bốn'],
    ['105', 'một trăm linh năm'],
    ['110', 'một trăm mười'],
    ['115 hộ', 'một trăm mười lăm hộ'],
    ['121', 'một trăm hai mươi mốt'],
    ['555', 'năm trăm năm mươi lăm'],
    ['1000', 'một nghìn'],
    ['1001', 'một nghìn không trăm linh một'],
    ['1.010', 'một nghìn không trăm mười'],
    ['1.234', 'một nghìn hai trăm ba mươi tư'],
    ['10.500', 'mười nghìn năm trăm'],
    ['100.000', 'một trăm nghìn'],
    ['1.000.000', 'một triệu'],
    ['1.000.005', 'một triệu không trăm linh năm'],
    ['2.050.000', 'hai triệu không trăm năm mươi nghìn'],
    ['1.000.000.000', 'một tỷ'],
    ['1,234,567', 'một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy'],
    ['03', 'không ba'],
    ['007', 'không không bảy'],
    ['số 1234567890123456', 'số một hai ba bốn năm sáu bảy tám chín không một hai ba bốn năm sáu'],
  ],
  'decimals, percentages, fractions': [
    ['1,5', 'một phẩy năm'],
    ['0,5', 'không phẩy năm'],
    ['12,05', 'mười hai phẩy không năm'],
    ['3,25', 'ba phẩy hai mươi lăm'],
    ['3,141', 'ba phẩy một bốn một'],
    ['1.234,5', 'một nghìn hai trăm ba mươi tư phẩy năm'],
    ['100%', 'một trăm phần trăm'],
    ['98,75%', 'chín mươi tám phẩy bảy mươi lăm phần trăm'],
    ['10-15%', 'mười đến mười lăm phần trăm'],
    ['10% - 15%', 'mười phần trăm đến mười lăm phần trăm'],
    ['5‰', 'năm phần nghìn'],
    ['1/2 số hộ', 'một phần hai số hộ'],
    ['3/4', 'ba phần tư'],
    ['½', 'một phần hai'],
    ['56/62 tổ dân phố', 'năm mươi sáu trên sáu mươi hai tổ dân phố'],
    ['phục vụ 24/7', 'phục vụ hai mươi tư trên bảy'],
    ['trực 24/24h', 'trực hai mươi tư trên hai mươi tư giờ'],
    ['tỷ lệ 1:500', 'tỷ lệ một trên năm trăm'],
    ['tài khoản 12345678901', 'tài khoản một hai ba bốn năm sáu bảy tám chín không một'],
    ['1,2,3', 'một, hai, ba'],
    ['gạch đầu dòng 3, 4 và 5', 'gạch đầu dòng ba, bốn và năm'],
    ['công nghiệp 4.0', 'công nghiệp bốn chấm không'],
    ['mục 2.2', 'mục hai chấm hai'],
    ['-5', 'âm năm'],
  ],
  'ranges and ordinals': [
    ['2 - 3 lần', 'hai đến ba lần'],
    ['5–7 ngày', 'năm đến bảy ngày'],
    ['1.000-2.000', 'một nghìn đến hai nghìn'],
    ['2026-2030', 'hai nghìn không trăm hai mươi sáu đến hai nghìn không trăm ba mươi'],
    [
      'giai đoạn 2026 - 2030',
      'giai đoạn hai nghìn không trăm hai mươi sáu đến hai nghìn không trăm ba mươi',
    ],
    [
      'năm học 2025-2026',
      'năm học hai nghìn không trăm hai mươi lăm đến hai nghìn không trăm hai mươi sáu',
    ],
    ['lần thứ 1', 'lần thứ nhất'],
    ['thứ 4', 'thứ tư'],
    ['Thứ 7', 'Thứ bảy'],
    ['thứ 2 - thứ 6', 'thứ hai đến thứ sáu'],
    ['Thứ 2-6', 'Thứ hai đến thứ sáu'],
    ['thứ hai - chủ nhật', 'thứ hai đến chủ nhật'],
    ['T2 - T6', 'thứ hai đến thứ sáu'],
    ['lần thứ 14', 'lần thứ mười bốn'],
  ],
  'Roman numerals': [
    ['Đại hội XIV', 'Đại hội mười bốn'],
    ['Nghị quyết Đại hội XVIII', 'Nghị quyết Đại hội mười tám'],
    ['lần thứ XIV', 'lần thứ mười bốn'],
    ['lần thứ I', 'lần thứ nhất'],
    ['lần thứ IV', 'lần thứ tư'],
    ['khóa XV', 'khóa mười lăm'],
    ['thế kỷ XXI', 'thế kỷ hai mươi mốt'],
    ['phần IV của kế hoạch', 'phần bốn của kế hoạch'],
    ['phần V', 'phần năm'],
    ['mục II.1.2', 'mục hai chấm một chấm hai'],
    ['mục I.2', 'mục một chấm hai'],
    ['quý I', 'quý một'],
    ['quý IV/2026', 'quý tư năm hai nghìn không trăm hai mươi sáu'],
    ['Nguyễn Văn A', 'Nguyễn Văn A'],
  ],
  dates: [
    ['22/12/2024', 'ngày hai mươi hai tháng mười hai năm hai nghìn không trăm hai mươi tư'],
    ['ngày 22/12/2024', 'ngày hai mươi hai tháng mười hai năm hai nghìn không trăm hai mươi tư'],
    ['Ngày 09/9/2025', 'Ngày mùng chín tháng chín năm hai nghìn không trăm hai mươi lăm'],
    ['07/01/2026', 'ngày mùng bảy tháng một năm hai nghìn không trăm hai mươi sáu'],
    ['20-3-2026', 'ngày hai mươi tháng ba năm hai nghìn không trăm hai mươi sáu'],
    ['20.3.2026', 'ngày hai mươi tháng ba năm hai nghìn không trăm hai mươi sáu'],
    ['2026-03-20', 'ngày hai mươi tháng ba năm hai nghìn không trăm hai mươi sáu'],
    ['ngày 20/3', 'ngày hai mươi tháng ba'],
    ['ngày 10/4', 'ngày mùng mười tháng tư'],
    ['dịp 30/4', 'dịp ngày ba mươi tháng tư'],
    ['tối 1/5', 'tối ngày mùng một tháng năm'],
    ['lễ 2/9', 'lễ ngày mùng hai tháng chín'],
    ['mừng 2/9', 'mừng ngày mùng hai tháng chín'],
    [
      'từ ngày 20/3 đến 25/3/2026',
      'từ ngày hai mươi tháng ba đến ngày hai mươi lăm tháng ba năm hai nghìn không trăm hai mươi sáu',
    ],
    ['20/3 - 25/3', 'ngày hai mươi tháng ba đến ngày hai mươi lăm tháng ba'],
    ['từ 1-5/4', 'từ ngày mùng một đến ngày mùng năm tháng tư'],
    ['từ ngày 1 đến ngày 5/4', 'từ ngày mùng một đến ngày mùng năm tháng tư'],
    ['ngày 5, 6 và 17/4', 'ngày mùng năm, ngày mùng sáu và ngày mười bảy tháng tư'],
    ['sáng thứ 7, 20/3', 'sáng thứ bảy, ngày hai mươi tháng ba'],
    ['01/7', 'ngày mùng một tháng bảy'],
    ['tháng 3 - 4/2026', 'tháng ba đến tháng tư năm hai nghìn không trăm hai mươi sáu'],
    [
      '20-25/3/2026',
      'ngày hai mươi đến ngày hai mươi lăm tháng ba năm hai nghìn không trăm hai mươi sáu',
    ],
    ['ngày 5 tháng 4 năm 2026', 'ngày mùng năm tháng tư năm hai nghìn không trăm hai mươi sáu'],
    ['ngày 22 tháng 11', 'ngày hai mươi hai tháng mười một'],
    ['tháng 3 năm 2026', 'tháng ba năm hai nghìn không trăm hai mươi sáu'],
    ['tháng 3/2026', 'tháng ba năm hai nghìn không trăm hai mươi sáu'],
    ['3/2026', 'tháng ba năm hai nghìn không trăm hai mươi sáu'],
    ['tháng 12-2026', 'tháng mười hai năm hai nghìn không trăm hai mươi sáu'],
    ['tháng 4 - 6', 'tháng tư đến tháng sáu'],
    ['năm 2030', 'năm hai nghìn không trăm ba mươi'],
    ['tầm nhìn 100 năm', 'tầm nhìn một trăm năm'],
    ['32/13/2026', 'ba mươi hai, mười ba, hai nghìn không trăm hai mươi sáu'],
  ],
  times: [
    ['7h30', 'bảy giờ ba mươi phút'],
    ['07:00', 'bảy giờ'],
    ['14:05', 'mười bốn giờ năm phút'],
    ['19h', 'mười chín giờ'],
    ['8g15', 'tám giờ mười lăm phút'],
    ['8 giờ 30', 'tám giờ ba mươi phút'],
    ['8 giờ 30 phút', 'tám giờ ba mươi phút'],
    ["9h45'", 'chín giờ bốn mươi lăm phút'],
    ['7h30 - 11h30', 'bảy giờ ba mươi phút đến mười một giờ ba mươi phút'],
    ['8h-17h', 'tám giờ đến mười bảy giờ'],
    ['07:30:15', 'bảy giờ ba mươi phút mười lăm giây'],
  ],
  'money and units': [
    ['500.000đ', 'năm trăm nghìn đồng'],
    ['500.000 đồng', 'năm trăm nghìn đồng'],
    ['1,5 tỷ đồng', 'một phẩy năm tỷ đồng'],
    ['20k', 'hai mươi nghìn'],
    ['1.000.000 VNĐ', 'một triệu đồng'],
    ['$100', 'một trăm đô la Mỹ'],
    ['$1,5 triệu', 'một phẩy năm triệu đô la Mỹ'],
    ['1tr5', 'một triệu năm'],
    ['5.000đ/lượt', 'năm nghìn đồng mỗi lượt'],
    ['mỗi km', 'mỗi ki lô mét'],
    ['500.000đ/m2', 'năm trăm nghìn đồng mỗi mét vuông'],
    ['2,5 triệu đồng/người/tháng', 'hai phẩy năm triệu đồng mỗi người mỗi tháng'],
    ['120 m²', 'một trăm hai mươi mét vuông'],
    ['3,5km', 'ba phẩy năm ki lô mét'],
    ['60 km/h', 'sáu mươi ki lô mét một giờ'],
    ['2 ha', 'hai héc ta'],
    ['30 °C', 'ba mươi độ xê'],
    ['-5°C', 'âm năm độ xê'],
    ['3x4 m', 'ba nhân bốn mét'],
    ['≥ 18 tuổi', 'từ đủ mười tám tuổi'],
    ['~50 hộ', 'khoảng năm mươi hộ'],
  ],
  telephones: [
    ['0912345678', 'không chín một hai, ba bốn năm, sáu bảy tám'],
    ['0912 345 678', 'không chín một hai, ba bốn năm, sáu bảy tám'],
    ['0912.345.678', 'không chín một hai, ba bốn năm, sáu bảy tám'],
    ['(024) 3858 1234', 'không hai bốn, ba tám năm tám, một hai ba bốn'],
    ['+84 912 345 678', 'không chín một hai, ba bốn năm, sáu bảy tám'],
    ['gọi 113', 'gọi một một ba'],
    ['Tổng đài 1900 1009', 'Tổng đài một chín không không, một không không chín'],
    ['đường dây nóng: 1022', 'đường dây nóng: một không hai hai'],
    ['gọi 113, 114 hoặc 115', 'gọi một một ba, một một bốn hoặc một một năm'],
    ['02438581234', 'không hai bốn, ba tám năm tám, một hai ba bốn'],
    ['19001009', 'một chín không không, một không không chín'],
  ],
  'document numbers': [
    ['57-NQ/TW', 'năm mươi bảy, Nghị quyết Trung ương'],
    ['51-KH/TU', 'năm mươi mốt, Kế hoạch Thành ủy'],
    ['03-ĐA/TU', 'không ba, Đề án Thành ủy'],
    ['KH/ĐU', 'Kế hoạch Đảng ủy'],
    ['Số - KH/ĐU', 'Số, Kế hoạch Đảng ủy'],
    ['12-NQ/ĐU', 'mười hai, Nghị quyết Đảng ủy'],
    ['NQ/CP', 'Nghị quyết Chính phủ'],
    ['30-CT/TW', 'ba mươi, Chỉ thị Trung ương'],
    ['121-KL/TW', 'một trăm hai mươi mốt, Kết luận Trung ương'],
    ['08-CTr/TU', 'không tám, Chương trình Thành ủy'],
    ['123/QĐ-UBND', 'một trăm hai mươi ba, Quyết định Ủy ban nhân dân'],
    ['45/KH-UBND', 'bốn mươi lăm, Kế hoạch Ủy ban nhân dân'],
    ['16/NQ-HĐND', 'mười sáu, Nghị quyết Hội đồng nhân dân'],
    ['9/TTr-MTTQ', 'chín, Tờ trình Mặt trận Tổ quốc'],
    ['15/QĐ-TTg', 'mười lăm, Quyết định Thủ tướng Chính phủ'],
    ['15/2025/NĐ-CP', 'mười lăm, năm hai nghìn không trăm hai mươi lăm, Nghị định Chính phủ'],
    ['12/2024/TT-BTC', 'mười hai, năm hai nghìn không trăm hai mươi tư, Thông tư Bộ Tài chính'],
    ['10/2022/QH15', 'mười, năm hai nghìn không trăm hai mươi hai, Quốc hội khóa mười lăm'],
    [
      'Nghị quyết số 57-NQ/TW ngày 22/12/2024',
      'Nghị quyết số năm mươi bảy, Nghị quyết Trung ương, ngày hai mươi hai tháng mười hai năm hai nghìn không trăm hai mươi tư',
    ],
    ['Nghị quyết 72-NQ/TW.', 'Nghị quyết bảy mươi hai, Nghị quyết Trung ương.'],
    ['7/BC-XYZ', 'bảy, Báo cáo ích i dài dét'],
    [
      '1656/NQ-UBTVQH15',
      'một nghìn sáu trăm năm mươi sáu, Nghị quyết Ủy ban Thường vụ Quốc hội khóa mười lăm',
    ],
    ['NQ 57, NĐ15', 'Nghị quyết năm mươi bảy, Nghị định mười lăm'],
  ],
  abbreviations: [
    ['UBND phường', 'Ủy ban nhân dân phường'],
    ['cấp ủy - HĐND - UBND - MTTQ', 'cấp ủy, Hội đồng nhân dân, Ủy ban nhân dân, Mặt trận Tổ quốc'],
    ['TTHC', 'thủ tục hành chính'],
    ['CCHC, CĐS', 'cải cách hành chính, chuyển đổi số'],
    ['XHCN', 'xã hội chủ nghĩa'],
    ['BHXH, BHYT', 'bảo hiểm xã hội, bảo hiểm y tế'],
    ['KT-XH', 'kinh tế xã hội'],
    ['GD&ĐT', 'giáo dục và đào tạo'],
    ['STEM/STEAM', 'xtem, xtim'],
    ['Zalo OA', 'Zalo ô a'],
    ['mã QR', 'mã quy rờ'],
    ['iHanoi', 'ai Hà Nội'],
    ['TP. Hà Nội', 'thành phố Hà Nội'],
    ['TP.HCM', 'Thành phố Hồ Chí Minh'],
    ['Tp. Hà Nội', 'thành phố Hà Nội'],
    ['P. Khương Đình, Q. Thanh Xuân', 'phường Khương Đình, quận Thanh Xuân'],
    ['P. Chủ tịch', 'Phó Chủ tịch'],
    ['Ủy ban nhân dân (UBND) phường', 'Ủy ban nhân dân phường'],
    ['TTHC (thủ tục hành chính)', 'thủ tục hành chính'],
    ['CLB, NVH, PVHCC', 'câu lạc bộ, nhà văn hóa, phục vụ hành chính công'],
    ['BCH Quân sự phường', 'Ban Chỉ huy Quân sự phường'],
    ['v.v...', 'vân vân.'],
    ['Đ/c Bí thư', 'Đồng chí Bí thư'],
    ['T/M BAN THƯỜNG VỤ', 'thay mặt ban thường vụ'],
    ['Covid-19', 'cô vít mười chín'],
    ['WCAG', 'vê kép xê a giê'],
    ['KẾ HOẠCH', 'kế hoạch'],
    ['PHƯỜNG KHƯƠNG ĐÌNH', 'phường khương đình'],
    ['AI LÀM VIỆC GÌ', 'ai làm việc gì'],
    ['ứng dụng AI', 'ứng dụng trí tuệ nhân tạo'],
    ['ĐẠI HỘI XIV', 'đại hội mười bốn'],
    ['VI PHẠM TRẬT TỰ', 'vi phạm trật tự'],
    ['THƯỜNG TRỰC HĐND', 'thường trực Hội đồng nhân dân'],
    ['loại C', 'loại C'],
    ['No ấm, hạnh phúc', 'No ấm, hạnh phúc'],
    ['№ 5', 'số năm'],
    ['TDP số 5', 'tổ dân phố số năm'],
  ],
  'signs and addresses': [
    ['“6 rõ, 1 xuyên suốt”', 'sáu rõ, một xuyên suốt'],
    ['\'một\' "hai" «ba»', 'một hai ba'],
    ['kinh tế - xã hội', 'kinh tế xã hội'],
    ['quốc phòng – an ninh', 'quốc phòng an ninh'],
    ['Tinh - gọn - mạnh', 'Tinh, gọn, mạnh'],
    ['Cổng/Trang Thông tin', 'Cổng, Trang Thông tin'],
    ['học & làm', 'học và làm'],
    ['Kết quả (tạm tính): tốt', 'Kết quả, tạm tính: tốt'],
    ['Bà con ơi…', 'Bà con ơi.'],
    ['Thật không?!', 'Thật không?'],
    ['hanoi.gov.vn', 'hanoi chấm gov chấm vê nờ'],
    [
      'Xem https://www.khuong-dinh.example/bai-viet/?k=loa.',
      'Xem khuong gạch nối dinh chấm example gạch chéo bai gạch nối viet.',
    ],
    [
      'khuong-dinh.example/d/ab23x',
      'khuong gạch nối dinh chấm example gạch chéo dê gạch chéo a bê hai ba ích',
    ],
    ['hoi@phuong.gov.vn', 'hoi a còng phuong chấm gov chấm vê nờ'],
    ['Cảm ơn bà con 🌸', 'Cảm ơn bà con'],
  ],
  markdown: [
    ['## Bốn chữ “số”', 'Bốn chữ số'],
    ['- **Chính quyền số**: làm việc', 'Chính quyền số: làm việc'],
    ['Xem [văn bản](/van-ban/x/).', 'Xem văn bản.'],
    ['![Ảnh lễ phát động](/media/a.webp)', 'Ảnh lễ phát động'],
    ['> rõ người, rõ việc', 'rõ người, rõ việc'],
    ['`mã` và *nghiêng*', 'mã và nghiêng'],
    ['<Note title="Lưu ý">Đọc kỹ</Note>', 'Đọc kỹ'],
    ['Dòng một\n\n- Dòng 2', 'Dòng một\nDòng hai'],
  ],
};

describe.each(Object.entries(cases))('%s', (_, rows) => {
  test.each(rows)('%s → %s', (written, said) => {
    expect(readAloud(written)).toBe(said);
  });
});

test('the table has at least 150 cases', () => {
  expect(Object.values(cases).flat().length).toBeGreaterThanOrEqual(150);
});

describe('whatever the text', () => {
  const pieces = fc.constantFrom(
    ...Object.values(cases).flatMap((rows) => rows.map(([written]) => written)),
    ...Object.keys(abbreviations),
    ...Array.from(' .,;:?!-–/()[]"“”%&@#*_`<>|\\~^°²½\n'),
    'IX',
    'mục',
    'ngày',
    'thứ',
    'ΩЖ',
    '٣',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,/-: hđIVXTW')), maxLength: 20 }),
    fc.array(pieces, { maxLength: 8 }).map((some) => some.join('')),
    fc.array(pieces, { maxLength: 8 }).map((some) => some.join(' ')),
  );

  test('only letters, spaces, line ends and pauses are left', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(readAloud(text)).toMatch(/^[\p{L} \n.,;:?!]*$/u);
      }),
      { numRuns: 1500 },
    );
  });

  test('what was read once stays as it is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const said = readAloud(text);
        expect(readAloud(said)).toBe(said);
      }),
      { numRuns: 1500 },
    );
  });
});

test('every abbreviation is said in words that need no reading themselves', () => {
  for (const said of Object.values(abbreviations)) expect(readAloud(said)).toBe(said);
});

test('the whole content is read without a sign, a digit or capitals in a row', () => {
  const files = readdirSync('content', { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.mdx'))) {
    const said = readAloud(readFileSync(`content/${file}`, 'utf8'));
    expect(said).toMatch(/^[\p{L} \n.,;:?!]+$/u);
    expect(said).not.toMatch(/\p{Lu}{2}/u);
  }
});

describe('numbers', () => {
  test('every number to a thousand has a reading of its own', () => {
    const said = Array.from({ length: 1000 }, (_, value) => sayCardinal(value));
    expect(new Set(said).size).toBe(1000);
  });

  test('Roman numerals to 399, and nothing else', () => {
    expect(['I', 'IV', 'IX', 'XIV', 'XVIII', 'XL', 'XC', 'CCCXCIX'].map(romanValue)).toEqual([
      1, 4, 9, 14, 18, 40, 90, 399,
    ]);
    expect(['', 'IIII', 'VX', 'IC', 'ABC'].map(romanValue)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
