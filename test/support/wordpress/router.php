<?php
/**
 * Routes requests for PHP's built-in server the way a web server with pretty permalinks does: existing files as they
 * are, everything else to WordPress.
 */

$root = $_SERVER['DOCUMENT_ROOT'];
$path = '/' . ltrim( (string) parse_url( urldecode( $_SERVER['REQUEST_URI'] ), PHP_URL_PATH ), '/' );

$rig_types = array(
	'css'   => 'text/css',
	'js'    => 'text/javascript',
	'svg'   => 'image/svg+xml',
	'png'   => 'image/png',
	'woff2' => 'font/woff2',
);

// What belongs to WordPress itself stays the same, so that browsers may keep it, as they do of any other server: a
// page of wp-admin asks for a hundred files.
$rig_type = $rig_types[ pathinfo( $path, PATHINFO_EXTENSION ) ] ?? '';
if ( $rig_type && preg_match( '#^/wp-(admin|includes)/#', $path ) && is_file( $root . $path ) ) {
	header( "Content-Type: $rig_type" );
	header( 'Cache-Control: max-age=3600' );
	readfile( $root . $path );
	return true;
}

// The sites of a network, in folders that are not there.
if ( ! file_exists( $root . $path ) && preg_match( '#^/[a-z0-9-]+(/wp-(?:admin|content|includes)(?:/.*)?|/[^/]+\.php)$#', $path, $rig_parts ) ) {
	$path = $rig_parts[1];
	if ( is_file( $root . $path ) && '.php' !== substr( $path, -4 ) ) {
		header( 'Content-Type: ' . ( $rig_types[ pathinfo( $path, PATHINFO_EXTENSION ) ] ?? 'application/octet-stream' ) );
		readfile( $root . $path );
		return true;
	}
}
if ( is_dir( $root . $path ) && '/' !== substr( $path, -1 ) ) {
	header( "Location: $path/" );
	return true;
}
if ( is_dir( $root . $path ) && is_file( $root . $path . 'index.php' ) ) {
	$path .= 'index.php';
}
if ( is_file( $root . $path ) && '.php' !== substr( $path, -4 ) ) {
	return false;
}
if ( ! is_file( $root . $path ) ) {
	$path = '/index.php';
}

$_SERVER['SCRIPT_NAME']     = $path;
$_SERVER['PHP_SELF']        = $path;
$_SERVER['SCRIPT_FILENAME'] = $root . $path;
chdir( dirname( $root . $path ) );
require $root . $path;
return true;
