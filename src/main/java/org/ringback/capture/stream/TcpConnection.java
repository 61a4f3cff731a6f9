package org.ringback.capture.stream;

import org.ringback.capture.payload.AddressPair;

/** Both directions between two endpoints. */
public final class TcpConnection {

    /** Of the packet by which it became known. */
    final AddressPair addresses = new AddressPair();

    public final TcpStream forward;
    public final TcpStream backward;
    long lastFrame;

    public TcpConnection(AddressPair first, TcpStreams shared) {
        addresses.set(first);
        var reverse = new AddressPair();
        reverse.set(first);
        reverse.sourceHigh = first.destinationHigh;
        reverse.sourceLow = first.destinationLow;
        reverse.sourcePort = first.destinationPort;
        reverse.destinationHigh = first.sourceHigh;
        reverse.destinationLow = first.sourceLow;
        reverse.destinationPort = first.sourcePort;
        forward = new TcpStream(addresses, shared);
        backward = new TcpStream(reverse, shared);
    }

    /** Whether nothing of it is of use. */
    boolean dropped() {
        return forward.content().dropped() && backward.content().dropped();
    }

    public void end() {
        forward.end();
        backward.end();
    }
}
