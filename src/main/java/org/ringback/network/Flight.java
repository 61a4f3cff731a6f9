package org.ringback.network;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.wire.Limits;

/** What one side sends of a handshake until it encrypts: records of TLS, and the messages in them. */
final class Flight {

    /** Takes what a flight holds. */
    interface Reader {
        /** A whole handshake message, whose body lies in a range. */
        void message(int type, MemorySegment bytes, long from, long to);

        void alert(int level, int description);
    }

    private static final int MESSAGE_HEADER = 4;

    private final Assembly assembly;
    private int read;
    private byte[] messages = new byte[0];
    private boolean foreign;
    private boolean encrypted;

    Flight(int base) {
        assembly = new Assembly(base);
    }

    /** Whether nothing more can be read: it is encrypted, damaged, or too long. */
    boolean over() {
        return encrypted || foreign || assembly.full();
    }

    /** Whether it went on in secret, as it does when all is well. */
    boolean encrypted() {
        return encrypted;
    }

    /** Whether it is no TLS, or damaged. */
    boolean foreign() {
        return foreign;
    }

    /** Whether a byte of it was seen. */
    boolean begun() {
        return assembly.ready() > 0;
    }

    /**
     * The data of a segment.
     *
     * @param secret whether both sides have agreed on TLS 1.3, in which a change of cipher means nothing
     */
    void add(MemorySegment segment, int sequence, long from, long to, Reader reader, boolean secret) {
        if (over()) {
            return;
        }
        assembly.add(segment, sequence, from, to);
        MemorySegment bytes = assembly.view();
        while (!over() && bytes.byteSize() - read >= TlsRecords.HEADER) {
            int type = Bytes.u8(bytes, read);
            int length = Bytes.u16(bytes, read + 3L);
            if (type < TlsRecords.CHANGE_CIPHER_SPEC
                    || type > TlsRecords.APPLICATION_DATA
                    || Bytes.u8(bytes, read + 1L) != 3
                    || length > TlsRecords.LONGEST) {
                foreign = true;
                return;
            }
            if (bytes.byteSize() - read - TlsRecords.HEADER < length) {
                return;
            }
            long begin = (long) read + TlsRecords.HEADER;
            read += TlsRecords.HEADER + length;
            record(bytes, type, begin, begin + length, reader, secret);
        }
    }

    private void record(MemorySegment bytes, int type, long from, long to, Reader reader, boolean secret) {
        switch (type) {
            case TlsRecords.HANDSHAKE -> handshake(bytes, from, to, reader);
            case TlsRecords.ALERT -> {
                if (to - from == 2) {
                    reader.alert(Bytes.u8(bytes, from), Bytes.u8(bytes, from + 1));
                } else {
                    encrypted = true;
                }
            }
            case TlsRecords.CHANGE_CIPHER_SPEC -> encrypted = !secret;
            default -> encrypted = true;
        }
    }

    /** A message may go on in the next record (RFC 8446 section 5.1). */
    private void handshake(MemorySegment bytes, long from, long to, Reader reader) {
        int kept = messages.length;
        int added = (int) (to - from);
        if (kept + added > Limits.HANDSHAKE_BYTES) {
            foreign = true;
            return;
        }
        messages = Arrays.copyOf(messages, kept + added);
        Bytes.copy(bytes, from, messages, kept, added);
        MemorySegment all = MemorySegment.ofArray(messages);
        long at = 0;
        while (messages.length - at >= MESSAGE_HEADER) {
            int length = Bytes.i32(all, at) & 0xFF_FFFF;
            if (messages.length - at - MESSAGE_HEADER < length) {
                break;
            }
            long body = at + MESSAGE_HEADER;
            reader.message(Bytes.u8(all, at), all, body, body + length);
            at = body + length;
        }
        messages = Arrays.copyOfRange(messages, (int) at, messages.length);
    }
}
