/**
 * What can be asked in one language. Takes the handbook, the words, calls and a format and gives out answers, as documents or
 * printed, and selected calls as files; it must never know who asks, the window or the command line.
 */
package org.ringback.answers;
