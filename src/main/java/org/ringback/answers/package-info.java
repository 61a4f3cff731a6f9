/**
 * What can be asked in one language. Takes the handbook, the words, calls and a format and gives out answers, as
 * documents or printed, and selected calls as files; it must never know who asks.
 */
package org.ringback.answers;
