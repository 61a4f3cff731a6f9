/**
 * How good a call can have sounded. Takes the name of a codec, lost packets and assumed delays and gives ratings by the E-model,
 * or says why there is none; it must never know SIP, calls, captures, files, words or the window.
 */
package org.ringback.sound.quality;
