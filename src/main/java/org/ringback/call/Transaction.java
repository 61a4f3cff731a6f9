package org.ringback.call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.sip.MessageHead;

/**
 * One request on one hop with its retransmissions, its responses and, for an INVITE, the ACK to a non-2xx response
 * (RFC 3261, 17). An ACK to a 2xx is a transaction of its own, and so is a CANCEL. The same request on the other side of a
 * proxy is another transaction.
 */
public final class Transaction {

    /** So many messages are looked through for an earlier one: a transaction has fewer, unless someone attacks. */
    private static final int LOOK_BACK = 64;

    private final String method;
    private final Endpoint client;
    private final Endpoint server;
    private final List<Message> messages = new ArrayList<>(4);
    private Transaction canceling;
    /** Known at once: every fork of a request asks for these two again. */
    private Message firstAck;

    private boolean mayRepeatAnswers;

    Transaction(String method, Endpoint client, Endpoint server) {
        this.method = method;
        this.client = client;
        this.server = server;
    }

    void add(Message message) {
        Message earlier = earlier(message.head());
        // A provisional response may be sent again on purpose, with another RSeq or body.
        message.mark(earlier != null && (!message.provisional() || message.sameBytes(earlier)));
        messages.add(changedPlaces(message) ? 0 : messages.size(), message);
        if (firstAck == null && message.request("ACK")) {
            firstAck = message;
        }
        mayRepeatAnswers = mayRepeatAnswers || (message.retransmission() && message.success());
    }

    /** A response cannot come before its request, but two captured packets may have changed places. */
    private boolean changedPlaces(Message message) {
        if (messages.isEmpty() || !message.request(method)) {
            return false;
        }
        Message first = messages.getFirst();
        return !first.head().request() && message.time() - first.time() < Timers.CHANGED_PLACES;
    }

    /** The same request or response before; a response of another fork has another To tag. */
    private Message earlier(MessageHead head) {
        int last = messages.size() - 1;
        for (int i = last; i >= 0 && i > last - LOOK_BACK; i--) {
            MessageHead other = messages.get(i).head();
            if (other.status() == head.status()
                    && other.toTag().equals(head.toTag())
                    && (!head.request() || other.method().equals(head.method()))) {
                return messages.get(i);
            }
        }
        return null;
    }

    /** Of the request, or of the CSeq where only responses were captured. */
    public String method() {
        return method;
    }

    /** Who sent the request, or got the responses where only they were captured. */
    public Endpoint client() {
        return client;
    }

    public Endpoint server() {
        return server;
    }

    /** Everything that belongs to it in order, retransmissions included. */
    public List<Message> messages() {
        return Collections.unmodifiableList(messages);
    }

    /** The request, if it was captured. */
    public Optional<Message> request() {
        return first(method);
    }

    private Optional<Message> first(String request) {
        for (Message message : messages) {
            if (message.request(request)) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    /** Responses without retransmissions, provisional ones first as they came. */
    public List<Message> responses() {
        List<Message> responses = new ArrayList<>(messages.size());
        for (Message message : messages) {
            if (!message.head().request() && !message.retransmission()) {
                responses.add(message);
            }
        }
        return responses;
    }

    /** The response that counts: the first 2xx, else the first other final one. */
    public Optional<Message> finalResponse() {
        Message first = null;
        for (Message message : messages) {
            if (message.success()) {
                return Optional.of(message);
            }
            if (first == null && message.head().status() >= 200) {
                first = message;
            }
        }
        return Optional.ofNullable(first);
    }

    /** Whether its client got a 2xx. */
    public boolean accepted() {
        return finalResponse().filter(Message::success).isPresent();
    }

    /** The ACK on this transaction, thus to a non-2xx response (RFC 3261, 17.1.1.3). */
    public Optional<Message> acknowledgement() {
        return method.equals("ACK") ? Optional.empty() : firstAck();
    }

    /** The ACK of a 2xx itself, or the one to anything else. */
    Optional<Message> firstAck() {
        return Optional.ofNullable(firstAck);
    }

    /** How often a 2xx was sent again. */
    long repeatedAnswers() {
        return mayRepeatAnswers ? repeated(Message::success) : 0;
    }

    /** The CANCEL that was sent for this request (RFC 3261, 9.1). */
    public Optional<Transaction> canceledBy() {
        return Optional.ofNullable(canceling);
    }

    void canceledBy(Transaction cancel) {
        canceling = cancel;
    }

    /** Whether any response to it was captured. */
    public boolean responded() {
        for (Message message : messages) {
            if (!message.head().request()) {
                return true;
            }
        }
        return false;
    }

    /** How often the request was sent again because nothing came back (RFC 3261, 17.1.1.2 and 17.1.2.2). */
    public long repeatedRequests() {
        return repeated(message -> message.request(method));
    }

    /** Of messages that are all the same; what comes at once is the same packet captured once more. */
    private long repeated(Predicate<Message> which) {
        long count = 0;
        Message last = null;
        for (Message message : messages) {
            if (which.test(message) && (last == null || !copied(last, message))) {
                count += message.retransmission() ? 1 : 0;
                last = message;
            }
        }
        return count;
    }

    private static boolean copied(Message last, Message message) {
        return last.time() != Captured.NO_TIME
                && message.time() != Captured.NO_TIME
                && Math.abs(message.time() - last.time()) < Timers.COPIED;
    }

    /** What was captured of it first: the request, unless that is missing. */
    public Message first() {
        return messages.getFirst();
    }

    /** What was captured of it last. */
    public Message last() {
        return messages.getLast();
    }
}
