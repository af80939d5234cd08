import type { ErrorCatalogue } from '../errors/witness-error.ts';

const rePlace = {
  en: 'Lift the card, put it back flat on the reader and keep it there.',
  zh: '请将证件拿起，重新平放在阅读器上，读完前请勿移开。',
};
const checkCable = {
  en: 'Check the cable and the power of the reader; use another USB port if it happens again.',
  zh: '请检查阅读器的连接线和供电；若再次出现，请更换 USB 接口。',
};
const choosePort = {
  en: 'Plug the reader in, or choose another port.',
  zh: '请插好阅读器，或选择其他串口。',
};

/**
 * Everything that fails on our side of the wire. What the reader itself reports, its SW3, is in
 * `status.ts`: the two share numbers in old vendor interfaces and must not be mixed.
 */
export const hostErrorCatalogue = {
  'reader.port-not-found': {
    what: { en: 'There is no serial port {port}.', zh: '找不到串口 {port}。' },
    todo: choosePort,
  },
  'reader.port-busy': {
    what: {
      en: 'The serial port {port} is in use by another program.',
      zh: '串口 {port} 正被其他程序占用。',
    },
    todo: {
      en: 'Close the other program, or choose another port.',
      zh: '请关闭占用串口的程序，或选择其他串口。',
    },
  },
  'reader.port-denied': {
    what: { en: 'You may not use the serial port {port}.', zh: '没有权限使用串口 {port}。' },
    todo: {
      en: 'On Linux, add the user to the group dialout and log in again.',
      zh: '在 Linux 上，请将当前用户加入 dialout 用户组，然后重新登录。',
    },
  },
  'reader.port-failed': {
    what: {
      en: 'The serial port {port} cannot be used: {reason}.',
      zh: '串口 {port} 无法使用：{reason}。',
    },
    todo: choosePort,
  },
  'reader.no-ports': {
    what: { en: 'This computer has no serial port.', zh: '本机没有可用的串口。' },
    todo: {
      en: 'Plug the reader in; install the driver of its USB-serial chip if no port appears.',
      zh: '请插好阅读器；若仍无串口，请安装其 USB 转串口芯片的驱动程序。',
    },
  },
  'reader.not-discovered': {
    what: {
      en: 'None of the serial ports ({ports}) has a card reader that answers.',
      zh: '在串口（{ports}）上均未发现有响应的证件阅读器。',
    },
    todo: {
      en: 'Check that the reader is plugged in and switched on, and that no other program uses it.',
      zh: '请确认阅读器已连接并通电，且未被其他程序占用。',
    },
  },
  'reader.unplugged': {
    what: { en: 'The reader on {port} was unplugged.', zh: '{port} 上的阅读器已断开。' },
    todo: {
      en: 'Plug it in again; reading goes on by itself.',
      zh: '请重新插好，系统会自动恢复。',
    },
  },
  'reader.closed': {
    what: { en: 'The connection to the reader is closed.', zh: '与阅读器的连接已关闭。' },
    todo: { en: 'Open the reader before using it.', zh: '请先打开阅读器再使用。' },
  },
  'reader.close-timed-out': {
    what: {
      en: 'The serial port {port} did not close within {afterMs} ms.',
      zh: '串口 {port} 未能在 {afterMs} 毫秒内关闭。',
    },
    todo: checkCable,
  },
  'reader.aborted': {
    what: { en: 'The operation was cancelled.', zh: '操作已取消。' },
    todo: { en: 'Start it again if you still want it.', zh: '如仍需要，请重新开始。' },
  },
  'reader.in-use': {
    what: {
      en: 'The reader is already waiting for a card.',
      zh: '阅读器正在等待证件，不能重复操作。',
    },
    todo: { en: 'Wait for it, or cancel it first.', zh: '请等待完成，或先取消当前操作。' },
  },
  'reader.silent': {
    what: {
      en: 'The device on {port} did not answer “{command}” within {afterMs} ms.',
      zh: '{port} 上的设备在 {afterMs} 毫秒内未响应“{command}”。',
    },
    todo: {
      en: 'Check that this is the port of the card reader and that the reader has power.',
      zh: '请确认该串口连接的是证件阅读器，并且阅读器已通电。',
    },
  },
  'reader.damaged-reply': {
    what: {
      en: 'The answer of the reader to “{command}” arrived damaged.',
      zh: '阅读器对“{command}”的响应数据已损坏。',
    },
    todo: checkCable,
  },
  'reader.incomplete-reply': {
    what: {
      en: 'The answer of the reader to “{command}” broke off.',
      zh: '阅读器对“{command}”的响应数据不完整。',
    },
    todo: checkCable,
  },
  'reader.unexpected-reply': {
    what: {
      en: 'The reader answered “{command}” with {bytes} bytes of data, which does not fit.',
      zh: '阅读器对“{command}”返回了 {bytes} 字节数据，与协议不符。',
    },
    todo: checkCable,
  },
  'reader.wrong-lengths': {
    what: {
      en: 'The card data has {bytes} bytes, but its header promises {promised}.',
      zh: '证件数据为 {bytes} 字节，与其声明的 {promised} 字节不符。',
    },
    todo: rePlace,
  },
  'reader.wrong-text-size': {
    what: {
      en: 'The text of the card has {bytes} bytes instead of {expected}.',
      zh: '证件文字信息为 {bytes} 字节，应为 {expected} 字节。',
    },
    todo: rePlace,
  },
  'reader.wrong-photo-size': {
    what: {
      en: 'The photo of the card has {bytes} bytes instead of {expected}.',
      zh: '证件照片为 {bytes} 字节，应为 {expected} 字节。',
    },
    todo: rePlace,
  },
  'reader.card-lifted': {
    what: { en: 'The card was lifted before it was read.', zh: '证件在读取完成前被移开。' },
    todo: rePlace,
  },
  'reader.card-not-lifted': {
    what: {
      en: 'The card on the reader was read already.',
      zh: '阅读器上的证件已经读取过。',
    },
    todo: {
      en: 'Lift the card and put it back, or place another one.',
      zh: '请将证件拿起后重新放置，或更换其他证件。',
    },
  },
  'reader.no-card-in-time': {
    what: { en: 'No card was placed within {afterMs} ms.', zh: '在 {afterMs} 毫秒内未放置证件。' },
    todo: {
      en: 'Place a card; lift one that already lies there and put it back.',
      zh: '请放置证件；若证件已在阅读器上，请拿起后重新放置。',
    },
  },
  'reader.speed-not-set': {
    what: {
      en: 'The reader does not answer at {speed} bits per second.',
      zh: '阅读器在 {speed} 波特率下没有响应。',
    },
    todo: {
      en: 'Keep the former speed; adapters with a fixed speed cannot be changed.',
      zh: '请沿用原来的波特率；部分转接器的速率固定，无法更改。',
    },
  },
  'reader.unknown-status': {
    what: {
      en: 'The reader answered “{command}” with the unknown status {status}.',
      zh: '阅读器对“{command}”返回了未知状态 {status}。',
    },
    todo: {
      en: 'Try again; if it happens again, send this message to the maintainers.',
      zh: '请重试；若再次出现，请将此信息发给维护人员。',
    },
  },
} as const satisfies ErrorCatalogue;
