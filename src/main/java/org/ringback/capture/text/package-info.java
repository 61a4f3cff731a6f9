/**
 * SIP messages out of text: logs, traces and exports that people save or paste. Takes the bytes of one file and gives
 * out the messages in it as they were on the wire, as well as that can be known; what the text does not say stays
 * unknown, and it must never know packets.
 */
package org.ringback.capture.text;
