/** A ward that nobody knows, to whose content the same code makes another site. */
import { stringify } from 'yaml';
import { file } from './content.ts';

const colors = {
  brand: '#0b5394',
  brandDark: '#083d6d',
  brandDeep: '#052845',
  brandOnDark: '#9fc9f3',
  axes: [
    { strong: '#9e2569', soft: '#fbeaf2' },
    { strong: '#5a45b0', soft: '#eeebfa' },
    { strong: '#1c62a9', soft: '#e5f0fa' },
    { strong: '#0a7272', soft: '#e0f3f1' },
    { strong: '#3a7522', soft: '#e9f4e1' },
    { strong: '#955606', soft: '#fdf0d8' },
    { strong: '#b3201f', soft: '#fdeae6' },
  ],
};

const settings = {
  siteName: 'Nghị quyết về phường Mẫu',
  siteUrl: 'https://phuong-mau.example',
  ward: 'Phường Mẫu',
  city: 'Thành phố Mẫu',
  organization: 'Đảng ủy phường Mẫu',
  description: 'Đưa nghị quyết đến từng nhà ở phường Mẫu.',
  principle: 'một việc - một thông điệp thống nhất - một đầu mối xuyên suốt',
};

const unit = {
  title: 'Đoàn thanh niên phường Mẫu',
  order: 6,
  summary: 'Một câu tóm tắt đủ dài để đọc riêng vẫn hiểu.',
  duties: [{ what: 'Tình nguyện', detail: 'Giúp bà con làm thủ tục qua mạng.' }],
  sources: [{ document: 'ke-hoach', locator: 'toàn văn' }],
  published: '2026-11-22',
};

/** `files`: what its content has in place of the other ward's, path → text. */
export const secondWard = {
  ...{ colors, settings, unit },
  files: new Map([
    ['content/settings/site.yml', stringify(settings)],
    ['content/colors.json', JSON.stringify(colors)],
    ['content/units/doan-thanh-nien.mdx', file(unit)],
  ]),
};
