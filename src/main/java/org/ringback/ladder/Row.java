package org.ringback.ladder;

import java.util.List;
import java.util.Optional;
import org.ringback.call.Message;

/**
 * The arrow of a message.
 *
 * @param leg which of the legs it belongs to, from 0
 * @param from index of the sender's column
 * @param to index of the receiver's column; the same as {@code from} for what a host sends to itself
 * @param label method, or code and phrase as the response says it, or what stands in their place
 * @param repeats later messages that repeat this one and are folded into the row, in order of time
 * @param media if the message describes a session
 */
public record Row(
        Message message, int leg, int from, int to, String label, List<Message> repeats, Optional<Media> media)
        implements Line {

    public Row {
        repeats = List.copyOf(repeats);
    }

    /** Whether it repeats a message of a row above. */
    public boolean retransmission() {
        return message.retransmission();
    }

    @Override
    public long time() {
        return message.time();
    }

    /** Whether this row stands for the message, be it folded into it. */
    public boolean shows(Message wanted) {
        return message == wanted || repeats.contains(wanted);
    }

    /** Whether it ends a transaction: a final response. */
    public boolean ends() {
        return message.head().status() >= 200;
    }
}
