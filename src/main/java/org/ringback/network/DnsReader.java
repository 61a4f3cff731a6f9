package org.ringback.network;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Sighting;

/** Ties answers of DNS to questions: by who asked, for what, and one of the numbers under which they did. */
final class DnsReader {

    private static final int PORT = 53;

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
        int tries;
        private final int[] ids = new int[REMEMBERED];

        Open(Sighting first) {
            this.first = first;
            last = first;
        }

        void asked(Sighting seen, int id) {
            last = seen;
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

        DnsLookup unanswered(Question question) {
            return new DnsLookup(
                    first,
                    last,
                    Optional.empty(),
                    question.name(),
                    question.type(),
                    DnsLookup.Outcome.UNANSWERED,
                    0,
                    tries);
        }
    }

    void read(Packet packet, long from, long to) {
        boolean asked = packet.addresses.destinationPort == PORT;
        if (!asked && packet.addresses.sourcePort != PORT) {
            return;
        }
        DnsMessage.read(packet.bytes, from, to).ifPresent(message -> {
            Sighting seen = gathered.seen(packet, Sighting.Kind.DNS);
            if (message.response() && !asked) {
                answer(message, seen);
            } else if (!message.response() && asked) {
                ask(message, seen);
            }
        });
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
                giveUpOldest();
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

    private void giveUpOldest() {
        Map.Entry<Question, Open> oldest = open.entrySet().iterator().next();
        gathered.add(oldest.getValue().unanswered(oldest.getKey()));
        open.remove(oldest.getKey());
    }

    void end() {
        open.forEach((question, asked) -> gathered.add(asked.unanswered(question)));
        open.clear();
    }
}
