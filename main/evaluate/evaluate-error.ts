import { WitnessError, type ErrorCatalogue, type ErrorData } from '../errors/witness-error.ts';

/** What can be wrong with the photographs and lists a measurement is made from. */
export const evaluateErrorCatalogue = {
  'evaluate.list-unreadable': {
    what: {
      en: 'The list {file} cannot be read: {reason}.',
      zh: '无法读取列表 {file}：{reason}。',
    },
    todo: {
      en: 'Check that the file is there and may be read.',
      zh: '请确认该文件存在且有读取权限。',
    },
  },
  'evaluate.pairs-line': {
    what: {
      en: 'Line {line} of the pairs list is not valid: {reason}.',
      zh: '配对列表第 {line} 行无效：{reasonZh}。',
    },
    todo: {
      en: 'Write 1 or 0 (same person or not) and two paths, separated by tabs, with the number of the fold before them if there are folds; or use the format of the LFW pairs.',
      zh: '每行应为 1 或 0（是否同一人）和两个路径，以制表符分隔；如分折，则在行首加折号。也可使用 LFW 的配对格式。',
    },
  },
  'evaluate.no-pairs': {
    what: {
      en: 'The pairs list holds no pair.',
      zh: '配对列表中没有任何配对。',
    },
    todo: {
      en: 'Give a list with at least one line.',
      zh: '请提供至少包含一行的列表。',
    },
  },
  'evaluate.people-line': {
    what: {
      en: 'Line {line} of the list of people names nobody who has a folder with photographs.',
      zh: '人员列表第 {line} 行所列人员没有对应的照片文件夹。',
    },
    todo: {
      en: 'Correct the line, or give the folder that holds this person.',
      zh: '请更正该行，或指定包含此人的文件夹。',
    },
  },
  'evaluate.population-name': {
    what: {
      en: 'The calibration name "{population}" cannot be used.',
      zh: '校准名称“{population}”不可用。',
    },
    todo: {
      en: 'Use at most 40 lower-case letters, digits, dots, underscores and hyphens, a letter or digit first.',
      zh: '请使用最多 40 个小写字母、数字、点、下划线或连字符，并以字母或数字开头。',
    },
  },
  'evaluate.group-too-small': {
    what: {
      en: 'The group "{name}" has {people} people; its mean needs {least} with a face.',
      zh: '分组“{name}”有 {people} 人；计算均值至少需要 {least} 名检测到人脸的人员。',
    },
    todo: {
      en: 'Add people to the group, or measure without it.',
      zh: '请为该分组增加人员，或不使用该分组。',
    },
  },
  'evaluate.group-shows-person': {
    what: {
      en: 'The mean of the group "{name}" is drawn towards one person by {pull}; it could tell that they are in it.',
      zh: '分组“{name}”的均值受某一人影响过大（{pull}），可能泄露其身份。',
    },
    todo: {
      en: 'Add people to the group, and check that nobody has several folders.',
      zh: '请为该分组增加人员，并确认没有人占用多个文件夹。',
    },
  },
  'evaluate.group-name': {
    what: {
      en: 'The option "{name}" names no group: it takes a name and a list of people, and each name once.',
      zh: '选项“{name}”不能作为分组：需要名称和人员列表，且名称不得重复。',
    },
    todo: {
      en: 'Write `--group east-asian=people.txt`, the name in lower-case letters, digits and hyphens, and not `others-1` or the like, as the groups that are found are called.',
      zh: '请写作 `--group east-asian=people.txt`，名称用小写字母、数字和连字符；不可使用 `others-1` 之类的名称，它们留给自动发现的分组。',
    },
  },
  'evaluate.groups-overlap': {
    what: {
      en: 'The groups "{other}" and "{name}" have people in common; their means together could show one of them.',
      zh: '分组“{other}”与“{name}”包含相同人员；两个均值相比可能泄露其中某人。',
    },
    todo: {
      en: 'Name each person in one list only.',
      zh: '请将每个人只列入一个列表。',
    },
  },
  'evaluate.too-many-groups': {
    what: {
      en: 'There are {groups} groups; a calibration holds {most}.',
      zh: '共有 {groups} 个分组；一份校准最多包含 {most} 个。',
    },
    todo: {
      en: 'Name fewer groups.',
      zh: '请减少分组数量。',
    },
  },
  'evaluate.folder-unreadable': {
    what: {
      en: 'The folder of people cannot be read: {reason}.',
      zh: '无法读取人员文件夹：{reason}。',
    },
    todo: {
      en: 'Give a folder with one subfolder of photographs for each person.',
      zh: '请指定一个文件夹，其中每人一个照片子文件夹。',
    },
  },
  'evaluate.photograph-unreadable': {
    what: {
      en: 'A photograph cannot be read: {reason}.',
      zh: '无法读取照片：{reason}。',
    },
    todo: {
      en: 'Check that the file is there and may be read.',
      zh: '请确认该文件存在且有读取权限。',
    },
  },
  'evaluate.nothing-readable': {
    what: {
      en: 'None of the {photographs} photographs can be read.',
      zh: '{photographs} 张照片均无法读取。',
    },
    todo: {
      en: 'Check the folder the paths start from.',
      zh: '请检查路径所在的根文件夹。',
    },
  },
  'evaluate.too-few-comparisons': {
    what: {
      en: 'For comparing {pair} these photographs give {impostors} comparisons of different people and {genuine} of one person; a FAR of {far} needs at least {impostorsNeeded} and 1.',
      zh: '对于 {pair} 比对，这些照片仅产生 {impostors} 次异人比对和 {genuine} 次同人比对；误识率 {far} 至少需要 {impostorsNeeded} 次异人比对和 1 次同人比对。',
    },
    todo: {
      en: 'Add people, each with two or more photographs.',
      zh: '请增加人员，每人至少两张照片。',
    },
  },
  'evaluate.not-separable': {
    what: {
      en: 'For comparing {pair} no threshold gives a FAR of {far}: photographs of different people are as alike as one photograph and itself.',
      zh: '对于 {pair} 比对，没有阈值能达到误识率 {far}：不同人员的照片相似得如同同一张照片。',
    },
    todo: {
      en: 'Check that no photograph lies in the folders of two people.',
      zh: '请检查是否有照片同时放在两个人的文件夹中。',
    },
  },
  'evaluate.bad-embedding': {
    what: {
      en: 'The face engine returned an embedding that is no direction.',
      zh: '人脸引擎返回了无效的特征。',
    },
    todo: {
      en: 'Run `witness models verify` and `witness doctor`.',
      zh: '请运行 `witness models verify` 和 `witness doctor`。',
    },
  },
} as const satisfies ErrorCatalogue;

export type EvaluateErrorCode = keyof typeof evaluateErrorCatalogue;

/** A measurement that cannot be made from what was given. */
export class EvaluateError extends WitnessError<EvaluateErrorCode> {
  override readonly name = 'EvaluateError';

  constructor(
    code: EvaluateErrorCode,
    data: ErrorData = {},
    options?: { readonly cause?: unknown },
  ) {
    super(evaluateErrorCatalogue[code], code, data, options);
  }
}
