package org.ringback.capture;

/** Both directions between two endpoints. */
final class TcpConnection {

    /** Of the packet by which it became known. */
    final AddressPair addresses = new AddressPair();

    final TcpStream forward;
    final TcpStream backward;
    long lastFrame;

    TcpConnection(AddressPair first, TcpStreams shared) {
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

    void end() {
        forward.end();
        backward.end();
    }
}
