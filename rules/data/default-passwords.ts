/** Passwords that programs come with, and that their guides show: the first that anybody tries. Source: the guide of each image, from memory; the day of reading was not noted. */
export const defaultPasswords: ReadonlySet<string> = new Set([
  'admin',
  'changeit',
  'changeme',
  'change_me',
  'change-me',
  'changethis',
  'changethispassword',
  'guest',
  'minioadmin',
  'minio123',
  'password',
  'postgres',
  'root',
]);
