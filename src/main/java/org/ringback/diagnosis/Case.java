package org.ringback.diagnosis;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Dialog;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.sip.SipMessage;
import org.ringback.sip.StartLine;

/**
 * A call under examination: what its rules ask for again and again is worked out once. For one thread, and as long as the
 * capture is open.
 */
public final class Case {

    private final Call call;
    private final Circumstances circumstances;
    private final List<Transaction> transactions;
    private final List<Message> messages;
    private final Map<Message, SipMessage> read = new HashMap<>();
    private final Map<String, List<Attempt>> attempts = new HashMap<>();
    private List<Dialog> dialogs;
    private List<Attempt> setup;
    private Optional<Refusal> refusal;
    private List<Attempt> allAttempts;
    private Registrations registrations;
    private List<LoginRound> logins;
    private List<Exchange> exchanges;

    Case(Call call, Circumstances circumstances) {
        this.call = call;
        this.circumstances = circumstances;
        this.transactions = call.transactions();
        this.messages = call.messages().stream()
                .filter(message -> !message.retransmission())
                .toList();
    }

    public Call call() {
        return call;
    }

    /** What else was captured. */
    public Circumstances circumstances() {
        return circumstances;
    }

    /** In order of time, without retransmissions. */
    public List<Message> messages() {
        return messages;
    }

    /** The requests of a method in order of time, without retransmissions; the same one once for each hop. */
    public List<Message> requests(String method) {
        return messages.stream().filter(message -> message.request(method)).toList();
    }

    /** The responses that a test likes, in order of time, without retransmissions; the same one once for each hop. */
    public List<Message> responses(Predicate<Message> wanted) {
        return messages.stream()
                .filter(message -> !message.head().request())
                .filter(wanted)
                .toList();
    }

    /** The message in full. */
    public SipMessage read(Message message) {
        return read.computeIfAbsent(message, asked -> SipMessage.parse(asked.captured().bytes()));
    }

    /** In the order in which they began. */
    public List<Transaction> transactions() {
        return transactions;
    }

    /** In the order in which they began. */
    public List<Dialog> dialogs() {
        if (dialogs == null) {
            dialogs = call.dialogs();
        }
        return dialogs;
    }

    /** The caller's attempts to set up the call, see {@link Attempt#toSetUp}; none where only the rest was captured. */
    public List<Attempt> setup() {
        if (setup == null) {
            setup = Attempt.toSetUp(transactions);
        }
        return setup;
    }

    /** By what the call, or the request that is no call, was refused in the end. */
    Optional<Refusal> refusal() {
        if (refusal == null) {
            refusal = Refusal.of(this);
        }
        return refusal;
    }

    /** The code of a response with the phrase that came with it. */
    public Value code(Message response) {
        String phrase = read(response).startLine() instanceof StartLine.StatusLine line ? line.reason() : "";
        return new Value.Code(response.head().status(), phrase.strip());
    }

    /** The requests of every method but ACK and CANCEL, each with all its hops, in the order in which they began. */
    public List<Attempt> attempts() {
        if (allAttempts == null) {
            allAttempts = Attempt.of(
                    transactions,
                    transaction -> !transaction.method().equals("ACK")
                            && !transaction.method().equals("CANCEL"));
        }
        return allAttempts;
    }

    /** The logins that are worth a look, see {@link LoginRound#of}. */
    List<LoginRound> logins() {
        if (logins == null) {
            logins = LoginRound.of(this);
        }
        return logins;
    }

    /** The REGISTER requests of the same address-of-record, also of other devices; none if this is no registration. */
    Registrations registrations() {
        if (registrations == null) {
            registrations = Registrations.around(this);
        }
        return registrations;
    }

    /** How long the capture went on after a message; empty if times are missing or clocks disagree. */
    public Optional<Duration> watchedAfter(Message message) {
        return Spans.between(message.time(), circumstances.captureEnd());
    }

    /** The requests of a method, each with all hops on which it was seen, in the order in which they began. */
    public List<Attempt> attempts(String method) {
        return attempts.computeIfAbsent(
                method,
                _ -> Attempt.of(transactions, transaction -> transaction.method().equals(method)));
    }

    /** What was offered and answered in each dialog of a call. */
    List<Exchange> exchanges() {
        if (exchanges == null) {
            exchanges = call.kind() == CallKind.CALL
                    ? dialogs().stream().map(dialog -> Exchange.of(dialog, this)).toList()
                    : List.of();
        }
        return exchanges;
    }
}
