<?php
// WordPress asks no server of its own network for embeds. The server under test is one, and the only exception.
// What WordPress makes of the answer is not touched.
$provider = getenv('TEST_PROVIDER');
add_filter('http_request_host_is_external', function ($external, $host, $url) use ($provider) {
    return $external || strpos($url, $provider) === 0;
}, 10, 3);
add_filter('http_allowed_safe_ports', function ($ports, $host, $url) use ($provider) {
    return strpos($url, $provider) === 0 ? array_merge($ports, [(int) parse_url($provider, PHP_URL_PORT)]) : $ports;
}, 10, 3);
