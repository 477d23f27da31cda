/** Stands in for Decap's TOML, whose parser calls `eval`: content is YAML alone. */
const refuse = (): never => {
  throw new Error('Phần khai báo của tệp không ở dạng YAML.');
};

export default { fromFile: refuse, toFile: refuse };
