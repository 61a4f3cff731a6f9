package org.ringback.ladder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;

/** What comes after a message of one leg, found without going through the leg again for each of its messages. */
final class Ahead {

    /** Who comes back does so with one of the next requests; a leg without times is looked through no further either. */
    private static final int LOOK_AHEAD = 1_000;

    private final List<Message> messages;
    private final boolean timed;
    private final Map<Set<String>, NavigableMap<Integer, Message>> byes = new HashMap<>();
    private final Map<Sender, NavigableMap<Integer, Message>> requests = new HashMap<>();

    private record Sender(String method, String tag) {}

    /** @param messages of one leg, in order */
    Ahead(List<Message> messages) {
        this.messages = messages;
        this.timed = messages.stream().noneMatch(message -> message.time() == Captured.NO_TIME);
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            if (message.request("BYE")) {
                byes.computeIfAbsent(tags(message), _ -> new TreeMap<>()).put(i, message);
            }
            if (message.head().request() && !message.retransmission()) {
                requests.computeIfAbsent(
                                new Sender(
                                        message.head().method(), message.head().fromTag()),
                                _ -> new TreeMap<>())
                        .put(i, message);
            }
        }
    }

    /** Both tags, in whichever order: they name a dialog. */
    static Set<String> tags(Message message) {
        return Set.copyOf(List.of(message.head().fromTag(), message.head().toTag()));
    }

    /** The next BYE in the dialog of a message. */
    Optional<Message> bye(int at) {
        return next(at, byes.get(tags(messages.get(at))));
    }

    static Optional<Message> next(int at, NavigableMap<Integer, Message> some) {
        return some == null || some.higherEntry(at) == null
                ? Optional.empty()
                : Optional.of(some.higherEntry(at).getValue());
    }

    /** The next request of the same sender and method with a higher number. */
    Optional<Message> again(int at) {
        var head = messages.get(at).head();
        NavigableMap<Integer, Message> own = requests.get(new Sender(head.method(), head.fromTag()));
        return own == null
                ? Optional.empty()
                : own.tailMap(at, false).values().stream()
                        .limit(LOOK_AHEAD)
                        .filter(message -> message.head().cseq() > head.cseq())
                        .findFirst();
    }

    /** The first message at least so many microseconds later. */
    Optional<Message> later(int at, long micros) {
        long from = messages.get(at).time();
        if (from == Captured.NO_TIME) {
            return Optional.empty();
        }
        if (!timed) {
            return messages.subList(at + 1, Math.min(messages.size(), at + LOOK_AHEAD)).stream()
                    .filter(message -> message.time() != Captured.NO_TIME && message.time() - from >= micros)
                    .findFirst();
        }
        int low = at + 1;
        int high = messages.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (messages.get(middle).time() - from < micros) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < messages.size() ? Optional.of(messages.get(low)) : Optional.empty();
    }
}
