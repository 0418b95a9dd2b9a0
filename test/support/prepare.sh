#!/bin/sh
# What npm test needs beside npm packages: our own Node, a Chromium, a Redis server, a PostgreSQL server, a library that
# moves processes through time, and two relying parties of others (test/interop): Apache with mod_auth_openidc, and Python
# with Authlib.
set -eu
cd "$(dirname -- "$0")/../.."

bin/node -e 0

chromium=${CHROMIUM:-/usr/bin/chromium}
missing=''
[ -x "$chromium" ] || missing='chromium fonts-noto-core'
command -v redis-server >/dev/null && command -v redis-cli >/dev/null || missing="$missing redis-server"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
ls /usr/lib/*/faketime/libfaketimeMT.so.1 >/dev/null 2>&1 || missing="$missing libfaketime"
[ -e /usr/lib/apache2/modules/mod_auth_openidc.so ] && [ -x /usr/sbin/apache2 ] ||
  missing="$missing apache2-bin libapache2-mod-auth-openidc"
/usr/bin/python3 -c 'import authlib, flask, requests' 2>/dev/null ||
  missing="$missing python3 python3-authlib python3-flask python3-requests"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ] || ! grep -qs '^ID=debian$' /etc/os-release; then
  echo "prepare: not installed here: $missing; a Chromium may be named in CHROMIUM" >&2
  exit 1
fi
if [ ! -x "$chromium" ] && [ "$chromium" != /usr/bin/chromium ]; then
  echo "prepare: there is no $chromium, which CHROMIUM names" >&2
  exit 1
fi

# The tests start servers of their own on free ports; none may be left running on a default one.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
fi
mkdir -p /etc/postgresql-common/createcluster.d
echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.d/senid.conf

echo "prepare: installing $missing"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# shellcheck disable=SC2086 # several packages
apt-get install -qq -y --no-install-recommends $missing >/dev/null
