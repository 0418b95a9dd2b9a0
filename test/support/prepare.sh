#!/bin/sh
# What npm test needs beside npm packages: our own Node, and a Chromium for the tests in a browser.
set -eu
cd "$(dirname -- "$0")/../.."

bin/node -e 0

chromium=${CHROMIUM:-/usr/bin/chromium}
if [ ! -x "$chromium" ]; then
  if [ "$chromium" != /usr/bin/chromium ] || [ "$(id -u)" -ne 0 ] || ! grep -qs '^ID=debian$' /etc/os-release; then
    echo "prepare: there is no $chromium; install Chromium, or name one in CHROMIUM" >&2
    exit 1
  fi
  echo 'prepare: installing Chromium'
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -qq -y --no-install-recommends chromium fonts-noto-core >/dev/null
fi
