/**
 * What a listener heard. Takes the packets of one stream as plain records with the codecs that their payload types stand for, and
 * gives samples as a telephone would have played them, and what was missing in them; it must never
 * know SIP, calls, captures, files, words or the window.
 */
package org.ringback.sound;
