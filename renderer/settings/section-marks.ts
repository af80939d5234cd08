import { draftFields, fieldSections } from './draft-fields.ts';
import { sectionNames, type SectionName } from './sections.ts';
import type { SettingsForm } from './use-settings-form.ts';

/** The sections with something that is not accepted, in their order. */
export const troubledSections = ({
  problems,
  wasTried,
  refused,
}: Pick<SettingsForm, 'problems' | 'wasTried' | 'refused'>): readonly SectionName[] => {
  const troubled = draftFields
    .filter((field) => {
      const problem = problems[field];
      if (problem === undefined) return refused?.field === field;
      // What is only missing is not held against anybody before it was tried to save.
      return wasTried || problem.kind !== 'missing';
    })
    .map((field): SectionName => fieldSections[field]);
  return sectionNames.filter((name) => troubled.includes(name));
};
