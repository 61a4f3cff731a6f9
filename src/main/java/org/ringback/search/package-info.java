/**
 * Which codes somebody means who complains in their own words. Takes the pages of all languages and what was typed and
 * gives out codes, best first, each with the words that speak for it, and what was typed that is no code; it must never
 * know how anything is shown or how a language is taken apart.
 */
package org.ringback.search;
