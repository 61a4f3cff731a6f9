package org.ringback.call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringback.capture.wire.Captured;

/**
 * Everything under one Call-ID: a call with its forks and hops, a registration, a subscription, or other requests. The other
 * leg of a call through a B2BUA has a Call-ID of its own, see {@link LegLinks}. Immutable; transactions and dialogs are
 * worked out when someone asks, so that many calls fit in memory.
 */
public final class Call {

    /** Those without a time last. */
    static final Comparator<Call> BY_START = Call::compareStart;

    /** Methods that there are only in a call; INFO and REFER count only inside a dialog. */
    private static final Set<String> OF_CALLS = Set.of("INVITE", "ACK", "BYE", "CANCEL", "PRACK", "UPDATE");

    private static final Set<String> ALSO_IN_CALLS = Set.of("INFO", "REFER");

    private final String callId;
    private final List<Message> messages;
    private final CallKind kind;
    private final String method;
    private final int retransmissions;
    private final Message opening;
    private final Outcome outcome;
    private final CallTimes times;
    private final Parties parties;

    /**
     * Works out how it ended.
     *
     * @param messages at least one, in order of time
     * @param captureEnd when the last packet of all was captured, in microseconds since 1970, or
     *     {@link Captured#NO_TIME}
     * @param read one of the messages, most likely the opening one
     * @param parties of that one
     */
    Call(String callId, List<Message> messages, long captureEnd, Message read, Parties parties) {
        this.callId = callId;
        this.messages = messages;
        this.kind = kind(messages);
        this.method = method(kind, messages);
        List<Transaction> transactions = Transactions.of(messages);
        this.retransmissions = repeated(messages);
        if (kind == CallKind.CALL) {
            var story = new InviteStory(transactions, captureEnd);
            this.opening = story.opening().orElse(messages.getFirst());
            this.outcome = story.outcome();
            this.times = story.times();
        } else {
            var story = new RequestStory(kind, method, transactions, captureEnd);
            this.opening = story.opening().orElse(messages.getFirst());
            this.outcome = story.outcome();
            this.times = CallTimes.UNKNOWN;
        }
        this.parties = opening == read ? parties : Parties.of(opening.lookup());
    }

    /**
     * As if only its first messages had been captured, for who cannot look at all of a hostile one.
     *
     * @param most how many, at least one
     * @param captureEnd as in the constructor
     */
    public Call beginning(int most, long captureEnd) {
        return most >= messages.size()
                ? this
                : new Call(callId, messages.subList(0, most), captureEnd, opening, parties);
    }

    private static int compareStart(Call one, Call other) {
        long first = one.start();
        long second = other.start();
        return first == Captured.NO_TIME || second == Captured.NO_TIME
                ? Boolean.compare(first == Captured.NO_TIME, second == Captured.NO_TIME)
                : Long.compare(first, second);
    }

    private static int repeated(List<Message> messages) {
        int repeated = 0;
        for (Message message : messages) {
            repeated += message.retransmission() ? 1 : 0;
        }
        return repeated;
    }

    private static CallKind kind(List<Message> messages) {
        CallKind kind = CallKind.OTHER;
        Message first = messages.getFirst();
        // Its response has a To tag all the same.
        boolean alone = first.head().request() && !first.insideDialog();
        for (Message message : messages) {
            String method = message.head().method();
            boolean also = ALSO_IN_CALLS.contains(method) && message.insideDialog();
            if (OF_CALLS.contains(method)
                    || (also && !(alone && first.head().method().equals(method)))) {
                return CallKind.CALL;
            }
            if (method.equals("REGISTER")) {
                kind = CallKind.REGISTRATION;
            } else if (method.equals("SUBSCRIBE") && kind == CallKind.OTHER) {
                kind = CallKind.SUBSCRIPTION;
            }
        }
        return kind;
    }

    private static String method(CallKind kind, List<Message> messages) {
        return switch (kind) {
            case CALL -> "INVITE";
            case REGISTRATION -> "REGISTER";
            case SUBSCRIPTION -> "SUBSCRIBE";
            case OTHER -> messages.getFirst().head().method();
        };
    }

    /** As it stands in the messages; empty if they have none. */
    public String callId() {
        return callId;
    }

    public CallKind kind() {
        return kind;
    }

    /** INVITE, REGISTER, SUBSCRIBE, or the method of the first message. */
    public String method() {
        return method;
    }

    /** When its first message was captured: microseconds since 1970, or {@link Captured#NO_TIME}. */
    public long start() {
        return messages.getFirst().time();
    }

    /** When its last message was captured, as {@link #start}. */
    public long end() {
        return messages.getLast().time();
    }

    /** The request with which it begins, else the first message that was captured. */
    public Message opening() {
        return opening;
    }

    /** Who is in the From header of the opening message. */
    public Identity from() {
        return parties.from();
    }

    /** Who is in the To header of the opening message. */
    public Identity to() {
        return parties.to();
    }

    /** All of them in order of time, retransmissions included. */
    public List<Message> messages() {
        return messages;
    }

    /** Those of them that repeat no earlier one. */
    public List<Message> messagesOnce() {
        if (retransmissions == 0) {
            return messages;
        }
        List<Message> once = new ArrayList<>(messages.size());
        for (Message message : messages) {
            if (!message.retransmission()) {
                once.add(message);
            }
        }
        return Collections.unmodifiableList(once);
    }

    /** How many of the messages repeat an earlier one. */
    public int retransmissions() {
        return retransmissions;
    }

    public Outcome outcome() {
        return outcome;
    }

    public CallTimes times() {
        return times;
    }

    /** For how many seconds a registration or subscription was granted last, if the response says so. */
    public Optional<Long> expiry() {
        return kind == CallKind.REGISTRATION || kind == CallKind.SUBSCRIPTION
                ? new RequestStory(kind, method, transactions(), start()).expiry()
                : Optional.empty();
    }

    /** In the order in which they began. */
    public List<Transaction> transactions() {
        return Transactions.of(messages);
    }

    /** The attempts of its caller to set it up, see {@link Attempt#toSetUp}. */
    public List<Attempt> setup() {
        return Attempt.toSetUp(transactions());
    }

    /** The 2xx by which it was answered, as its caller was told. */
    public Optional<Message> answer() {
        return setup().stream()
                .filter(Attempt::accepted)
                .flatMap(attempt -> attempt.finalResponse().stream())
                .findFirst();
    }

    /** The final response to the last attempt to set it up; an earlier attempt may have been answered all the same. */
    public Optional<Message> lastFinalResponse() {
        List<Attempt> setup = setup();
        return setup.isEmpty() ? Optional.empty() : setup.getLast().finalResponse();
    }

    /** In the order in which they began; forks are dialogs with the same caller's tag. */
    public List<Dialog> dialogs() {
        return Dialogs.of(transactions());
    }
}
