/**
 * What things are called: endings, legs, findings' labels, the words of a ladder, times. Takes values and gives out
 * keys and texts in one language; it must never know the page.
 */
package org.ringback.words;
