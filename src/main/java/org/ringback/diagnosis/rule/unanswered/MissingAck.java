package org.ringback.diagnosis.rule.unanswered;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Dialog;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Repeats;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.diagnosis.rule.message.DamagedCapture;
import org.ringback.sip.SipUri;

/**
 * A 2xx that is sent again and again proves that whoever answered got no ACK; after 32 seconds they hang up (RFC 3261,
 * 13.3.1.4).
 */
final class MissingAck implements Rule {

    private static final Kind MISSING = Kind.of(
                    "ack-missing", Weight.FAILURE, 3261, "13.3.1.4", "answerer", "caller", "repeats", "contact")
            .unless("private-contact-no-ack", "ack-tag-differs", "ack-cseq-differs", "contact-missing")
            .unless(LostResponses.ID, AnswerNotPassedOn.ID, DamagedCapture.FRAGMENT);
    private static final Kind HUNG_UP = Kind.of(
                    "ack-missing-hangup",
                    Weight.FAILURE,
                    3261,
                    "13.3.1.4",
                    "answerer",
                    "caller",
                    "repeats",
                    "contact",
                    "talk")
            .unless("private-contact-no-ack", "ack-tag-differs", "ack-cseq-differs", "contact-missing")
            .unless(LostResponses.ID, AnswerNotPassedOn.ID, DamagedCapture.FRAGMENT);
    private static final Kind SECOND =
            Kind.of("second-answer-left", Weight.TROUBLE, 3261, "13.2.2.4", "answerer", "caller", "repeats");
    private static final Kind ASTRAY = Kind.of(
                    "ack-not-arriving", Weight.FAILURE, 3261, "13.3.1.4", "answerer", "sender", "receiver", "repeats")
            .unless(
                    "ack-tag-differs",
                    "several-contacts",
                    "ack-to-private-contact",
                    "ack-not-passed-on",
                    "ack-to-private-route");
    private static final Kind MISDIRECTED = Kind.of(
                    "ack-misdirected", Weight.FAILURE, 3261, "12.2.1.1", "sender", "asked", "contact", "repeats")
            .unless("ack-tag-differs");

    private static final Kind NOT_SEEN =
            Kind.of("ack-not-captured", Weight.BLIND, 3261, "13.3.1.4", "answerer", "repeats", "standing");

    /** Fewer repetitions may be an ACK that is late or was lost once. */
    private static final int PROOF = 3;
    /** From the last copy of a 2xx to the end: T2 and a little (RFC 3261, 13.3.1.4). */
    private static final Duration LAST_WAIT = Duration.ofSeconds(6);

    /** The next copy comes after T2 at the latest (RFC 3261, 13.3.1.4). */
    private static final Duration NEXT_DUE = Duration.ofSeconds(5);

    /** Timer H runs for 32 s, and few products lose patience much sooner. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(20);

    @Override
    public List<Kind> kinds() {
        return List.of(MISSING, HUNG_UP, SECOND, ASTRAY, MISDIRECTED, NOT_SEEN);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.ANSWERED, Sign.REPEATED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.call().retransmissions() < PROOF) {
            return;
        }
        for (Dialog dialog : examined.dialogs()) {
            answered(dialog).flatMap(answered -> judge(answered, examined)).ifPresent(findings);
        }
    }

    /**
     * A 2xx on the hop nearest to the caller on which it was repeated.
     *
     * @param copies with the first one
     */
    private record Answered(Dialog dialog, Transaction hop, List<Message> copies) {
        Message answer() {
            return copies.getFirst();
        }

        List<Message> acknowledgements() {
            return dialog.transactions().stream()
                    .filter(transaction -> transaction.method().equals("ACK"))
                    .flatMap(transaction -> transaction.messages().stream())
                    .filter(ack -> ack.head().cseq() == answer().head().cseq())
                    .toList();
        }

        /** How often the 2xx came again after a message. */
        long repeatsAfter(Message message) {
            return copies.stream().filter(copy -> later(copy, message)).count();
        }

        private static boolean later(Message one, Message other) {
            return one.time() == other.time()
                    ? one.captured().file() == other.captured().file()
                            && one.captured().frame() > other.captured().frame()
                    : one.time() > other.time();
        }
    }

    private static Optional<Answered> answered(Dialog dialog) {
        List<Answered> repeated = dialog.transactions().stream()
                .filter(transaction -> transaction.method().equals("INVITE"))
                .map(transaction -> new Answered(dialog, transaction, copies(dialog, transaction)))
                .filter(answered -> answered.copies().size() > PROOF)
                .toList();
        return repeated.stream()
                .filter(one -> repeated.stream()
                        .noneMatch(
                                other -> other.hop().server().equals(one.hop().client())))
                .findFirst()
                .or(() -> repeated.stream().findFirst());
    }

    private static List<Message> copies(Dialog dialog, Transaction transaction) {
        return Repeats.apart(transaction.messages().stream()
                .filter(message -> message.success()
                        && (message.head().toTag().equals(dialog.calleeTag())
                                || message.head().toTag().equals(dialog.callerTag())))
                .toList());
    }

    private static Optional<Finding> judge(Answered answered, Case examined) {
        List<Message> acknowledgements = answered.acknowledgements();
        Optional<StandingCall> standing = StandingCall.after(answered.copies(), answered.dialog(), examined);
        if (standing.isPresent()) {
            return acknowledgements.isEmpty() ? Optional.of(notSeen(answered, standing.get())) : Optional.empty();
        }
        if (acknowledgements.isEmpty()) {
            if (anotherAnswered(answered, examined)) {
                return Optional.of(second(answered));
            }
            return answered.hop().request().isPresent() ? Optional.of(missing(answered, examined)) : Optional.empty();
        }
        Message ack = acknowledgements.getFirst();
        long after = answered.repeatsAfter(ack);
        return after < PROOF - 1 ? Optional.empty() : Optional.of(astray(answered, acknowledgements, after, examined));
    }

    /** Of several phones that answer one INVITE, the caller keeps one; the call is up there. */
    private static boolean anotherAnswered(Answered answered, Case examined) {
        return examined.dialogs().stream()
                .filter(dialog -> dialog != answered.dialog()
                        && dialog.callerTag().equals(answered.dialog().callerTag())
                        && dialog.answer()
                                .filter(other -> other.head().cseq()
                                        == answered.answer().head().cseq())
                                .isPresent())
                .anyMatch(dialog -> dialog.acknowledgement().isPresent());
    }

    /** Its ACK and its BYE may have gone by another way and been lost there. */
    private static Finding second(Answered answered) {
        return Finding.about(SECOND, Certainty.LIKELY)
                .proof(answered.copies())
                .with("answerer", Value.of(answered.answer().captured().source()))
                .with("caller", Value.of(answered.hop().client()))
                .with("repeats", Value.of(answered.copies().size() - 1L))
                .found();
    }

    private static Finding notSeen(Answered answered, StandingCall standing) {
        List<Message> proof = new ArrayList<>(answered.copies());
        standing.request().ifPresent(proof::add);
        return Finding.about(NOT_SEEN, Certainty.LIKELY)
                .proof(proof)
                .with("answerer", Value.of(answered.answer().captured().source()))
                .with("repeats", Value.of(answered.copies().size() - 1L))
                .with(
                        "standing",
                        Elapsed.value(standing.until() - answered.answer().time()))
                .found();
    }

    private static Finding missing(Answered answered, Case examined) {
        Optional<Message> bye = answered.dialog().bye().filter(message -> ofAnswerer(message, answered));
        List<Message> evidence = new ArrayList<>(answered.copies());
        bye.ifPresent(evidence::add);
        // Who hangs up sooner, or long after the last copy, may have another reason.
        boolean because = bye.map(end -> shorter(answered.copies().getLast(), end, LAST_WAIT)
                        && !shorter(answered.answer(), end, GIVEN_UP))
                .orElseGet(() -> !stopped(answered, examined));
        Finding.Builder finding = Finding.about(
                        bye.isPresent() ? HUNG_UP : MISSING, because ? Certainty.CERTAIN : Certainty.LIKELY)
                .proof(evidence)
                .with("answerer", Value.of(answered.answer().captured().source()))
                .with("caller", Value.of(answered.hop().client()))
                .with("repeats", Value.of(answered.copies().size() - 1L))
                .with(
                        "contact",
                        contact(answered.answer(), examined).map(Value::of).orElseGet(Value.Unknown::new));
        bye.ifPresent(message -> finding.with("talk", Elapsed.value(answered.answer(), message)));
        return finding.found();
    }

    /** Whether the next copy was due and did not come, long before the last one of all: an ACK may have arrived. */
    private static boolean stopped(Answered answered, Case examined) {
        Message last = answered.copies().getLast();
        return shorter(answered.answer(), last, GIVEN_UP) && Elapsed.goesOn(examined, last, NEXT_DUE);
    }

    private static boolean shorter(Message one, Message next, Duration time) {
        return Elapsed.between(one, next)
                .filter(passed -> passed.compareTo(time) < 0)
                .isPresent();
    }

    private static boolean ofAnswerer(Message bye, Answered answered) {
        return bye.head().fromTag().equals(answered.answer().head().toTag());
    }

    private static Finding astray(Answered answered, List<Message> acknowledgements, long repeats, Case examined) {
        Message ack = acknowledgements.getFirst();
        Optional<String> contact = contact(answered.answer(), examined);
        Optional<String> asked = target(ack, examined);
        List<Message> evidence = new ArrayList<>(List.of(ack, answered.answer()));
        evidence.add(answered.copies().getLast());
        boolean sameHop =
                ack.captured().source().host().equals(answered.hop().client().host());
        if (sameHop && contact.isPresent() && asked.isPresent() && !same(contact.get(), asked.get())) {
            return Finding.about(MISDIRECTED, Certainty.LIKELY)
                    .proof(evidence)
                    .with("sender", Value.of(ack.captured().source()))
                    .with("asked", asked.get())
                    .with("contact", contact.get())
                    .with("repeats", Value.of(repeats))
                    .found();
        }
        boolean arrived = answered.repeatsAfter(acknowledgements.getLast()) == 0 || stopped(answered, examined);
        return Finding.about(ASTRAY, arrived ? Certainty.LIKELY : Certainty.CERTAIN)
                .proof(evidence)
                .with("answerer", Value.of(answered.answer().captured().source()))
                .with("sender", Value.of(ack.captured().source()))
                .with("receiver", Value.of(ack.captured().destination()))
                .with("repeats", Value.of(repeats))
                .found();
    }

    private static Optional<String> contact(Message answer, Case examined) {
        return examined.read(answer).addresses("Contact").stream()
                .map(contact -> contact.uri().text())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static Optional<String> target(Message request, Case examined) {
        return examined.read(request).requestUri();
    }

    /** Hosts and ports count; parameters are often dropped on the way. */
    private static boolean same(String one, String other) {
        SipUri first = SipUri.of(one);
        SipUri second = SipUri.of(other);
        return first.host().equalsIgnoreCase(second.host()) && port(first) == port(second);
    }

    private static int port(SipUri uri) {
        return uri.port() == 0 ? 5060 : uri.port();
    }
}
