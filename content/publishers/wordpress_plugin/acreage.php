<?php
/*
Plugin Name: Acreage
Description: Lets Acreage keep an article's key, description, structured data and languages beside it, prints them in the page's head, and answers 301 or 410 for what was withdrawn. Put this file into wp-content/mu-plugins/.
Version: 1.0
License: GPL-2.0-or-later
License URI: https://www.gnu.org/licenses/old-licenses/gpl-2.0.html

Copyright the Acreage contributors. This file, and only this file, is free software: you may redistribute it
and/or modify it under the terms of the GNU General Public License, version 2 or (at your option) any later
version. It comes without any warranty.
*/

if (!defined('ABSPATH')) {
    exit;
}

const ACREAGE_VERSION = '1.0';
const ACREAGE_META = ['acreage_key', 'acreage_fingerprint', 'acreage_description', 'acreage_json_ld', 'acreage_hreflang', 'acreage_locale'];

/** Post types it works on; a site may add its own through the filter. */
function acreage_types()
{
    return apply_filters('acreage_post_types', ['post', 'page']);
}

/** Another SEO plugin prints description, Open Graph and its own structured data: then this one does not. */
function acreage_other()
{
    if (defined('WPSEO_VERSION')) {
        return 'yoast';
    }
    if (class_exists('RankMath')) {
        return 'rank-math';
    }
    return defined('AIOSEO_VERSION') ? 'aioseo' : '';
}

// --- what is kept beside an article: read and written by those who may edit it, shown to nobody else ---------

add_action('init', function () {
    foreach (acreage_types() as $type) {
        foreach (ACREAGE_META as $name) {
            register_post_meta($type, $name, [
                'type' => 'string',
                'single' => true,
                'default' => '',
                'show_in_rest' => ['schema' => ['type' => 'string', 'context' => ['edit']]],
                'auth_callback' => function ($allowed, $meta, $id) {
                    return current_user_can('edit_post', $id);
                },
            ]);
        }
        add_filter("rest_{$type}_query", 'acreage_by_key', 10, 2);
    }
});

/** `?acreage_key=`: exactly this key, for people who may edit. */
function acreage_by_key($query, $request)
{
    $key = $request->get_param('acreage_key');
    if (is_string($key) && $key !== '' && current_user_can('edit_posts')) {
        $query['meta_query'] = [['key' => 'acreage_key', 'value' => $key, 'compare' => '=']];
    }
    return $query;
}

/** Figures stand in <data>, Arabic values in <bdi>: authors without unfiltered_html may write them too. */
add_filter('wp_kses_allowed_html', function ($tags, $context) {
    if ($context === 'post') {
        $tags['data'] = ['value' => true, 'data-acreage' => true];
        $tags['bdi'] = ['dir' => true, 'lang' => true];
        $tags['time'] = ['datetime' => true];
    }
    return $tags;
}, 10, 2);

add_action('rest_api_init', function () {
    register_rest_route('acreage/v1', '/status', [
        'methods' => 'GET',
        'permission_callback' => function () {
            return current_user_can('edit_posts');
        },
        'callback' => function () {
            return ['version' => ACREAGE_VERSION, 'wordpress' => $GLOBALS['wp_version'], 'other' => acreage_other(),
                'default_category' => (int) get_option('default_category'), 'types' => array_values(acreage_types())];
        },
    ]);
    register_rest_route('acreage/v1', '/gone', [
        'methods' => 'POST',
        'args' => ['id' => ['type' => 'integer', 'required' => true], 'to' => ['type' => 'string', 'default' => '']],
        'permission_callback' => function ($request) {
            $id = (int) $request['id'];
            return get_post($id) === null || get_post_status($id) === 'trash' || current_user_can('delete_post', $id)
                ? current_user_can('publish_posts') : false;
        },
        'callback' => 'acreage_gone',
    ]);
});

// --- withdrawn pages: their address answers 301 to the survivor, or 410 --------------------------------------

/** Put an article away for good and remember its address. Doing it twice changes nothing. */
function acreage_gone($request)
{
    $id = (int) $request['id'];
    $to = esc_url_raw($request['to']);
    $post = get_post($id);
    $gone = acreage_map();
    foreach ($gone as $path => $each) {
        if ($each['id'] === $id) {
            $gone[$path]['to'] = $to;
        }
    }
    $is_ours = $post && in_array($post->post_type, acreage_types(), true);
    if ($is_ours && $post->post_status !== 'trash') {
        $post->post_status = 'publish'; // its address, also when it was taken off before; nothing is saved
        $gone[acreage_path(get_permalink($post))] = ['to' => $to, 'id' => $id];
    }
    update_option('acreage_gone', $gone, false);
    if ($is_ours) {
        clean_post_cache($id);
        if (get_post_status($id) !== 'trash') {
            wp_trash_post($id);
        }
    }
    return ['id' => $id, 'gone' => true];
}

function acreage_map()
{
    $gone = get_option('acreage_gone', []);
    return is_array($gone) ? $gone : [];
}

/** Path of an address, as it is asked for; plain permalinks (`/?p=12`) keep their number. */
function acreage_path($url)
{
    $path = rtrim((string) wp_parse_url($url, PHP_URL_PATH), '/') . '/';
    parse_str((string) wp_parse_url($url, PHP_URL_QUERY), $query);
    foreach (['p', 'page_id'] as $name) {
        if (isset($query[$name])) {
            return $path . '?' . $name . '=' . (int) $query[$name];
        }
    }
    return strtolower(rawurldecode($path));
}

add_action('template_redirect', function () {
    if (!is_404()) {
        return;
    }
    $gone = acreage_map();
    $path = acreage_path(home_url(add_query_arg([])));
    $path = isset($gone[$path]) ? $path : acreage_path($_SERVER['REQUEST_URI'] ?? '');
    if (!isset($gone[$path])) {
        return;
    }
    $to = $gone[$path]['to'];
    for ($hops = 0; $hops < 10 && $to !== '' && acreage_same_host($to) && isset($gone[acreage_path($to)]); $hops++) {
        if (url_to_postid($to)) {
            break; // it stands there again
        }
        $to = $gone[acreage_path($to)]['to']; // whoever asks gets there in one hop
    }
    if ($to !== '') {
        wp_redirect($to, 301, 'Acreage');
        exit;
    }
    status_header(410);
    nocache_headers();
    add_filter('pre_get_document_title', function () {
        return __('Page not found');
    });
}, 0);

function acreage_same_host($url)
{
    return wp_parse_url($url, PHP_URL_HOST) === wp_parse_url(home_url(), PHP_URL_HOST);
}

// --- the page's head ----------------------------------------------------------------------------------------

add_action('wp_head', function () {
    if (!is_singular(acreage_types())) {
        return;
    }
    $id = get_queried_object_id();
    $said = [];
    foreach (ACREAGE_META as $name) {
        $said[$name] = (string) get_post_meta($id, $name, true);
    }
    if ($said['acreage_key'] === '') {
        return;
    }
    acreage_meta('name', 'acreage', $said['acreage_key'] . ' ' . $said['acreage_fingerprint']);
    foreach ((array) json_decode($said['acreage_hreflang'], true) as $each) {
        if (is_array($each) && count($each) === 2) {
            printf("<link rel=\"alternate\" hreflang=\"%s\" href=\"%s\">\n", esc_attr($each[0]), esc_url($each[1]));
        }
    }
    if (acreage_other() !== '') {
        return;
    }
    acreage_meta('name', 'description', $said['acreage_description']);
    acreage_open_graph($id, $said);
    $node = json_decode($said['acreage_json_ld']);
    if ($node !== null) {
        echo '<script type="application/ld+json">'
            . wp_json_encode($node, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION)
            . "</script>\n";
    }
}, 1);

function acreage_open_graph($id, $said)
{
    acreage_meta('property', 'og:type', 'article');
    acreage_meta('property', 'og:title', wp_strip_all_tags(get_the_title($id)));
    acreage_meta('property', 'og:description', $said['acreage_description']);
    acreage_meta('property', 'og:url', get_permalink($id));
    acreage_meta('property', 'og:site_name', get_bloginfo('name'));
    acreage_meta('property', 'og:locale', str_replace('-', '_', $said['acreage_locale']));
    acreage_meta('property', 'article:published_time', get_post_time('c', true, $id));
    acreage_meta('property', 'article:modified_time', get_post_modified_time('c', true, $id));
    $image = wp_get_attachment_image_src(get_post_thumbnail_id($id), 'full');
    acreage_meta('name', 'twitter:card', $image ? 'summary_large_image' : 'summary');
    if ($image) {
        acreage_meta('property', 'og:image', $image[0]);
        acreage_meta('property', 'og:image:width', (string) $image[1]);
        acreage_meta('property', 'og:image:height', (string) $image[2]);
        acreage_meta('property', 'og:image:alt', (string) get_post_meta(get_post_thumbnail_id($id), '_wp_attachment_image_alt', true));
    }
}

function acreage_meta($kind, $name, $text)
{
    if ($text !== '' && $text !== false) {
        printf("<meta %s=\"%s\" content=\"%s\">\n", $kind, $name, esc_attr($text));
    }
}

// --- the direction of reading -------------------------------------------------------------------------------

/** An Arabic article on a site of another language reads from right to left; so does the other way round. */
add_filter('the_content', function ($content) {
    $locale = (string) get_post_meta(get_the_ID(), 'acreage_locale', true);
    if ($locale === '' || strtok($locale, '-') === strtok(get_bloginfo('language'), '-')) {
        return $content;
    }
    $direction = in_array(strtok($locale, '-'), ['ar', 'fa', 'he', 'ur'], true) ? 'rtl' : 'ltr';
    return sprintf('<div lang="%s" dir="%s">%s</div>', esc_attr($locale), $direction, $content);
}, 99);
