/**
 * From files to SIP messages on the wire. Takes captures and logs of any kind and gives out framed messages, each once,
 * in the order of the file, with time and addresses as far as they are known; it must never know what a message means.
 * A file is mapped only while it is read, and messages are copies: others may change it, and to compare bytes in a
 * mapping ends the program when its file has become shorter. The rooms below it go up in one direction: wire, payload,
 * stream, packet, file; text stands beside them.
 */
package org.ringback.capture;
