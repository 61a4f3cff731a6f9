/**
 * What a packet carries. Takes the bytes behind its last header and gives out SIP messages, unwrapped from HEP where
 * needed and each once although mirrored ports show it twice; it must never know which layers stood before.
 */
package org.ringback.capture.payload;
