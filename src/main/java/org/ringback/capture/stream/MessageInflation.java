package org.ringback.capture.stream;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.ringback.capture.wire.Limits;

/**
 * Unpacks the messages of one direction of a WebSocket connection with permessage-deflate (RFC 7692 section 7.2.2). What was
 * unpacked stays in the window for the next message; a sender that begins each message anew does not refer to it.
 */
final class MessageInflation implements AutoCloseable {

    /** What the sender has left out of the end of each message. */
    private static final byte[] TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};

    private final Inflater inflater = new Inflater(true);

    /**
     * The whole message, or null if it is more than {@link Limits#INFLATED}.
     *
     * @throws DataFormatException if it is damaged, or refers to a message that was not captured
     */
    MemorySegment of(MemorySegment bytes, long from, long to) throws DataFormatException {
        try {
            byte[] message = new byte[8192];
            inflater.setInput(bytes.asSlice(from, to - from).toArray(JAVA_BYTE));
            int length = inflate(message, 0);
            while (length == message.length && length < Limits.INFLATED) {
                message = Arrays.copyOf(message, Math.min(Limits.INFLATED, 2 * length));
                length = inflate(message, length);
            }
            if (length < message.length) {
                inflater.setInput(TAIL);
                length = inflate(message, length);
            }
            if (length == message.length) {
                inflater.reset();
                return null;
            }
            if (inflater.finished()) {
                inflater.reset();
            }
            return MemorySegment.ofArray(message).asSlice(0, length);
        } catch (DataFormatException e) {
            inflater.reset();
            throw e;
        }
    }

    /** Unpacks behind what is there until there is nothing more to unpack or no room; gives back the new end. */
    private int inflate(byte[] message, int from) throws DataFormatException {
        int length = from;
        while (length < message.length) {
            int more = inflater.inflate(message, length, message.length - length);
            if (more == 0) {
                return length;
            }
            length += more;
        }
        return length;
    }

    @Override
    public void close() {
        inflater.close();
    }
}
