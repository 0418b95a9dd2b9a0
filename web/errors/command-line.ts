import type { ErrorTable } from './entry.ts';

/** Errors that end a process or a command; no request is ever answered with them. */
export const COMMAND_LINE: ErrorTable = {
  cannot_start: {
    error: 'cannot_start',
    people: 'unexpected',
    cause: {
      en: 'The program cannot start: a setting, a secret, a file or a store is not as it must be. The line it prints names it.',
      vi: 'Chương trình không khởi động được: một thiết lập, bí mật, tệp hoặc kho dữ liệu không đúng. Dòng thông báo nêu rõ.',
    },
    remedy: {
      en: 'Compare the settings with docs/reference/configuration.md.',
      vi: 'So sánh thiết lập với docs/reference/configuration.md.',
    },
    specifications: [],
    classes: ['CannotStart'],
  },
  cannot_do: {
    error: 'cannot_do',
    people: 'unexpected',
    cause: {
      en: 'A command of `senid` cannot do what it was asked. The line it prints says why, and nothing was changed.',
      vi: 'Một lệnh của `senid` không thực hiện được. Dòng thông báo nêu lý do, và chưa có gì thay đổi.',
    },
    remedy: { en: 'Correct what the line names.', vi: 'Sửa điều mà dòng thông báo nêu.' },
    specifications: [],
    classes: ['CannotDo'],
  },
};
