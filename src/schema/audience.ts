import { choices } from './field.ts';

/** Whom an entry is for. The groups are those that the plan names (I.1, II.1, II.2). */
export const audiences = [
  { value: 'moi-nguoi', label: 'Mọi người dân' },
  { value: 'nguoi-cao-tuoi', label: 'Người cao tuổi' },
  { value: 'phu-huynh-hoc-sinh', label: 'Phụ huynh, học sinh' },
  { value: 'thanh-nien', label: 'Thanh niên, sinh viên' },
  { value: 'nguoi-lao-dong', label: 'Người lao động' },
  { value: 'ho-kinh-doanh', label: 'Hộ kinh doanh' },
  { value: 'doanh-nghiep', label: 'Doanh nghiệp' },
  { value: 'doan-vien-hoi-vien', label: 'Đoàn viên, hội viên' },
  { value: 'can-bo-dang-vien', label: 'Cán bộ, đảng viên' },
] as const;

export const audience = choices({
  label: 'Dành cho',
  hint: 'Một đến bốn nhóm.',
  options: audiences,
  min: 1,
  max: 4,
});

/** The groups that an entry names, in words. */
export function audienceWords(values: readonly string[]): string {
  return audiences
    .filter(({ value }) => values.includes(value))
    .map(({ label }) => label)
    .join('; ');
}
