/**
 * What each response code means. Takes the facts of {@code handbook/codes.json} and the words of one language and gives
 * out codes with facets and definitions, and search over them; it must never know how anything is shown.
 */
package org.ringback.handbook;
