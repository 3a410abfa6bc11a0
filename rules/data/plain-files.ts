/**
 * Files that ADD would not unpack, by their names: text, pictures, programs, and archives of other kinds than tar (zip, jar, deb). ADD knows tar, plain or
 * packed by gzip, bzip2, xz or zstd, whatever its name. Source: Dockerfile reference, ADD, "Adding local tar archives"; read 2026-11-27. Names of files
 * that are tars by themselves stand here in no list: `gem`, `apk`, `crate`, `ova`.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Behind the last dot, in lower case. */
export const plainExtensions: ReadonlySet<string> = words(`
  txt md rst adoc log csv tsv json json5 jsonc yaml yml toml xml ini cfg cnf conf config properties env lock sum mod plist desktop
  service socket timer target rules list sources repo pref cron crontab sample example dist default local template tmpl tpl j2 in
  sh bash zsh fish ksh csh ps1 psm1 bat cmd py pyi rb js mjs cjs jsx ts tsx vue svelte php pl pm lua r jl go rs c cc cpp cxx h hh hpp
  cs fs vb java kt kts scala groovy gradle clj cljs ex exs erl hs elm swift dart sql graphql proto thrift tf tfvars hcl nix cue rego
  sln csproj fsproj vbproj props cabal gemspec podspec cmake mk make bazel bzl patch diff awk sed vim el tcl asm s
  html htm xhtml css scss sass less map svg png jpg jpeg gif ico webp bmp ttf otf woff woff2 eot pdf mp3 mp4 wav ogg
  pem crt cer der key pub csr p12 pfx jks keystore truststore gpg asc sig sha256 sha512 md5 htpasswd pgpass netrc
  jar war ear zip deb rpm exe msi dll so dylib wasm class pyc whl egg nupkg vsix phar pid sock po mo pot ftl dict vcl xsl xslt xsd wsdl dtd
`);

/** Whole names, in lower case. */
export const plainNames: ReadonlySet<string> = words(`
  makefile gnumakefile dockerfile containerfile jenkinsfile vagrantfile procfile gemfile rakefile pipfile brewfile caddyfile justfile berksfile
  cargo.lock gradlew mvnw manage.py license licence copying readme notice authors changelog contributing version codeowners
  crontab passwd group hosts fstab sudoers motd resolv.conf authorized_keys known_hosts id_rsa.pub
`);

/** `.bashrc`, `.npmrc`, `.gitignore`: settings, which are text. */
export const plainDotFile =
  /^\.(?:[a-z0-9_-]*rc|[a-z0-9_-]*(?:ignore|config|profile|aliases)|env|bash_\w+|editorconfig|gitattributes|gitmodules|htaccess|htpasswd|netrc|pgpass|inputrc|screenrc|tmux\.conf)$/;
