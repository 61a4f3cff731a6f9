package org.ringback.hearing;

import java.util.Arrays;
import java.util.Optional;
import org.ringback.sound.srtp.Opened;
import org.ringback.sound.srtp.SecureStream;

/** The payload of an RTP packet in the clear (RFC 3550, section 5.1), opened with a key if there are some. */
final class ClearPacket {

    private static final int HEADER = 12;

    private ClearPacket() {}

    /** Without header, extension and padding; empty if no key fits. */
    static Optional<byte[]> of(byte[] bytes, Optional<SecureStream> secure) {
        if (secure.isPresent()) {
            return secure.get().open(bytes) instanceof Opened.Clear clear
                    ? Optional.of(clear.payload())
                    : Optional.empty();
        }
        int from = HEADER + 4 * (bytes[0] & 0xF);
        if ((bytes[0] & 0x10) != 0 && from + 4 <= bytes.length) {
            from += 4 + 4 * ((bytes[from + 2] & 0xFF) << 8 | (bytes[from + 3] & 0xFF));
        }
        int padding = (bytes[0] & 0x20) != 0 ? bytes[bytes.length - 1] & 0xFF : 0;
        int to = bytes.length - padding;
        return Optional.of(from <= to ? Arrays.copyOfRange(bytes, from, to) : new byte[0]);
    }
}
