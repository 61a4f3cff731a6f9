package org.ringback.capture.packet;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Output;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Unusable;
import org.ringback.sip.MessageFramer;

/** What one side of an SCTP association has sent: the latest transmission sequence numbers, and pieces of messages. */
final class SctpDirection {

    /** How many numbers a retransmission may be late. */
    private static final int REMEMBERED = 1024;

    private record Piece(MemorySegment bytes, boolean begins, boolean ends, long frame) {}

    /** Shared by all directions of a file. */
    static final class Budget {
        private int pieces;
        private long bytes;

        /** The name of the limit that one more piece of so many bytes would exceed, or none. */
        String exceededBy(long more) {
            if (pieces >= Limits.SCTP_FRAGMENTS) {
                return "SCTP_FRAGMENTS";
            }
            return bytes + more > Limits.SCTP_BYTES ? "SCTP_BYTES" : "";
        }
    }

    private final Budget budget;
    private final int[] numbers = new int[REMEMBERED];
    private final boolean[] known = new boolean[REMEMBERED];
    private final Map<Integer, Piece> pieces = new HashMap<>();

    SctpDirection(Budget budget) {
        this.budget = budget;
    }

    /** Whether a transmission number was not seen yet. */
    boolean first(int number) {
        int slot = number & (REMEMBERED - 1);
        if (known[slot] && numbers[slot] == number) {
            return false;
        }
        known[slot] = true;
        numbers[slot] = number;
        return true;
    }

    /** Keeps a piece of a message. */
    void hold(Packet packet, int number, boolean begins, boolean ends, long from, long to) {
        if (pieces.containsKey(number)) {
            // So late that its number was forgotten.
            remove(number);
        }
        budget.pieces++;
        budget.bytes += to - from;
        MemorySegment bytes =
                MemorySegment.ofArray(packet.bytes.asSlice(from, to - from).toArray(JAVA_BYTE));
        pieces.put(number, new Piece(bytes, begins, ends, packet.frame));
    }

    /** The length of the message that a piece belongs to if all of it is there, or -1. */
    long complete(int number) {
        int first = begin(number);
        if (!pieces.containsKey(first)) {
            return -1;
        }
        long length = 0;
        for (int at = first; pieces.containsKey(at); at++) {
            Piece piece = pieces.get(at);
            length += piece.bytes().byteSize();
            if (piece.ends()) {
                return length;
            }
        }
        return -1;
    }

    /** The number of the piece with which the message of another one begins, or that of a missing one before it. */
    private int begin(int number) {
        int at = number;
        while (pieces.containsKey(at) && !pieces.get(at).begins()) {
            at--;
        }
        return at;
    }

    /** Writes a complete message and forgets its pieces. */
    void take(int number, MemorySegment to) {
        long length = 0;
        for (int at = begin(number); ; at++) {
            Piece piece = remove(at);
            Bytes.copy(piece.bytes(), 0, to, length, piece.bytes().byteSize());
            length += piece.bytes().byteSize();
            if (piece.ends()) {
                return;
            }
        }
    }

    private Piece remove(int number) {
        Piece piece = pieces.remove(number);
        budget.pieces--;
        budget.bytes -= piece.bytes().byteSize();
        return piece;
    }

    void reportUnfinished(Output output) {
        for (Piece piece : pieces.values()) {
            if (piece.begins()
                    && MessageFramer.startsMessage(
                            piece.bytes(), 0, piece.bytes().byteSize())) {
                output.unusable(piece.frame(), Unusable.Reason.UNFINISHED_MESSAGE, "SCTP");
            }
        }
    }

    /** Forgets all pieces; false if there were none. */
    boolean forget() {
        boolean any = !pieces.isEmpty();
        for (Piece piece : pieces.values()) {
            budget.pieces--;
            budget.bytes -= piece.bytes().byteSize();
        }
        pieces.clear();
        return any;
    }
}
