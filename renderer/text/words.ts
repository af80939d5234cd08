/** The same messages in another language: every key, whatever it says. */
export type Words<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string ? string : Words<Messages[Key]>;
};
