/**
 * Encrypted media, opened with keys that were exchanged in the clear. Takes the value of a {@code crypto} attribute and
 * protected RTP packets and gives clear payloads, or says that no key fits; it must never know SIP, calls, captures, files,
 * words or the window.
 */
package org.ringback.sound.srtp;
