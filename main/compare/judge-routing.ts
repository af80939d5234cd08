import type { VerdictRules } from './operating-thresholds.ts';
import { chancesOf, type EngineAnswer, type EngineRoute, type Routing } from './routing.ts';
import { VerdictError } from './verdict-error.ts';
import { decideAlone, type Verdict } from './verdict.ts';

/** What one engine said, by itself: what is kept of it. */
export interface JudgedAnswer {
  readonly engine: string;
  /** 0 to 100, on the scale of this engine. */
  readonly score?: number;
  readonly threshold?: number;
  readonly verdict?: Verdict;
  /** Code of what kept it from a score, or from a verdict. */
  readonly error?: string;
}

/** The rule that was used, and what each engine said. */
export interface JudgedRouting {
  readonly rule: EngineRoute;
  readonly answers: readonly JudgedAnswer[];
}

/** Judges each engine's own result as if it were the only one. */
export const judgeRouting = (
  { rule, answers }: Routing,
  rules: Omit<VerdictRules, 'chances'>,
): JudgedRouting => {
  const divided = { ...rules, chances: chancesOf(rule) };
  return { rule, answers: answers.map((answer) => judgeAnswer(answer, divided)) };
};

const judgeAnswer = (answer: EngineAnswer, rules: VerdictRules): JudgedAnswer => {
  const { engine } = answer;
  if ('error' in answer) return { engine, error: answer.error.code };
  const { similarityScore: score } = answer.result;
  try {
    const { verdict, threshold } = decideAlone(answer.result, rules);
    return { engine, score, threshold, verdict };
  } catch (caught) {
    if (caught instanceof VerdictError) return { engine, score, error: caught.code };
    throw caught;
  }
};
