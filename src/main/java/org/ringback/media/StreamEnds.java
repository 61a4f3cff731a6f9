package org.ringback.media;

import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.wire.AddressText;
import org.ringback.capture.wire.Endpoint;

/** The ends of a stream as people write them. */
final class StreamEnds {

    private StreamEnds() {}

    static Endpoint source(AddressPair addresses) {
        return new Endpoint(
                AddressText.of(addresses.ipv6, addresses.sourceHigh, addresses.sourceLow), addresses.sourcePort);
    }

    static Endpoint destination(AddressPair addresses) {
        return new Endpoint(
                AddressText.of(addresses.ipv6, addresses.destinationHigh, addresses.destinationLow),
                addresses.destinationPort);
    }
}
