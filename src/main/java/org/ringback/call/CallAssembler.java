package org.ringback.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringback.capture.wire.Captured;
import org.ringback.sip.MessageHead;

/**
 * Gathers messages under their Call-IDs and says at any time which calls they make. Keeps one small object for a message
 * and never its bytes. For one thread.
 */
public final class CallAssembler {

    private final Map<String, Gathered> byCallId = new HashMap<>();
    /** Without a Call-ID there is nothing to gather by but the transaction. */
    private final Map<String, Gathered> byBranch = new HashMap<>();

    private final List<Gathered> all = new ArrayList<>();
    private final Tally tally = new Tally();
    private long captureEnd = Captured.NO_TIME;

    private static final class Gathered {
        private final String callId;
        private final Message first;
        /** Of the first message, mostly the opening one; read while its bytes are at hand. */
        private final Parties parties;

        private final List<Message> messages = new ArrayList<>(8);
        private Call call;
        private long toldAt;

        Gathered(Message first) {
            this.callId = first.head().callId();
            this.first = first;
            this.parties = Parties.of(first.lookup());
        }
    }

    /**
     * Takes the next message. Messages of several files may come file by file: calls are put in order of time.
     *
     * @param head of the same message
     */
    public void add(Captured message, MessageHead head) {
        tally.add(head);
        reached(message.time());
        var added = new Message(message, head);
        boolean named = !head.callId().isEmpty();
        Gathered known = named ? byCallId.get(head.callId()) : byBranch.get(head.branch());
        Gathered gathered = known == null ? begin(added) : known;
        gathered.messages.add(added);
        gathered.call = null;
    }

    /**
     * Captured until then: what did not come by now did not come in time, even if nothing else was captured that is SIP.
     *
     * @param time as {@link Captured#time()}
     */
    public void reached(long time) {
        captureEnd = Math.max(captureEnd, Captured.told(time));
    }

    private Gathered begin(Message first) {
        var gathered = new Gathered(first);
        if (gathered.callId.isEmpty()) {
            byBranch.put(first.head().branch(), gathered);
        } else {
            byCallId.put(gathered.callId, gathered);
            tally.addCallId();
        }
        all.add(gathered);
        return gathered;
    }

    /** What was counted so far. */
    public Tally tally() {
        return tally;
    }

    /** Time of the last message so far: microseconds since 1970, or {@link Captured#NO_TIME}. */
    public long captureEnd() {
        return captureEnd;
    }

    /** The calls so far, in order of their start; those without a time at the end, in the order in which they came. */
    public List<Call> calls() {
        // One call does not touch the messages of another one.
        List<Call> calls = new ArrayList<>(all.parallelStream().map(this::call).toList());
        calls.sort(Call.BY_START);
        return calls;
    }

    private Call call(Gathered gathered) {
        // What is still open may have run out of time since.
        boolean open = gathered.call != null && gathered.call.outcome().ending() == Ending.STILL_RUNNING;
        if (gathered.call == null || (open && gathered.toldAt != captureEnd)) {
            gathered.call =
                    new Call(gathered.callId, inOrder(gathered.messages), captureEnd, gathered.first, gathered.parties);
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
        return messages.stream().sorted(Comparator.comparingLong(Message::time)).toList();
    }
}
