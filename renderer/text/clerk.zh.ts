import { deskZh } from './clerk/desk.zh.ts';
import { deviceZh } from './clerk/device.zh.ts';
import { historyZh } from './clerk/history.zh.ts';
import { settingsZh } from './clerk/settings.zh.ts';
import { wizardZh } from './clerk/wizard.zh.ts';

/** What the clerk reads. Keys that a state of the contract names are named as there. */
export const clerkZh = {
  title: '核验台',
  product: '证件核验',
  navigation: '主导航',
  nav: { desk: '核验', history: '记录', settings: '设置' },
  close: '关闭',
  loading: '正在加载…',
  failed: '没能取得数据。',
  guestWaits: '有客人放置了证件。',
  goToDesk: '回到核验',
  help: {
    open: '快捷键',
    heading: '键盘快捷键',
    pass: '人工通过（需确认）',
    fail: '人工拒绝（需确认）',
    retry: '允许重试（需确认）',
    next: '下一位',
    reveal: '显示或隐藏完整信息',
    views: '核验、记录、设置',
    help: '显示本帮助',
    escape: '关闭对话框',
    demo: '正在演示：读卡器和证件都是模拟的。',
  },
  lock: {
    heading: '核验台锁定',
    locked: '核验台已锁定：客人可继续核验，人工处理和设置需先解锁。',
    open: '核验台已解锁。有客人到共用屏幕前，或闲置十分钟后，会自动锁定。',
    hidden: '解锁后可查看。',
    unlock: '解锁',
    lock: '锁定',
    pin: '核验台 PIN',
    submit: '确认解锁',
    cancel: '取消',
    pad: '数字键',
    back: '删除一位',
    hasPin: '已设置 PIN。人工处理、查看记录和更改设置前需要输入。',
    noPin:
      '未设置 PIN：屏幕前的任何人都能进行人工处理和更改设置。客人与工作人员共用屏幕时建议设置。',
    newPin: '新 PIN',
    newPinHint: '4 至 12 位数字，立即生效。忘记后需由本机管理员删除设置文件旁的 desk-pin.json。',
    again: '再次输入',
    differs: '两次输入不一致。',
    set: '设置 PIN',
    change: '更改 PIN',
    remove: '取消 PIN',
  },
  desk: deskZh,
  device: deviceZh,
  history: historyZh,
  settings: settingsZh,
  wizard: wizardZh,
} as const;
