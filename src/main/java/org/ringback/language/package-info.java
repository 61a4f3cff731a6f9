/**
 * Which words are shown. Takes language files (properties and JSON, one set per language) and gives out texts and
 * bundles in the language asked for, filled per entry from its parent language and from English; it must never know
 * what the program is about.
 */
package org.ringback.language;
