#!/usr/bin/env bash
# A real WordPress on this machine alone, for the tests: Debian's packages, MariaDB on a private socket, `php -S`.
#
#   wordpress.sh DIR PORT    start it (installed on the first call); prints {"url","version","users"}, kept in DIR/creds.json
#   wordpress.sh DIR stop    stop both servers; the data stay
#
# WORKERS=4 PHP processes. Root (or sudo) is needed only for apt, and only when PHP or MariaDB is missing; WordPress is
# unpacked, not installed, since its package brings a web server. WordPress' own cron is off: who tests schedules calls
# /wp-cron.php?doing_wp_cron. A Unix socket's path ends at 107 bytes: keep DIR short.
set -euo pipefail
[ $# -eq 2 ] || { echo "usage: $0 DIR PORT|stop" >&2; exit 2; }
dir=$(realpath -m "$1")
port=$2
[ "${#dir}" -le 90 ] || { echo "$dir: too long for a socket's path" >&2; exit 2; }

failed() {  # what, log
  echo "$1 ($2)" >&2
  tail -n 5 "$2" >&2 || true
  exit 1
}

if [ "$port" = stop ]; then
  # The PHP server is a group of its own: its workers outlive a plain kill and keep the port.
  [ -s "$dir/php.pid" ] && kill -- "-$(cat "$dir/php.pid")" 2>/dev/null || true
  rm -f "$dir/php.pid"
  if [ -s "$dir/db.pid" ]; then
    db=$(cat "$dir/db.pid")
    kill "$db" 2>/dev/null || true
    for _ in $(seq 100); do kill -0 "$db" 2>/dev/null || break; sleep 0.1; done
  fi
  exit 0
fi

mkdir -p "$dir"/{deb,unpacked,db,site,log}

packages() {
  local root=""
  [ "$(id -u)" -eq 0 ] || root=sudo
  if ! { command -v mariadbd && php -r 'exit(array_diff(["mysqli", "gd", "xml", "mbstring", "curl"], get_loaded_extensions()) ? 1 : 0);'; } >/dev/null 2>&1; then
    $root apt-get update
    $root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      php-cli php-mysql php-gd php-xml php-mbstring php-curl mariadb-server curl
  fi
  cd "$dir/deb"
  local wanted=(wordpress wordpress-theme-twentytwentythree libjs-cropper libjs-underscore libjs-prototype libjs-scriptaculous php-getid3)
  apt-get download "${wanted[@]}" || { $root apt-get update; apt-get download "${wanted[@]}"; }
  for deb in *.deb; do dpkg -x "$deb" ../unpacked; done
}

if [ ! -e "$dir/site/wp-load.php" ]; then
  (packages) >"$dir/log/packages.log" 2>&1 || failed "packages could not be had" "$dir/log/packages.log"
  # Some links dangle on purpose (.htaccess, the CA bundle).
  cp -rL "$dir/unpacked/usr/share/wordpress/." "$dir/site/" 2>/dev/null || true
  cp -rL "$dir/unpacked/var/lib/wordpress/wp-content/." "$dir/site/wp-content/" 2>/dev/null || true
  mkdir -p "$dir/site/wp-content/uploads" "$dir/site/wp-content/mu-plugins"
fi

if [ ! -d "$dir/db/mysql" ]; then
  mariadb-install-db --no-defaults --datadir="$dir/db" --auth-root-authentication-method=normal --skip-test-db \
    --user="$(id -un)" >"$dir/log/db-install.log" 2>&1 || failed "the database could not be made" "$dir/log/db-install.log"
fi
mariadbd --no-defaults --user="$(id -un)" --datadir="$dir/db" --socket="$dir/db.sock" --pid-file="$dir/db.pid" \
  --skip-networking --innodb-flush-log-at-trx-commit=0 --innodb-buffer-pool-size=64M --skip-log-bin \
  </dev/null >"$dir/log/db.log" 2>&1 &
sql() { mariadb --no-defaults -uroot -S "$dir/db.sock" -e "$1"; }
for _ in $(seq 300); do sql 'select 1' >/dev/null 2>&1 && break; sleep 0.1; done
sql "create database if not exists wp character set utf8mb4;
  create user if not exists wp@localhost identified by 'wp'; grant all on wp.* to wp@localhost;" \
  >"$dir/log/sql.log" 2>&1 || failed "the database did not come up" "$dir/log/db.log"

cat >"$dir/site/wp-config.php" <<PHP
<?php
define('DB_NAME', 'wp'); define('DB_USER', 'wp'); define('DB_PASSWORD', 'wp');
define('DB_HOST', 'localhost:$dir/db.sock'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_ENVIRONMENT_TYPE', 'local');  // application passwords without TLS
define('WP_HOME', 'http://127.0.0.1:$port'); define('WP_SITEURL', WP_HOME);
define('WP_HTTP_BLOCK_EXTERNAL', true); define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISABLE_WP_CRON', true); define('WP_DEBUG', false); define('WP_MEMORY_LIMIT', '256M');
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as \$name) {
    define(\$name . '_KEY', 'test'); define(\$name . '_SALT', 'test');
}
\$table_prefix = 'wp_';
if (!defined('ABSPATH')) { define('ABSPATH', __DIR__ . '/'); }
require_once ABSPATH . 'wp-settings.php';
PHP

cat >"$dir/install.php" <<'PHP'
<?php // once the site, at every start a fresh application password for each role
[, $dir, $port] = $argv;
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = "127.0.0.1:$port"; $_SERVER['REQUEST_URI'] = '/';
require "$dir/site/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
$roles = ['administrator' => 'admin', 'editor' => 'editor', 'author' => 'author', 'contributor' => 'contributor'];
if (!is_blog_installed()) {
    wp_install('Test site', 'admin', 'admin@example.test', true, '', wp_generate_password());
    update_option('permalink_structure', '/%postname%/');
    update_option('timezone_string', 'Europe/Berlin');
    foreach (array_slice($roles, 1) as $role => $login) {
        wp_insert_user(['user_login' => $login, 'user_pass' => wp_generate_password(), 'user_email' => "$login@example.test", 'role' => $role]);
    }
}
$users = [];
foreach ($roles as $login) {
    $id = get_user_by('login', $login)->ID;
    WP_Application_Passwords::delete_all_application_passwords($id);
    $users[$login] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'acreage'])[0];
}
file_put_contents("$dir/creds.json", json_encode(['url' => "http://127.0.0.1:$port", 'version' => $GLOBALS['wp_version'], 'users' => $users], JSON_UNESCAPED_SLASHES));
PHP
php "$dir/install.php" "$dir" "$port" >"$dir/log/install.log" 2>&1 || failed "WordPress could not be installed" "$dir/log/install.log"

cat >"$dir/router.php" <<'PHP'
<?php // pretty permalinks: what is no file goes to index.php
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$file = $_SERVER['DOCUMENT_ROOT'] . $path;
if ($path !== '/' && is_file($file)) { return false; }
$index = $path !== '/' && is_dir($file) ? rtrim($file, '/') . '/index.php' : '';
if ($index && is_file($index)) { require $index; return true; }
$_SERVER['SCRIPT_NAME'] = '/index.php';
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
PHP
PHP_CLI_SERVER_WORKERS=${WORKERS:-4} setsid php -d upload_max_filesize=16M -d post_max_size=20M -d opcache.enable_cli=1 \
  -S "127.0.0.1:$port" -t "$dir/site" "$dir/router.php" </dev/null >"$dir/log/php.log" 2>&1 &
echo $! >"$dir/php.pid"
for _ in $(seq 300); do curl -fsS "http://127.0.0.1:$port/wp-json/" >/dev/null 2>&1 && break; sleep 0.1; done
curl -fsS "http://127.0.0.1:$port/wp-json/" >/dev/null 2>&1 || failed "WordPress does not answer" "$dir/log/php.log"
cat "$dir/creds.json"
echo
