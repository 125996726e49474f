<?php
// Sets WordPress up: one administrator, the theme that Debian ships.
define('WP_INSTALLING', true);
$home = parse_url(getenv('TEST_HOME'));
$_SERVER['HTTP_HOST'] = $home['host'] . ':' . $home['port'];
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
require __DIR__ . '/wp/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
if (!function_exists('wp_new_blog_notification')) {
    function wp_new_blog_notification() {}
}
wp_install('Embedding', 'admin', 'admin@example.org', false, '', 'only-for-a-test');
switch_theme('twentytwentythree');
echo get_bloginfo('version');
