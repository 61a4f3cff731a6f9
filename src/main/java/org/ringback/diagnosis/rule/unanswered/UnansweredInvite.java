package org.ringback.diagnosis.rule.unanswered;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.Attempt;
import org.ringback.call.CallNumber;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.LegsBeside;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.NextWay;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/**
 * An INVITE that got no response at all on a hop. Over UDP a sender repeats it until the first response (RFC 3261,
 * 17.1.1.2), so repetitions prove that it heard nothing, and their absence that it did hear something. What the user sees
 * then, a 408 or 503, is made up by their own phone (8.1.3.1) and is in no packet.
 */
public final class UnansweredInvite implements Rule {

    private static final Kind OVER_UDP = Kind.of(
                    "invite-unanswered-udp", Weight.FAILURE, 3261, "8.1.3.1", "sender", "receiver", "repeats", "wait")
            .unless(
                    "too-large-for-udp",
                    "nat-binding-aged-out",
                    "called-at-former-address",
                    "registered-private-target")
            .unless(Undelivered.OUTSIDE);
    private static final Kind OVER_TCP = Kind.of(
                    "invite-unanswered-tcp", Weight.FAILURE, 3261, "8.1.3.1", "sender", "receiver")
            .unless(ConnectionLost.IDS);
    private static final Kind IN_LOG =
            Kind.of("invite-unanswered", Weight.FAILURE, 3261, "8.1.3.1", "sender", "receiver");
    private static final Kind BEHIND = Kind.of(
                    "next-hop-silent", Weight.FAILURE, 3261, "16.8", "sender", "receiver", "code")
            .unless(Undelivered.OUTSIDE)
            .unless(ConnectionLost.IDS);
    private static final Kind IN_VAIN = Kind.of("tried-in-vain", Weight.TROUBLE, 3261, "17.1.1.2", "receiver", "wait")
            .unless(Undelivered.OUTSIDE);
    private static final Kind BESIDE = Kind.of(
                    "silent-beside-answered",
                    Weight.TROUBLE,
                    3261,
                    "17.1.1.2",
                    "sender",
                    "receiver",
                    "repeats",
                    "answerer")
            .unless(Undelivered.OUTSIDE)
            .settling();
    private static final Kind NEXT_TOOK_IT = Kind.of(
                    "silent-next-way-answered", Weight.TROUBLE, 3263, "4.3", "sender", "receiver", "answerer", "delay")
            .unless(Undelivered.OUTSIDE)
            .settling();
    private static final Kind NOT_CAPTURED = Kind.of(
                    "response-not-captured", Weight.BLIND, 3261, "17.1.1.2", "sender", "receiver")
            .unless(Undelivered.OUTSIDE);

    /** Until Timer B runs out: after 0.5, 1.5, 3.5, 7.5, 15.5 and 31.5 s. */
    static final int ALL_REPEATS = 6;

    /** One may be due to a response that was on its way. */
    private static final int PROOF = 2;

    /** After 3.5 s of silence only a sender that gave up or a capture that ended leaves out the rest. */
    private static final int ENOUGH = 3;

    /** What a proxy says when the next hop is silent (16.7 step 6 and 16.8), or what it makes of it. */
    private static final Set<Integer> FOR_SILENCE = Set.of(408, 480, 500, 502, 503, 504);

    @Override
    public List<Kind> kinds() {
        return Stream.concat(
                        UnansweredChange.KINDS.stream(),
                        Stream.of(OVER_UDP, OVER_TCP, IN_LOG, BEHIND, IN_VAIN, BESIDE, NEXT_TOOK_IT, NOT_CAPTURED))
                .toList();
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.UNANSWERED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Attempt attempt : examined.attempts("INVITE")) {
            for (Transaction hop : attempt.hops()) {
                if (!hop.responded()
                        && hop.request().isPresent()
                        && hop.acknowledgement().isEmpty()
                        && hop.canceledBy().filter(Transaction::responded).isEmpty()
                        && !passedOn(hop, attempt)) {
                    judge(hop, attempt, examined).ifPresent(findings);
                }
            }
        }
    }

    /** Whoever passed it on got it: where it ended is told of the hop behind. */
    public static boolean passedOn(Transaction hop, Attempt attempt) {
        return attempt.hops().stream()
                .anyMatch(next -> next != hop && !hop.server().host().isEmpty() && behind(next, hop));
    }

    /** A proxy may send from another port; on one host, where several programs run, only the port tells them apart. */
    private static boolean behind(Transaction next, Transaction hop) {
        return next.client().equals(hop.server())
                || (!hop.client().host().equals(hop.server().host())
                        && next.client().host().equals(hop.server().host())
                        && !next.server().host().equals(hop.client().host()));
    }

    private static Optional<Finding> judge(Transaction hop, Attempt attempt, Case examined) {
        Message request = hop.request().orElseThrow();
        boolean proven = hop.repeatedRequests() >= PROOF;
        Optional<Message> told = attempt.finalResponse();
        boolean waited =
                hop.repeatedRequests() >= ALL_REPEATS || Elapsed.goesOn(examined, request, Elapsed.TRANSACTION_TIMEOUT);
        if (told.isPresent()) {
            return proven || (overConnection(request) && told.get().head().status() == 408)
                    ? elsewhere(hop, attempt, told.get(), examined)
                    : Optional.empty();
        }
        Optional<NextWay> next = proven || overConnection(request) ? NextWay.after(hop, examined) : Optional.empty();
        if (next.isPresent()) {
            return Optional.of(nextTookIt(hop, next.get(), examined));
        }
        boolean silent = waited || hop.repeatedRequests() >= ENOUGH;
        if (!silent || (attempt.responded() && !proven) || wentOn(attempt, examined)) {
            return Optional.empty();
        }
        if (request.insideDialog() && proven) {
            return Optional.of(UnansweredChange.of(hop, request, waited, examined));
        }
        Optional<Message> beside = proven ? LegsBeside.answered(examined) : Optional.empty();
        if (beside.isPresent()) {
            return Optional.of(beside(hop, beside.get()));
        }
        if (proven) {
            return Optional.of(ends(OVER_UDP, waited ? Certainty.CERTAIN : Certainty.LIKELY, hop)
                    .proof(requests(hop))
                    .with("repeats", Value.of(hop.repeatedRequests()))
                    .with("wait", Elapsed.value(request, hop.last()))
                    .found());
        }
        if (overConnection(request)) {
            return Optional.of(
                    ends(OVER_TCP, Certainty.LIKELY, hop).proof(request).found());
        }
        return request.captured().transport() == Transport.UDP
                ? Optional.of(
                        ends(NOT_CAPTURED, Certainty.LIKELY, hop).proof(request).found())
                : Optional.of(
                        ends(IN_LOG, Certainty.POSSIBLE, hop).proof(request).found());
    }

    /** Whoever found another way for the same call lost nothing but time. */
    private static Finding beside(Transaction hop, Message answer) {
        List<Message> proof = new ArrayList<>(requests(hop));
        proof.add(answer);
        return ends(BESIDE, Certainty.LIKELY, hop)
                .proof(proof)
                .with("repeats", Value.of(hop.repeatedRequests()))
                .with("answerer", Value.of(answer.captured().source()))
                .found();
    }

    /** What failed is the first way; the call lost the time until the next one was tried. */
    private static Finding nextTookIt(Transaction hop, NextWay next, Case examined) {
        // Two who hide their numbers may call the same number.
        boolean known = next.opening().head().callId().equals(hop.first().head().callId())
                || !CallNumber.nobody(examined.call().from());
        List<Message> proof = new ArrayList<>(requests(hop));
        proof.add(next.opening());
        proof.add(next.answer());
        return ends(NEXT_TOOK_IT, known ? Certainty.LIKELY : Certainty.POSSIBLE, hop)
                .proof(proof)
                .with("answerer", Value.of(next.answer().captured().source()))
                .with("delay", Elapsed.value(hop.first(), next.opening()))
                .found();
    }

    /** Someone was told something in the end: because of this silence, or by another way. */
    private static Optional<Finding> elsewhere(Transaction hop, Attempt attempt, Message told, Case examined) {
        Origin origin = Origins.of(told, examined);
        // Proxies on the way back may pass on what the one before the silence said.
        boolean because = FOR_SILENCE.contains(told.head().status())
                && attempt.progress().isEmpty()
                && Stream.of(told.captured().source(), origin.firstSaidBy())
                        .anyMatch(said -> said.host().equals(hop.client().host()));
        if (because) {
            boolean sure = told.head().status() == 408 && hop.repeatedRequests() >= PROOF;
            return Optional.of(ends(BEHIND, sure ? Certainty.CERTAIN : Certainty.LIKELY, hop)
                    .proof(Stream.concat(Stream.of(told), requests(hop).stream())
                            .toList())
                    .saidBy(origin)
                    .with("code", examined.code(told))
                    .found());
        }
        return OtherWay.taken(hop, attempt, examined)
                ? Optional.of(Finding.about(IN_VAIN, Certainty.CERTAIN)
                        .proof(requests(hop))
                        .with("receiver", Value.of(hop.server()))
                        .with("wait", Elapsed.value(hop.first(), hop.last()))
                        .found())
                : Optional.empty();
    }

    static Finding.Builder ends(Kind kind, Certainty certainty, Transaction hop) {
        return Finding.about(kind, certainty)
                .with("sender", Value.of(hop.client()))
                .with("receiver", Value.of(hop.server()));
    }

    static List<Message> requests(Transaction hop) {
        return hop.messages().stream()
                .filter(message -> message.request("INVITE"))
                .toList();
    }

    private static boolean overConnection(Message request) {
        Transport transport = request.captured().transport();
        return transport != Transport.UDP && transport != Transport.UNKNOWN;
    }

    /**
     * What follows inside the dialog shows that there was a response that was not captured. The dialog was there before a
     * change of the call, so only its ACK shows that.
     */
    private static boolean wentOn(Attempt attempt, Case examined) {
        long number = attempt.root().first().head().cseq();
        if (attempt.root().first().insideDialog()) {
            return examined.messages().stream()
                    .anyMatch(
                            message -> message.request("ACK") && message.head().cseq() == number);
        }
        return examined.messages().stream()
                .anyMatch(message -> message.head().request()
                        && message.insideDialog()
                        && message.head().cseq() >= number
                        && !attempt.request().equals(Optional.of(message)));
    }
}
