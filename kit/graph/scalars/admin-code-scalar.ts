import { parseAdminCode, type AdminCode } from '../../values/admin-code.js';
import { stringScalar } from './string-scalar.js';

/** AdminCode: the code of a city, district or street, as text inside and out. */
export const AdminCodeScalar = stringScalar<AdminCode>({
  name: 'AdminCode',
  description:
    '行政区划代码:市、区县为 GB/T 2260 的 6 位数字(市以 00 结尾),街道、乡镇另加 GB/T 10114 的 3 位,共 9 位。' +
    '以字符串传递,如 "430202"、"430202001"。\n' +
    'Code of an administrative unit: the 6 digits of GB/T 2260 for a city (ending 00) or a district, with the ' +
    '3 of GB/T 10114 behind them for a street or town. Always a string, such as "430202" or "430202001". ' +
    'Codes are keys; names are not unique.',
  parse: parseAdminCode,
  serialize: parseAdminCode,
});
