/**
 * Layers around a payload. Takes the bytes of one packet and gives them on to the datagrams and streams above, through
 * link layers, IP, fragments, tunnels, UDP and SCTP; it must never know in which kind of file a packet lay.
 */
package org.ringback.capture.packet;
