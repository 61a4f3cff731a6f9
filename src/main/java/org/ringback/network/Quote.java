package org.ringback.network;

import org.ringback.capture.wire.Endpoint;

/**
 * What an ICMP error quotes of the packet that it is about. Old routers quote only the ports (RFC 792), others as much as fits
 * (RFC 1812 section 4.3.2.3, RFC 4443 section 2.4).
 *
 * @param protocol the number of what is inside IP: 17 is UDP, 6 TCP, 132 SCTP
 * @param source who had sent it; without a port where a later fragment is quoted
 * @param length bytes behind the UDP header as it says, or 0 if that is not known
 * @param text the first bytes of a datagram's text as ISO 8859-1, empty if it is none or not quoted
 */
public record Quote(int protocol, Endpoint source, Endpoint destination, int length, String text) {

    static final int TCP = 6;
    static final int UDP = 17;
    static final int SCTP = 132;

    public boolean udp() {
        return protocol == UDP;
    }

    public boolean tcp() {
        return protocol == TCP;
    }
}
