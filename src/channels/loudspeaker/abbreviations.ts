/** Abbreviations of official papers and of daily life, with how they are read aloud. */

/** Read as the words that they stand for. Written exactly as here, capitals and marks included. */
export const abbreviations: Readonly<Record<string, string>> = {
  // The political system
  UBND: 'Ủy ban nhân dân',
  HĐND: 'Hội đồng nhân dân',
  MTTQ: 'Mặt trận Tổ quốc',
  MTTQVN: 'Mặt trận Tổ quốc Việt Nam',
  UBMTTQ: 'Ủy ban Mặt trận Tổ quốc',
  UBKT: 'Ủy ban Kiểm tra',
  BCH: 'Ban Chấp hành',
  BCĐ: 'Ban Chỉ đạo',
  BCT: 'Bộ Chính trị',
  BTV: 'Ban Thường vụ',
  BXDĐ: 'Ban Xây dựng Đảng',
  'BCH Quân sự': 'Ban Chỉ huy Quân sự',
  BCHQS: 'Ban Chỉ huy Quân sự',
  'XD Đảng': 'Xây dựng Đảng',
  ĐU: 'Đảng ủy',
  TU: 'Thành ủy',
  TW: 'Trung ương',
  TƯ: 'Trung ương',
  QH: 'Quốc hội',
  ĐBQH: 'đại biểu Quốc hội',
  CP: 'Chính phủ',
  TTg: 'Thủ tướng Chính phủ',
  UBTVQH: 'Ủy ban Thường vụ Quốc hội',
  CA: 'công an',
  CAND: 'Công an nhân dân',
  QĐND: 'Quân đội nhân dân',
  CCB: 'cựu chiến binh',
  LHPN: 'Liên hiệp Phụ nữ',
  ĐTN: 'Đoàn Thanh niên',
  CLB: 'câu lạc bộ',
  HTX: 'hợp tác xã',
  'TNCS HCM': 'Thanh niên Cộng sản Hồ Chí Minh',
  TNCS: 'Thanh niên Cộng sản',
  XHCN: 'xã hội chủ nghĩa',
  CHXHCN: 'Cộng hòa xã hội chủ nghĩa',
  // Work of the ward
  TTHC: 'thủ tục hành chính',
  CCHC: 'cải cách hành chính',
  HCC: 'hành chính công',
  PVHCC: 'phục vụ hành chính công',
  CĐS: 'chuyển đổi số',
  CNTT: 'công nghệ thông tin',
  CQĐP: 'chính quyền địa phương',
  CBCC: 'cán bộ, công chức',
  CBĐV: 'cán bộ, đảng viên',
  CTHĐ: 'chương trình hành động',
  CTXH: 'chính trị xã hội',
  ĐMST: 'đổi mới sáng tạo',
  KHCN: 'khoa học công nghệ',
  'KH&CN': 'khoa học và công nghệ',
  GDĐT: 'giáo dục và đào tạo',
  'GD-ĐT': 'giáo dục và đào tạo',
  'GD&ĐT': 'giáo dục và đào tạo',
  'PGD&ĐT': 'phòng giáo dục và đào tạo',
  KTXH: 'kinh tế xã hội',
  'KT-XH': 'kinh tế xã hội',
  QPAN: 'quốc phòng an ninh',
  'QP-AN': 'quốc phòng an ninh',
  ANTT: 'an ninh trật tự',
  ANCT: 'an ninh chính trị',
  TTATXH: 'trật tự an toàn xã hội',
  ATTP: 'an toàn thực phẩm',
  VSATTP: 'vệ sinh an toàn thực phẩm',
  ATGT: 'an toàn giao thông',
  PCCC: 'phòng cháy chữa cháy',
  'PCCC&CNCH': 'phòng cháy chữa cháy và cứu nạn cứu hộ',
  CNCH: 'cứu nạn cứu hộ',
  GPMB: 'giải phóng mặt bằng',
  NOXH: 'nhà ở xã hội',
  QLĐT: 'quản lý đô thị',
  TTĐT: 'trật tự đô thị',
  TTXD: 'trật tự xây dựng',
  VSMT: 'vệ sinh môi trường',
  BVMT: 'bảo vệ môi trường',
  PCTN: 'phòng, chống tham nhũng',
  VHTT: 'văn hóa thể thao',
  'VH-XH': 'văn hóa xã hội',
  NVH: 'nhà văn hóa',
  TYT: 'trạm y tế',
  TDTT: 'thể dục thể thao',
  DVC: 'dịch vụ công',
  DVCTT: 'dịch vụ công trực tuyến',
  HKD: 'hộ kinh doanh',
  DN: 'doanh nghiệp',
  TDP: 'tổ dân phố',
  KDC: 'khu dân cư',
  KĐT: 'khu đô thị',
  KCN: 'khu công nghiệp',
  BHXH: 'bảo hiểm xã hội',
  BHYT: 'bảo hiểm y tế',
  BHTN: 'bảo hiểm thất nghiệp',
  CCCD: 'căn cước công dân',
  CMND: 'chứng minh nhân dân',
  GCN: 'giấy chứng nhận',
  GPLX: 'giấy phép lái xe',
  NSNN: 'ngân sách nhà nước',
  THCS: 'trung học cơ sở',
  THPT: 'trung học phổ thông',
  HCM: 'Hồ Chí Minh',
  'TP.HCM': 'Thành phố Hồ Chí Minh',
  'TP. HCM': 'Thành phố Hồ Chí Minh',
  'TP.': 'thành phố',
  TP: 'thành phố',
  'Tp.': 'thành phố',
  'Tp.HCM': 'Thành phố Hồ Chí Minh',
  HN: 'Hà Nội',
  VN: 'Việt Nam',
  // Short forms within a sentence
  'T/M': 'thay mặt',
  'TM.': 'thay mặt',
  'K/T': 'ký thay',
  'Đ/c': 'Đồng chí',
  'đ/c': 'đồng chí',
  'v.v.': 'vân vân',
  'v.v': 'vân vân',
  'GS.TS': 'Giáo sư, Tiến sĩ',
  'GS.TS.': 'Giáo sư, Tiến sĩ',
  'PGS.TS': 'Phó Giáo sư, Tiến sĩ',
  'PGS.TS.': 'Phó Giáo sư, Tiến sĩ',
  'ThS.': 'Thạc sĩ',
  ThS: 'Thạc sĩ',
  'TS.': 'Tiến sĩ',
  'BS.': 'Bác sĩ',
  ĐT: 'điện thoại',
  SĐT: 'số điện thoại',
  STT: 'số thứ tự',
  // Words that are not read letter by letter, or by other letters
  STEM: 'xtem',
  STEAM: 'xtim',
  OA: 'ô a',
  AI: 'trí tuệ nhân tạo',
  QR: 'quy rờ',
  VNeID: 'vê nờ e ai đi',
  iHanoi: 'ai Hà Nội',
  iHaNoi: 'ai Hà Nội',
  'Wi-Fi': 'oai phai',
  'wi-fi': 'oai phai',
  WiFi: 'oai phai',
  wifi: 'oai phai',
  'e-mail': 'thư điện tử',
  email: 'thư điện tử',
  'Covid-19': 'cô vít mười chín',
  'COVID-19': 'cô vít mười chín',
  ASEAN: 'a xê an',
  UNESCO: 'u nét xcô',
};

/** Names of the letters, for what is not in the list. */
const letters: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'a a,ă á,â ớ,b bê,c xê,d dê,đ đê,e e,ê ê,f ép,g giê,h hát,i i,j gi,k ca,l lờ,m mờ,n nờ,o o,ô ô,' +
    'ơ ơ,p pê,q quy,r rờ,s sờ,t tê,u u,ư ư,v vê,w vê kép,x ích,y i dài,z dét'
  )
    .split(',')
    .map((pair) => [pair[0]!, pair.slice(2)]),
);

/** Letter by letter: `WCAG` → `vê kép xê a giê`. */
export function spell(text: string): string {
  return Array.from(text.toLowerCase(), (letter) => letters[letter] ?? letter).join(' ');
}

/** Initial, glide, vowel, final; without tone marks, in lower case. */
const syllable =
  /^(?:ngh?|[cgknpt]h|gi|qu|tr|[bcdđghklmnprstvx])?(?:[ou](?=[aăâeêơyi]))?(?:iê|yê|uô|ươ|ưa|ua|ia|[aăâeêioôơuưy])(?:ng|nh|ch|[cmnptiyuo])?$/;

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** True when letters read as one Vietnamese syllable (`HOẠCH`, `NAM`), whatever their case and tone. */
export function isSyllable(text: string): boolean {
  const plain = text.toLowerCase().normalize('NFD').replace(tones, '').normalize('NFC');
  return syllable.test(plain);
}
