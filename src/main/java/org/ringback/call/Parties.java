package org.ringback.call;

import org.ringback.sip.HeaderLookup;

/** Who calls whom: the From and To headers of a message, as they stand there. */
record Parties(Identity from, Identity to) {

    static Parties of(HeaderLookup headers) {
        return new Parties(
                headers.first("From", "f").map(Identity::of).orElse(Identity.UNKNOWN),
                headers.first("To", "t").map(Identity::of).orElse(Identity.UNKNOWN));
    }
}
