/**
 * From files to findings, the one place where they meet. Takes captures, logs and pasted text and gives out calls at
 * any time while it reads, and then what was found out about each call and about all legs of one; it must never know
 * words or who asks.
 */
package org.ringback.reading;
