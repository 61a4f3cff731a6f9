/**
 * What a language makes of text. Takes text and the tag of its language and gives out its words, each with its stem,
 * and whether it says anything by itself; it must never know what the program is about.
 */
package org.ringback.search.terms;
