/** Stands in for Decap's TOML, whose parser calls `eval`: content is YAML alone. */
const refuse = (): never => {
  throw new Error('Phần thông tin của mục này không đọc được. Hãy báo người quản trị.');
};

export default { fromFile: refuse, toFile: refuse };
