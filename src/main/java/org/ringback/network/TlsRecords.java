package org.ringback.network;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Bytes;

/** What the first bytes of TLS look like (RFC 8446 section 5.1, RFC 5246 section 6.2.1). */
final class TlsRecords {

    static final int HEADER = 5;
    static final int CHANGE_CIPHER_SPEC = 20;
    static final int ALERT = 21;
    static final int HANDSHAKE = 22;
    static final int APPLICATION_DATA = 23;
    static final int CLIENT_HELLO = 1;

    /** Plain or encrypted, with what old versions may add. */
    static final int LONGEST = (1 << 14) + 2048;

    private TlsRecords() {}

    /** Whether a record begins here of which something may be told: a handshake or an alert. */
    static boolean begins(MemorySegment bytes, long from, long to) {
        if (to - from < HEADER + 2) {
            return false;
        }
        int type = Bytes.u8(bytes, from);
        return (type == HANDSHAKE || type == ALERT) && Bytes.u8(bytes, from + 1) == 3 && Bytes.u8(bytes, from + 2) <= 4;
    }

    /** Whether this record is an alert that is not encrypted. */
    static boolean alert(MemorySegment bytes, long from, long to) {
        return begins(bytes, from, to)
                && Bytes.u8(bytes, from) == ALERT
                && Bytes.u16(bytes, from + 3) == 2
                && TlsAlert.known(Bytes.u8(bytes, from + HEADER), Bytes.u8(bytes, from + HEADER + 1));
    }

    /** Whether a client begins here. */
    static boolean clientHello(MemorySegment bytes, long from, long to) {
        return begins(bytes, from, to)
                && Bytes.u8(bytes, from) == HANDSHAKE
                && Bytes.u8(bytes, from + HEADER) == CLIENT_HELLO;
    }
}
