/**
 * From the payload of a packet to sound. Takes the name of a codec and the bytes of one payload after the other and gives PCM
 * samples, or says that they cannot be decoded; it must never know SIP, calls, captures, files, words or the window.
 */
package org.ringback.sound.codec;
