import { describe, expect, test } from 'vitest';
import { readTarget, readTargets } from '#admin/release/target.ts';

test('three kinds of places, separated by spaces or lines', () => {
  const text =
    'file:///srv/trang/\n ssh://trang@may-1:2222/srv/trang s3://phuong/web/?endpoint=https://s3.example&region=auto';
  expect(readTargets(text)).toMatchObject([
    { kind: 'folder', dir: '/srv/trang' },
    { kind: 'ssh', host: 'trang@may-1', port: '2222', dir: '/srv/trang' },
    {
      kind: 'bucket',
      bucket: 'phuong',
      prefix: 'web/',
      endpoint: 'https://s3.example',
      region: 'auto',
    },
  ]);
  expect(readTarget('s3://phuong')).toMatchObject({ prefix: '', endpoint: undefined });
});

describe('an address that is wrong is refused with its remedy', () => {
  const wrong = {
    'srv/trang': 'Có ba dạng',
    'ftp://may/srv': 'Có ba dạng',
    'file://srv/trang': 'cần ba dấu gạch',
    'file:///': 'thiếu thư mục',
    'ssh://may': 'thư mục chỉ gồm',
    'ssh://may/srv/a%20b': 'thư mục chỉ gồm',
    'ssh://may/srv/$(id)': 'thư mục chỉ gồm',
    'ssh://may/-rf': 'thư mục chỉ gồm',
    'ssh://-oProxyCommand=x/srv': 'tên máy hoặc tên người dùng không đúng',
    's3:///web': 'thiếu tên thùng',
    's3://phuong?endpoint=s3.example': 'endpoint phải là địa chỉ',
    's3://phuong?vung=hn': 'không có tham số “vung”',
  };
  test.each(Object.entries(wrong))('%s', (address, words) => {
    expect(() => readTarget(address)).toThrow(words);
  });
});

test.each([
  'ssh://trang:bi-mat@may/srv/trang',
  's3://khoa:bi-mat@phuong',
  's3://bi-mat@phuong',
  's3://phuong?endpoint=https://khoa:bi-mat@s3.example',
  's3://phuong?secret=bi-mat',
  'khac://khoa:bi-mat@phuong?secret=bi-mat',
])('a secret in an address is refused and not repeated: %s', (address) => {
  expect(() => readTarget(address)).toThrow(/^(?!.*bi-mat)/s);
});
