package org.ringback.ladder;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Captured;
import org.ringback.sip.Header;
import org.ringback.sip.MessageHead;

/** Finds the timers and waits of one leg that explain its gaps. */
final class Stretches {

    /** 64 times T1, T1 being 500 ms: Timers B, F and H, and as long as a 2xx is repeated. */
    private static final Duration GIVE_UP = Duration.ofSeconds(32);

    /** Clocks and captures are not exact, and the last repetition is sent half a second before the end. */
    private static final Duration NEARLY = Duration.ofMillis(31_400);

    /** So often a message is sent again over UDP before its timer runs out: an INVITE, and everything else. */
    private static final int INVITE_REPEATS = 6;

    private static final int OTHER_REPEATS = 10;

    /** A shorter ringing explains nothing. */
    private static final Duration WORTH_SHOWING = Duration.ofSeconds(1);

    private static final Pattern SECONDS = Pattern.compile("\\s*(\\d{1,9})");

    private final Call leg;
    private final List<Transaction> transactions;
    private final Content content;
    private final Ahead ahead;
    private final Set<Acknowledged> acknowledged = new HashSet<>();
    private final List<Stretch> found = new ArrayList<>();

    Stretches(Call leg, List<Transaction> transactions, Content content) {
        this.leg = leg;
        this.transactions = transactions;
        this.content = content;
        this.ahead = new Ahead(leg.messages());
        for (Message message : leg.messages()) {
            if (message.request("ACK")) {
                acknowledged.add(
                        new Acknowledged(message.head().cseq(), message.head().toTag()));
            }
        }
    }

    /** What an ACK to a 2xx names: it may go past the proxies, so it counts on every hop (RFC 3261, 13.2.2.4). */
    private record Acknowledged(long cseq, String toTag) {}

    List<Stretch> all() {
        for (Transaction transaction : transactions) {
            noResponse(transaction);
            backOff(transaction);
            missingAck(transaction);
        }
        ringing();
        sessionTimers();
        retryAfter();
        return found;
    }

    private void noResponse(Transaction transaction) {
        Optional<Message> request = transaction.request();
        if (request.isEmpty()
                || transaction.method().equals("ACK")
                || transaction.messages().stream()
                        .anyMatch(message -> !message.head().request())) {
            return;
        }
        boolean invite = transaction.method().equals("INVITE");
        int repeats = transaction.messages().size() - 1;
        boolean ranOut = repeats >= (invite ? INVITE_REPEATS : OTHER_REPEATS)
                || longer(passed(request.get(), leg.messages().getLast()), NEARLY);
        if (ranOut || repeats > 0) {
            add(
                    invite ? SpanKind.TIMER_B : SpanKind.TIMER_F,
                    request.get(),
                    transaction.messages().getLast(),
                    Optional.of(GIVE_UP),
                    ranOut,
                    repeats);
        }
    }

    private void backOff(Transaction transaction) {
        Map<List<Object>, Message> originals = new LinkedHashMap<>();
        Map<List<Object>, List<Message>> repeats = new HashMap<>();
        for (Message message : transaction.messages()) {
            if (message.retransmission()) {
                repeats.computeIfAbsent(like(message), _ -> new ArrayList<>()).add(message);
            } else {
                originals.putIfAbsent(like(message), message);
            }
        }
        originals.forEach((like, message) -> {
            List<Message> same = repeats.getOrDefault(like, List.of());
            if (!same.isEmpty()) {
                add(SpanKind.BACK_OFF, message, same.getLast(), Optional.empty(), false, same.size());
            }
        });
    }

    private static List<Object> like(Message message) {
        MessageHead head = message.head();
        return List.of(head.method(), head.status(), head.toTag());
    }

    private void missingAck(Transaction transaction) {
        if (!transaction.method().equals("INVITE")) {
            return;
        }
        Optional<Message> answer = transaction.finalResponse();
        if (answer.isEmpty() || isAcknowledged(transaction, answer.get())) {
            return;
        }
        List<Message> repeats = transaction.messages().stream()
                .filter(Message::retransmission)
                .filter(repeat -> like(repeat).equals(like(answer.get())))
                .toList();
        // A response that nobody repeats may have been acknowledged where nobody captured.
        if (!repeats.isEmpty()) {
            boolean ranOut = repeats.size() >= OTHER_REPEATS
                    || longer(passed(answer.get(), leg.messages().getLast()), NEARLY);
            add(SpanKind.MISSING_ACK, answer.get(), repeats.getLast(), Optional.of(GIVE_UP), ranOut, repeats.size());
        }
    }

    private boolean isAcknowledged(Transaction transaction, Message answer) {
        return transaction.acknowledgement().isPresent()
                || (answer.success()
                        && acknowledged.contains(new Acknowledged(
                                answer.head().cseq(), answer.head().toTag())));
    }

    private void ringing() {
        List<Attempt> invites = Attempt.of(
                transactions,
                transaction -> transaction.method().equals("INVITE")
                        && transaction
                                .request()
                                .filter(request -> !request.insideDialog())
                                .isPresent());
        for (Attempt invite : invites) {
            Optional<Message> ringing = invite.ringing();
            Optional<Message> end = earlier(invite.finalResponse(), invite.cancel());
            if (ringing.isPresent() && end.isPresent() && longer(passed(ringing.get(), end.get()), WORTH_SHOWING)) {
                add(SpanKind.RINGING, ringing.get(), end.get(), Optional.empty(), false, 0);
            }
        }
    }

    private static Optional<Message> earlier(Optional<Message> one, Optional<Message> other) {
        return one.isEmpty()
                        || (other.isPresent() && other.get().time() < one.get().time())
                ? other
                : one;
    }

    /** From each 2xx that sets the timer to the refresh, or to what came in its place (RFC 4028, 7.2 and 10). */
    private void sessionTimers() {
        List<Message> messages = leg.messages();
        Set<List<Object>> seen = new HashSet<>();
        List<Setting> settings = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            MessageHead head = message.head();
            boolean refreshes = head.method().equals("INVITE") || head.method().equals("UPDATE");
            if (message.success()
                    && refreshes
                    && seen.add(List.of(head.method(), head.cseq(), head.fromTag(), head.toTag()))) {
                int at = i;
                number(message, "Session-Expires").ifPresent(limit -> settings.add(new Setting(at, limit)));
            }
        }
        Map<Set<String>, NavigableMap<Integer, Message>> inDialog = new HashMap<>();
        for (Setting setting : settings) {
            Message message = messages.get(setting.at());
            inDialog.computeIfAbsent(Ahead.tags(message), _ -> new TreeMap<>()).put(setting.at(), message);
        }
        for (Setting setting : settings) {
            Message from = messages.get(setting.at());
            session(setting, from, Ahead.next(setting.at(), inDialog.get(Ahead.tags(from))));
        }
    }

    /** A 2xx that sets a session timer. */
    private record Setting(int at, Duration limit) {}

    private void session(Setting setting, Message from, Optional<Message> refresh) {
        Optional<Message> bye = ahead.bye(setting.at());
        Optional<Message> end = earlier(refresh, bye);
        Duration limit = setting.limit();
        if (end.isPresent()) {
            // The side that waits in vain says goodbye a little before the end; any other BYE has other reasons.
            Duration third = limit.dividedBy(3);
            Duration early = limit.minus(third.compareTo(GIVE_UP) < 0 ? third : GIVE_UP);
            Optional<Duration> lasted = passed(from, end.get());
            if (end.equals(refresh) || longer(lasted, early)) {
                add(SpanKind.SESSION_EXPIRES, from, end.get(), Optional.of(limit), longer(lasted, limit), 0);
            }
        } else {
            ahead.later(setting.at(), limit.toSeconds() * 1_000_000)
                    .ifPresent(message -> add(SpanKind.SESSION_EXPIRES, from, message, Optional.of(limit), true, 0));
        }
    }

    private void retryAfter() {
        List<Message> messages = leg.messages();
        for (int i = 0; i < messages.size(); i++) {
            Message refusal = messages.get(i);
            if (refusal.head().status() >= 300 && !refusal.retransmission()) {
                int at = i;
                number(refusal, "Retry-After").ifPresent(limit -> retryAfter(at, refusal, limit));
            }
        }
    }

    private void retryAfter(int at, Message refusal, Duration limit) {
        Optional<Message> again = ahead.again(at);
        boolean waited =
                again.filter(next -> longer(passed(refusal, next), limit)).isPresent();
        add(SpanKind.RETRY_AFTER, refusal, again.orElse(refusal), Optional.of(limit), waited, 0);
    }

    private Optional<Duration> number(Message message, String header) {
        return content.parse(message)
                .header(header)
                .map(Header::value)
                .map(SECONDS::matcher)
                .filter(Matcher::lookingAt)
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds.group(1))));
    }

    private void add(SpanKind kind, Message from, Message to, Optional<Duration> limit, boolean ranOut, int repeats) {
        Optional<Duration> lasted = from == to ? Optional.empty() : passed(from, to);
        found.add(new Stretch(kind, from, to, lasted, limit, ranOut, repeats));
    }

    /** Unknown if a clock is missing or went back. */
    private static Optional<Duration> passed(Message from, Message to) {
        return from.time() == Captured.NO_TIME || to.time() == Captured.NO_TIME || to.time() < from.time()
                ? Optional.empty()
                : Optional.of(Duration.of(to.time() - from.time(), ChronoUnit.MICROS));
    }

    private static boolean longer(Optional<Duration> lasted, Duration than) {
        return lasted.isPresent() && lasted.get().compareTo(than) >= 0;
    }
}
