/**
 * What people and programs put around the lines of a log before it is read: colors, quotes, markup, records of JSON,
 * lost line ends. Takes text and gives the same text without it, each line with its number in the file; it must never
 * know what a log says.
 */
package org.ringback.capture.wrap;
