package org.ringback.capture.stream;

import org.ringback.capture.payload.AddressPair;

/** Both directions between two endpoints. */
public final class TcpConnection {

    /** Of the packet by which it became known. */
    final AddressPair addresses = new AddressPair();

    public final TcpStream forward;
    public final TcpStream backward;
    public final StreamContent forwardContent;
    public final StreamContent backwardContent;
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
        forwardContent = new StreamContent(addresses, shared);
        backwardContent = new StreamContent(reverse, shared);
        forward = new TcpStream(forwardContent, shared);
        backward = new TcpStream(backwardContent, shared);
    }

    /** Whether nothing of it is of use. */
    boolean dropped() {
        return forwardContent.dropped() && backwardContent.dropped();
    }

    public void end() {
        forward.end();
        backward.end();
    }
}
