package org.ringback.call;

import java.util.List;
import org.ringback.capture.wire.Captured;

/**
 * When a leg rang, was answered, refused, canceled and ended, as a B2BUA saw it: in microseconds since 1970, or
 * {@link Captured#NO_TIME} for what did not happen.
 */
record LegTimes(long ringing, long answer, long refusal, long cancel, long bye) {

    /**
     * Of the messages of a leg.
     *
     * @param host on whose side: only responses that came to it count; if it is empty, where they were first seen does
     */
    static LegTimes of(List<Message> messages, String host, LegClocks clocks) {
        var told = new Gathered(clocks);
        for (Message message : messages) {
            if (message.head().request()) {
                told.request(message);
            } else if (message.head().method().equals("INVITE")
                    && (host.isEmpty()
                            || message.captured().destination().host().equals(host))) {
                told.response(message);
            }
        }
        return new LegTimes(told.ringing, told.answer, told.refusal, told.cancel, told.bye);
    }

    private static final class Gathered {
        private final LegClocks clocks;
        private long ringing = Captured.NO_TIME;
        private long answer = Captured.NO_TIME;
        private long refusal = Captured.NO_TIME;
        private long cancel = Captured.NO_TIME;
        private long bye = Captured.NO_TIME;

        private Gathered(LegClocks clocks) {
            this.clocks = clocks;
        }

        private void request(Message message) {
            if (cancel == Captured.NO_TIME && message.request("CANCEL")) {
                cancel = clocks.time(message);
            } else if (bye == Captured.NO_TIME && message.request("BYE")) {
                bye = clocks.time(message);
            }
        }

        private void response(Message message) {
            if (answer != Captured.NO_TIME || message.retransmission()) {
                return;
            }
            int status = message.head().status();
            if (message.success()) {
                answer = clocks.time(message);
                refusal = Captured.NO_TIME;
            } else if (status >= 300 && !message.challenge()) {
                refusal = clocks.time(message);
            } else if (status > 100 && status < 200 && ringing == Captured.NO_TIME) {
                ringing = clocks.time(message);
            }
        }
    }

    boolean answered() {
        return answer != Captured.NO_TIME;
    }

    boolean refused() {
        return refusal != Captured.NO_TIME;
    }

    boolean canceled() {
        return cancel != Captured.NO_TIME;
    }
}
