/**
 * What can be asked in one language. Takes the handbook, the words and a format and gives out answers; it must never know who
 * asks, the window or the command line.
 */
package org.ringback.answers;
