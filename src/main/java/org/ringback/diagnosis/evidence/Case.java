package org.ringback.diagnosis.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Dialog;
import org.ringback.call.LegLink;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.flow.CallMedia;
import org.ringback.sip.Fault;
import org.ringback.sip.HeaderLookup;
import org.ringback.sip.Sdp;
import org.ringback.sip.SipMessage;

/** A call under examination: what its rules ask for again and again is worked out once. For one thread. */
public final class Case {

    /**
     * No call needs nearly as many messages. A few rules compare messages with each other, and somebody may have written a
     * file for just this.
     */
    public static final int MOST_MESSAGES = 5_000;

    /** Nor does anybody fork to so many phones. */
    private static final int MOST_DIALOGS = 100;

    private final Call whole;
    private final Call call;
    private final int captured;
    private final Circumstances circumstances;
    private final List<Transaction> transactions;
    private final List<Message> messages;
    private final Set<Sign> signs;
    private final ReadMessages read = new ReadMessages();
    private final Map<String, List<Attempt>> attempts = new HashMap<>();
    private MessageIndex index;
    private List<Dialog> dialogs;
    private List<Attempt> setup;
    private Optional<Refusal> refusal;
    private List<Attempt> allAttempts;
    private Registrations registrations;
    private List<LoginRound> logins;
    private List<Exchange> exchanges;
    private CallMedia media;
    private Optional<Talk> talk;
    private HopCopies copies;
    private OtherLegs otherLegs;
    private final Map<Message, Origin> origins = new HashMap<>();

    public Case(Call call, Circumstances circumstances) {
        this(call, circumstances, false);
    }

    /** As if the call had every sign, so that rules are asked which have nothing to say. */
    public static Case withAllSigns(Call call, Circumstances circumstances) {
        return new Case(call, circumstances, true);
    }

    private Case(Call call, Circumstances circumstances, boolean allSigns) {
        this.whole = call;
        this.call = call.beginning(MOST_MESSAGES, circumstances.captureEnd());
        this.captured = call.messages().size();
        this.circumstances = circumstances;
        this.transactions = this.call.transactions();
        this.messages = this.call.messagesOnce();
        this.signs = allSigns ? EnumSet.allOf(Sign.class) : Sign.of(this);
    }

    /** What its messages show at a glance, see {@link Sign}. */
    public Set<Sign> signs() {
        return signs;
    }

    /** Without what goes beyond {@link #MOST_MESSAGES}. */
    public Call call() {
        return call;
    }

    /** How many messages were captured of the call, retransmissions included; not all of them need be examined. */
    public int captured() {
        return captured;
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
        return index().requests(method);
    }

    /** The responses that a test likes, in order of time, without retransmissions; the same one once for each hop. */
    public List<Message> responses(Predicate<Message> wanted) {
        return index().responses(wanted);
    }

    private MessageIndex index() {
        if (index == null) {
            index = new MessageIndex(messages);
        }
        return index;
    }

    /** A response on every hop on which it was seen, in order of time: a proxy changes neither its To tag nor its CSeq. */
    List<Message> onAllHops(Message response) {
        if (copies == null) {
            copies = new HopCopies(messages);
        }
        return copies.of(response);
    }

    /** The legs that this one brought about. */
    List<LegLink> legsBelow() {
        return circumstances.legsBelow(whole);
    }

    /** Who said its responses, as far as that was asked. */
    Map<Message, Origin> origins() {
        return origins;
    }

    OtherLegs otherLegs() {
        if (otherLegs == null) {
            otherLegs = new OtherLegs(whole, circumstances.legsOf(whole));
        }
        return otherLegs;
    }

    /** The message in full. */
    public SipMessage read(Message message) {
        return read.read(message);
    }

    /** Whether nothing of a message is missing in the file, as far as it tells: what it lacks was never there. */
    public boolean whole(Message message) {
        return Whole.is(message, this)
                && read(message).doubts().stream().noneMatch(doubt -> doubt.fault() == Fault.UNFINISHED_HEADERS);
    }

    /** The session description of a message; most messages need not be read in full for it. */
    Optional<Sdp> sdp(Message message) {
        return read.sdp(message);
    }

    /** For who asks for single headers of a message: the others are not read. */
    public HeaderLookup headers(Message message) {
        return read.headers(message);
    }

    /** In the order in which they began. */
    public List<Transaction> transactions() {
        return transactions;
    }

    /** In the order in which they began; of a hostile call not all. */
    public List<Dialog> dialogs() {
        if (dialogs == null) {
            List<Dialog> all = Dialog.of(transactions);
            dialogs = all.subList(0, Math.min(all.size(), MOST_DIALOGS));
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
    public Optional<Refusal> refusal() {
        if (refusal == null) {
            refusal = Refusal.of(this);
        }
        return refusal;
    }

    /**
     * By what a call was really refused: no redirection, no challenge, not the receipt of a CANCEL, and
     * not what a B2BUA made of another refusal on its other leg.
     */
    public Optional<Refusal> refusedCall() {
        return call.kind() == CallKind.CALL
                ? refusal()
                        .filter(last -> !last.saidElsewhere()
                                && last.status() >= 400
                                && last.status() != 487
                                && !last.response().challenge())
                : Optional.empty();
    }

    /** The code of a response with the phrase that came with it. */
    public Value code(Message response) {
        return new Value.Code(response.head().status(), read(response).phrase());
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
    public List<LoginRound> logins() {
        if (logins == null) {
            logins = LoginRound.of(this);
        }
        return logins;
    }

    /** The REGISTER requests of the same address-of-record, also of other devices; none if this is no registration. */
    public Registrations registrations() {
        if (registrations == null) {
            registrations = Registrations.around(this);
        }
        return registrations;
    }

    /** How long the capture went on after a message; empty if times are missing or clocks disagree. */
    public Optional<Duration> watchedAfter(Message message) {
        return Elapsed.between(message.time(), circumstances.captureEnd());
    }

    /** The requests of a method, each with all hops on which it was seen, in the order in which they began. */
    public List<Attempt> attempts(String method) {
        return attempts.computeIfAbsent(
                method,
                _ -> Attempt.of(
                        transactions, transaction -> transaction.method().equals(method)));
    }

    /** What flowed as media of the call, as far as it was captured. */
    public CallMedia media() {
        if (media == null) {
            media = circumstances.media(call);
        }
        return media;
    }

    /** When those who were answered talked, see {@link Talk#of}. */
    public Optional<Talk> talk() {
        if (talk == null) {
            talk = Talk.of(this);
        }
        return talk;
    }

    /** What the network did with what the call sent. */
    public Transmission transmission() {
        return new Transmission(circumstances.network());
    }

    /** What was offered and answered in each dialog of a call. */
    public List<Exchange> exchanges() {
        if (exchanges == null) {
            List<Exchange> all = new ArrayList<>(1);
            for (Dialog dialog : call.kind() == CallKind.CALL ? dialogs() : List.<Dialog>of()) {
                all.add(Exchange.of(dialog, this));
            }
            exchanges = Collections.unmodifiableList(all);
        }
        return exchanges;
    }
}
