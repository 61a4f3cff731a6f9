/**
 * Bytes that come in order. Takes TCP segments and gives out the messages in their stream, as SIP, WebSocket or HEP,
 * shows packets of media in it to who watches, and tells what was lost on the way; it must never know which layers stood before.
 */
package org.ringback.capture.stream;
