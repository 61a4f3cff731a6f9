package org.ringback.diagnosis.rule.unanswered;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Change;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Fax;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.sip.Sdp;

/** A re-INVITE that got no response: what it was to change, and what became of that (RFC 3261, 14.1). */
final class UnansweredChange {

    private static final Kind CHANGE = Kind.of(
                    "change-unanswered", Weight.FAILURE, 3261, "14.1", "sender", "receiver", "repeats", "wait")
            .unless("session-refresh-unanswered", "too-large-for-udp", "private-target")
            .unless("request-inside-undelivered", "connection-reset", "connection-closed-early");
    private static final Kind CHANGE_ENDED = Kind.of(
                    "change-unanswered-ended",
                    Weight.FAILURE,
                    3261,
                    "14.1",
                    "sender",
                    "receiver",
                    "repeats",
                    "wait",
                    "after")
            .unless("session-refresh-unanswered", "too-large-for-udp", "private-target")
            .unless("request-inside-undelivered", "connection-reset", "connection-closed-early");
    private static final Kind HOLD = ofChange("hold-unanswered");
    private static final Kind FAX = ofChange("fax-change-unanswered");
    private static final Kind DONE_LATER = Kind.of(
                    "change-unanswered-then-done",
                    Weight.TROUBLE,
                    3261,
                    "14.1",
                    "sender",
                    "receiver",
                    "repeats",
                    "later")
            .unless("too-large-for-udp", "private-target", "request-inside-undelivered");
    static final List<Kind> KINDS = List.of(CHANGE, CHANGE_ENDED, DONE_LATER, HOLD, FAX);

    /** Most senders give a change up by then, some before Timer B runs out. */
    private static final Duration GAVE_UP = Duration.ofSeconds(15);

    /** Who wanted a change tries again within that. */
    private static final Duration SOON = Duration.ofMinutes(2);

    private UnansweredChange() {}

    private static Kind ofChange(String id) {
        return Kind.of(id, Weight.FAILURE, 3261, "14.1", "sender", "receiver", "repeats", "wait")
                .unless("too-large-for-udp", "private-target")
                .unless("request-inside-undelivered", "connection-reset", "connection-closed-early");
    }

    /** A change of a running call that nobody answers; its sender may then end the call (14.1). */
    static Finding of(Transaction hop, Message request, boolean waited, Case examined) {
        Change wish = Change.of(request, examined);
        Optional<Message> later = doneLater(hop, request, wish, examined);
        if (later.isPresent()) {
            List<Message> proof = new ArrayList<>(UnansweredInvite.requests(hop));
            proof.add(later.get());
            return UnansweredInvite.ends(DONE_LATER, Certainty.LIKELY, hop)
                    .proof(proof)
                    .with("repeats", Value.of(hop.repeatedRequests()))
                    .with("later", Elapsed.value(hop.last(), later.get()))
                    .found();
        }
        Optional<Message> bye = examined.requests("BYE").stream()
                .filter(end -> end.head().fromTag().equals(request.head().fromTag())
                        && end.head().cseq() > request.head().cseq())
                .findFirst()
                .filter(end -> waitedFor(hop, request, end));
        List<Message> proof = new ArrayList<>(UnansweredInvite.requests(hop));
        bye.ifPresent(proof::add);
        Kind kind = ofPurpose(
                wish == Change.FAX && faxAgreedLater(request, examined) ? Change.OTHER : wish, bye.isPresent());
        // A fax may get through as the sound that was agreed on before.
        boolean sure = waited && bye.isEmpty() && !kind.equals(FAX);
        var finding = UnansweredInvite.ends(kind, sure ? Certainty.CERTAIN : Certainty.LIKELY, hop)
                .proof(proof)
                .with("repeats", Value.of(hop.repeatedRequests()))
                .with("wait", Elapsed.value(request, hop.last()));
        bye.filter(_ -> kind.equals(CHANGE_ENDED)).ifPresent(end -> finding.with("after", Elapsed.value(request, end)));
        return finding.found();
    }

    /** The answer to a later try of the same sender to change the same. */
    private static Optional<Message> doneLater(Transaction hop, Message request, Change wish, Case examined) {
        return examined.attempts("INVITE").stream()
                .filter(attempt -> attempt.request()
                        .filter(again -> again.insideDialog()
                                && again.head().fromTag().equals(request.head().fromTag())
                                && Elapsed.between(hop.last(), again).isPresent())
                        .isPresent())
                .filter(Attempt::accepted)
                .findFirst()
                // What was changed after another change, or much later, is wanted anew.
                .filter(attempt -> attempt.request()
                        .filter(again -> Elapsed.between(hop.last(), again)
                                        .filter(later -> later.compareTo(SOON) <= 0)
                                        .isPresent()
                                && ((wish != Change.OTHER && Change.of(again, examined) == wish)
                                        || sameMedia(again, request, examined)))
                        .isPresent())
                .flatMap(Attempt::finalResponse);
    }

    /** A repeated wish seems to change nothing beside the first one, which nobody heard. */
    private static boolean sameMedia(Message again, Message request, Case examined) {
        return examined.read(again)
                .sdp()
                .map(Sdp::media)
                .filter(media -> examined.read(request)
                        .sdp()
                        .filter(wanted -> wanted.media().equals(media))
                        .isPresent())
                .isPresent();
    }

    /** Whether the other side asked for fax itself, or a further try got through. */
    private static boolean faxAgreedLater(Message request, Case examined) {
        return examined.exchanges().stream()
                .flatMap(exchange -> exchange.agreed().stream())
                .filter(round -> Elapsed.between(request, round.offered()).isPresent())
                .anyMatch(round -> round.answer().filter(Fax::alone).isPresent());
    }

    private static Kind ofPurpose(Change change, boolean ended) {
        return switch (change) {
            case HOLD -> HOLD;
            case FAX -> FAX;
            default -> ended ? CHANGE_ENDED : CHANGE;
        };
    }

    /** Whoever hangs up sooner may have another reason. */
    private static boolean waitedFor(Transaction hop, Message request, Message end) {
        return hop.repeatedRequests() >= UnansweredInvite.ALL_REPEATS - 1
                || Elapsed.between(request, end)
                        .filter(time -> time.compareTo(GAVE_UP) >= 0)
                        .isPresent();
    }
}
