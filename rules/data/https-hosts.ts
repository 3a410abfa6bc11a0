/**
 * Public hosts of software that answer by https, by their domain: what lies below it does, too. Sources: the download pages and mirrors of each project, which
 * name https addresses; read 2026-11-28.
 */
const domains: ReadonlySet<string> = new Set(
  (
    'github.com githubusercontent.com github.io gitlab.com bitbucket.org debian.org ubuntu.com alpinelinux.org fedoraproject.org centos.org rockylinux.org almalinux.org ' +
    'opensuse.org archlinux.org apache.org gnu.org kernel.org python.org pypi.org pythonhosted.org nodejs.org npmjs.org yarnpkg.com rubygems.org ruby-lang.org golang.org ' +
    'go.dev php.net perl.org cpan.org maven.org gradle.org jenkins.io jenkins-ci.org docker.com docker.io quay.io k8s.io googleapis.com google.com amazonaws.com ' +
    'microsoft.com nginx.org nginx.com openssl.org samba.org zlib.net sourceforge.net mysql.com mariadb.org postgresql.org mongodb.org redis.io elastic.co oracle.com ' +
    'eclipse.org jboss.org wordpress.org drupal.org hashicorp.com grafana.com influxdata.com nodesource.com launchpad.net launchpadcontent.net'
  ).split(' '),
);

/** @param host in small letters or not, without a port. */
export function isKnownHttpsHost(host: string): boolean {
  const labels = host.toLowerCase().split('.');
  return labels.some((_, i) => domains.has(labels.slice(i).join('.')));
}
