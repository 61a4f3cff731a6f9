package org.ringback.network;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Sighting;

/** Ties answers of DNS to questions: by who asked, for what, and one of the numbers under which they did. */
final class DnsReader {

    private static final int PORT = 53;

    /** Messages in one segment. */
    private static final int MOST_AT_ONCE = 8;

    private final Gathered gathered;
    private final Map<Question, Open> open = new LinkedHashMap<>();

    DnsReader(Gathered gathered) {
        this.gathered = gathered;
    }

    private record Question(String client, String name, DnsLookup.Type type) {}

    /** A question that has no answer yet. */
    private static final class Open {
        private static final int REMEMBERED = 8;
        final Sighting first;
        Sighting last;
        /** An answer that was cut, so that the whole one may be asked for by TCP. */
        Optional<Sighting> cut = Optional.empty();

        int tries;
        private final int[] ids = new int[REMEMBERED];

        Open(Sighting first) {
            this.first = first;
            last = first;
        }

        void asked(Sighting seen, int id) {
            last = seen;
            cut = Optional.empty();
            ids[tries % REMEMBERED] = id;
            tries++;
        }

        boolean asked(int id) {
            for (int i = 0; i < Math.min(tries, REMEMBERED); i++) {
                if (ids[i] == id) {
                    return true;
                }
            }
            return false;
        }

        /** What there is to say if nothing more comes: an answer that was cut is one. */
        DnsLookup unanswered(Question question) {
            return new DnsLookup(
                    first,
                    last,
                    cut,
                    question.name(),
                    question.type(),
                    cut.isPresent() ? DnsLookup.Outcome.ANSWERED : DnsLookup.Outcome.UNANSWERED,
                    0,
                    tries);
        }
    }

    void read(Packet packet, long from, long to) {
        boolean asked = packet.addresses.destinationPort == PORT;
        if (!asked && packet.addresses.sourcePort != PORT) {
            return;
        }
        DnsMessage.read(packet.bytes, from, to).ifPresent(message -> take(message, asked, packet));
    }

    /**
     * The same over TCP, where each message has its length before it (RFC 7766, 8). What a message needs stands in its first
     * segment; some send the length in one of its own.
     */
    void segment(Packet packet, long data, long to) {
        boolean asked = packet.addresses.destinationPort == PORT;
        if (!asked && packet.addresses.sourcePort != PORT) {
            return;
        }
        long at = data;
        for (int i = 0; i < MOST_AT_ONCE && to - at > 2; i++) {
            long begin = at + 2;
            long end = begin + Bytes.u16(packet.bytes, at);
            Optional<DnsMessage> message = DnsMessage.read(packet.bytes, begin, Math.min(to, end));
            if (message.isEmpty()) {
                DnsMessage.read(packet.bytes, at, to).ifPresent(bare -> take(bare, asked, packet));
                return;
            }
            take(message.get(), asked, packet);
            at = end;
        }
    }

    private void take(DnsMessage message, boolean asked, Packet packet) {
        Sighting seen = gathered.seen(packet, Sighting.Kind.DNS);
        if (message.response() && !asked) {
            answer(message, seen);
        } else if (!message.response() && asked) {
            ask(message, seen);
        }
    }

    private void ask(DnsMessage message, Sighting seen) {
        giveUp(seen.time());
        var question = new Question(seen.source().host(), message.name(), message.type());
        Open asked = open.get(question);
        if (asked != null && late(asked, seen.time())) {
            gathered.add(asked.unanswered(question));
            open.remove(question);
            asked = null;
        }
        if (asked == null) {
            if (open.size() >= Limits.DNS_QUESTIONS) {
                forgetOldest();
            }
            asked = new Open(seen);
            open.put(question, asked);
        }
        asked.asked(seen, message.id());
    }

    private void answer(DnsMessage message, Sighting seen) {
        var question = new Question(seen.destination().host(), message.name(), message.type());
        Open asked = open.get(question);
        if (asked == null || !asked.asked(message.id())) {
            return;
        }
        if (message.cut()) {
            asked.cut = Optional.of(seen);
            return;
        }
        open.remove(question);
        gathered.add(new DnsLookup(
                asked.first,
                asked.last,
                Optional.of(seen),
                message.name(),
                message.type(),
                DnsLookup.Outcome.of(message.code(), message.records()),
                message.code(),
                asked.tries,
                message.targets()));
    }

    /** Nobody waits longer for an answer to the oldest questions. */
    private void giveUp(long time) {
        Iterator<Map.Entry<Question, Open>> oldest = open.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<Question, Open> next = oldest.next();
            if (!late(next.getValue(), time)) {
                return;
            }
            gathered.add(next.getValue().unanswered(next.getKey()));
            oldest.remove();
        }
    }

    private static boolean late(Open asked, long time) {
        long last = asked.last.time();
        return time != Captured.NO_TIME && last != Captured.NO_TIME && time - last > Limits.DNS_ANSWER;
    }

    /** In a flood of questions: it may be answered yet, and then nobody knows of it any more. */
    private void forgetOldest() {
        Iterator<Question> oldest = open.keySet().iterator();
        oldest.next();
        oldest.remove();
        gathered.omit();
    }

    void end() {
        open.forEach((question, asked) -> gathered.add(asked.unanswered(question)));
        open.clear();
    }
}
