<?php
// Publishes what stands in a file, as its author would paste it, and says at which address it is.
$home = parse_url(getenv('TEST_HOME'));
$_SERVER['HTTP_HOST'] = $home['host'] . ':' . $home['port'];
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
require __DIR__ . '/wp/wp-load.php';
wp_set_current_user(1);
echo wp_insert_post([
    'post_title' => 'Embedding',
    'post_status' => 'publish',
    'post_content' => file_get_contents($argv[1]),
]);
