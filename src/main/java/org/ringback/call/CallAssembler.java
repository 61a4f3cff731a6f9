package org.ringback.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringback.capture.Captured;
import org.ringback.sip.MessageHead;

/**
 * Gathers messages under their Call-IDs and says at any time which calls they make. Keeps one small object for a message
 * and never its bytes. For one thread.
 */
public final class CallAssembler {

    private final Map<Key, Gathered> byCallId = new LinkedHashMap<>();
    private final Tally tally = new Tally();
    private long captureEnd = Captured.NO_TIME;

    /** Without a Call-ID there is nothing to gather by but the transaction. */
    private record Key(String callId, String branch) {}

    private static final class Gathered {
        private final List<Message> messages = new ArrayList<>(8);
        private Call call;
        private long toldAt;
    }

    /**
     * Takes the next message. Messages of several files may come file by file: calls are put in order of time.
     *
     * @param head of the same message
     */
    public void add(Captured message, MessageHead head) {
        tally.add(head);
        captureEnd = Math.max(captureEnd, message.time());
        var gathered = byCallId.computeIfAbsent(
                new Key(head.callId(), head.callId().isEmpty() ? head.branch() : ""), _ -> new Gathered());
        gathered.messages.add(new Message(message, head));
        gathered.call = null;
    }

    /** What was counted so far. */
    public Tally tally() {
        return tally;
    }

    /** The capture went on until then, though none of these messages is so late: what was open may have run out of time. */
    public void until(long time) {
        captureEnd = Math.max(captureEnd, time);
    }

    /** Time of the last message so far: microseconds since 1970, or {@link Captured#NO_TIME}. */
    public long captureEnd() {
        return captureEnd;
    }

    /** The calls so far, in order of their start; those without a time at the end, in the order in which they came. */
    public List<Call> calls() {
        List<Call> calls = new ArrayList<>(byCallId.size());
        byCallId.forEach((key, gathered) -> calls.add(call(key, gathered)));
        calls.sort(Comparator.comparing((Call call) -> call.start() == Captured.NO_TIME)
                .thenComparingLong(Call::start));
        return calls;
    }

    private Call call(Key key, Gathered gathered) {
        // What is still open may have run out of time since.
        boolean open = gathered.call != null && gathered.call.outcome().ending() == Ending.STILL_RUNNING;
        if (gathered.call == null || (open && gathered.toldAt != captureEnd)) {
            gathered.call = new Call(key.callId(), inOrder(gathered.messages), captureEnd);
            gathered.toldAt = captureEnd;
        }
        return gathered.call;
    }

    private static List<Message> inOrder(List<Message> messages) {
        boolean timed = true;
        boolean ordered = true;
        for (int i = 0; i < messages.size(); i++) {
            timed &= messages.get(i).time() != Captured.NO_TIME;
            ordered &= i == 0 || messages.get(i - 1).time() <= messages.get(i).time();
        }
        if (!timed || ordered) {
            return List.copyOf(messages);
        }
        return messages.stream()
                .sorted(Comparator.comparingLong(Message::time))
                .toList();
    }
}
