package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Bytes;

/** Knows TLS when it sees it (RFC 8446 section 5.1); nothing of it is decrypted. */
final class Tls {

    private static final int HEADER = 5;
    private static final int FIRST_TYPE = 20;
    private static final int LAST_TYPE = 23;
    private static final int LONGEST = (1 << 14) + 2048;

    /** 5060 and 5061 are registered (RFC 3261 section 19.1.2); those after them are given to further trunks and tenants. */
    private static final int FIRST_PORT = 5060;

    private static final int LAST_PORT = 5099;

    private Tls() {}

    /** Whether a record of any version since SSL 3.0 begins here: a handshake, an alert, data. */
    static boolean startsRecord(MemorySegment bytes, long from, long to) {
        if (to - from < HEADER) {
            return false;
        }
        int type = Bytes.u8(bytes, from);
        int length = Bytes.u16(bytes, from + 3);
        return type >= FIRST_TYPE
                && type <= LAST_TYPE
                && Bytes.u8(bytes, from + 1) == 3
                && Bytes.u8(bytes, from + 2) <= 4
                && length > 0
                && length <= LONGEST;
    }

    /** Whether it is likely SIP that is encrypted between these ports, and not a web page. */
    static boolean onPortOfSip(AddressPair addresses) {
        return ofSip(addresses.sourcePort) || ofSip(addresses.destinationPort);
    }

    private static boolean ofSip(int port) {
        return port >= FIRST_PORT && port <= LAST_PORT;
    }
}
