/**
 * What things are called: endings, legs, findings' labels, the words of a ladder, times. Takes values and gives out keys and
 * texts in one language; it must never know the page on which they stand.
 */
package org.ringback.words;
