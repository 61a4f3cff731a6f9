package org.ringback.diagnosis.rule.refusal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.LegsBeside;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalFinding;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.diagnosis.rule.unanswered.ConnectionLost;

/**
 * A refused leg of a B2BUA whose other legs say more: one of them was answered, so that nothing failed, or the one behind got no
 * response, so that the silence is there.
 */
final class OtherLegDecides implements Rule {

    private static final Kind ANSWERED = Kind.of(
                    "answered-on-other-leg", Weight.NORMAL, 3261, "6", "refuser", "code", "sender", "answerer")
            .settling();
    private static final Kind TAKEN = Kind.of(
                    "taken-by-pbx-itself", Weight.NORMAL, 3261, "6", "refuser", "code", "sender")
            .settling();
    private static final Kind SILENT =
            Kind.of("leg-behind-silent", Weight.FAILURE, 3261, "8.1.3.1", "refuser", "code", "receiver", "repeats");

    private static final Kind CHALLENGED =
            Kind.of("leg-behind-challenged", Weight.FAILURE, 3261, "22.2", "refuser", "code", "receiver", "asked");

    private static final Kind BROKEN =
            Kind.of("leg-behind-connection-broken", Weight.FAILURE, 3261, "18.4", "refuser", "code", "receiver");
    private static final Kind GIVEN_UP =
            Kind.of("leg-behind-given-up", Weight.FAILURE, 3261, "9.1", "refuser", "code", "receiver", "wait");
    private static final Kind RANG =
            Kind.of("nobody-answered-behind", Weight.FAILURE, 3261, "9.1", "refuser", "code", "receiver", "rang");

    /** Two or three rings: who cancels sooner had another reason. */
    private static final Duration LONG = Duration.ofSeconds(8);

    /** No dial plan gives a next hop less time than that; who cancels sooner had another reason. */
    private static final Duration IN_TIME = Duration.ofSeconds(3);

    /** What is said of a person, after whom voicemail comes. */
    private static final Set<Integer> OF_PEOPLE = Set.of(408, 480, 486, 600, 603);

    private static final int FLOW_FAILED = 430;

    /** After which the next trunk is tried, or the next connection of the same client (RFC 5626). */
    private static final Set<Integer> OF_TRUNKS = Set.of(FLOW_FAILED, 500, 502, 503, 504);

    /** What a B2BUA makes of silence. */
    private static final Set<Integer> FOR_SILENCE = Set.of(408, 480, 500, 502, 503, 504);

    /** A phone beside the one that answered gets a CANCEL, and says so. */
    private static final int CANCELED = 487;

    @Override
    public List<Kind> kinds() {
        return List.of(ANSWERED, TAKEN, SILENT, CHALLENGED, BROKEN, GIVEN_UP, RANG);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        examined.refusal()
                .filter(refusal -> (refusal.status() >= 400 || Redirection.unfollowed(refusal, examined))
                        && refusal.status() != CANCELED
                        && !refusal.response().challenge())
                .flatMap(refusal -> LegsBeside.answered(examined)
                        .or(() -> next(refusal, examined))
                        .map(answer -> answered(refusal, answer, examined))
                        .or(() -> taken(refusal, examined))
                        .or(() -> silent(refusal, examined))
                        .or(() -> challenged(refusal, examined))
                        .or(() -> broken(refusal, examined)))
                .ifPresent(findings);
    }

    /** A trunk that fails is left for the next one. */
    private static Optional<Message> next(Refusal refusal, Case examined) {
        return OF_TRUNKS.contains(refusal.status())
                ? LegsBeside.answeredNext(examined, refusal.told().time(), refusal.status() == FLOW_FAILED)
                : Optional.empty();
    }

    private static Finding answered(Refusal refusal, Message answer, Case examined) {
        return RefusalFinding.about(ANSWERED, Certainty.LIKELY, refusal, examined)
                .proof(refusal.response(), answer)
                .with("sender", Value.of(answer.captured().destination()))
                .with("answerer", Value.of(answer.captured().source()))
                .found();
    }

    private static Optional<Finding> taken(Refusal refusal, Case examined) {
        return OF_PEOPLE.contains(refusal.status())
                ? LegsBeside.answeredItself(examined, refusal.told().time())
                        .map(answer -> RefusalFinding.about(TAKEN, Certainty.LIKELY, refusal, examined)
                                .proof(refusal.response(), answer)
                                .with("sender", Value.of(answer.captured().source()))
                                .found())
                : Optional.empty();
    }

    private static Optional<Finding> silent(Refusal refusal, Case examined) {
        if (!FOR_SILENCE.contains(refusal.status())
                || refusal.changed()
                || refusal.attempt().ringing().isPresent()) {
            return Optional.empty();
        }
        return LegsBeside.silent(refusal, examined)
                .map(hop -> silent(refusal, hop, examined))
                .or(() -> LegsBeside.rang(refusal, examined).flatMap(attempt -> rang(refusal, attempt, examined)))
                .or(() -> LegsBeside.givenUp(refusal, examined).flatMap(hop -> givenUp(refusal, hop, examined)));
    }

    private static Finding silent(Refusal refusal, Transaction hop, Case examined) {
        List<Message> proof = new ArrayList<>(List.of(refusal.response()));
        hop.messages().stream().filter(message -> message.request("INVITE")).forEach(proof::add);
        // An SBC has another address on its other side; that it is the same one is not written anywhere.
        boolean here =
                hop.client().host().equals(refusal.told().captured().source().host());
        return RefusalFinding.about(SILENT, here ? Certainty.LIKELY : Certainty.POSSIBLE, refusal, examined)
                .proof(proof)
                .with("receiver", Value.of(hop.server()))
                .with("repeats", Value.of(hop.repeatedRequests()))
                .found();
    }

    private static Optional<Finding> challenged(Refusal refusal, Case examined) {
        return refusal.changed()
                ? Optional.empty()
                : LegsBeside.challenged(refusal, examined)
                        .map(challenge -> RefusalFinding.about(CHALLENGED, Certainty.LIKELY, refusal, examined)
                                .proof(refusal.response(), challenge)
                                .with("receiver", Value.of(challenge.captured().source()))
                                .with("asked", examined.code(challenge))
                                .found());
    }

    /** Over a connection nothing is repeated: there the end of the connection shows that no answer came. */
    private static Optional<Finding> broken(Refusal refusal, Case examined) {
        if (!FOR_SILENCE.contains(refusal.status()) || refusal.changed()) {
            return Optional.empty();
        }
        return LegsBeside.only(examined).flatMap(leg -> {
            List<Finding> found = new ArrayList<>();
            new ConnectionLost().examine(new Case(leg, examined.circumstances()), found::add);
            return found.stream()
                    .filter(lost -> before(lost, refusal))
                    .findFirst()
                    .map(lost -> RefusalFinding.about(BROKEN, Certainty.LIKELY, refusal, examined)
                            .proof(Stream.concat(Stream.of(refusal.response()), lost.evidence().stream())
                                    .toList())
                            .seen(lost.sightings())
                            .with("receiver", Value.of(leg.opening().captured().destination()))
                            .found());
        });
    }

    /** A connection that breaks after the refusal did not bring it about. */
    private static boolean before(Finding lost, Refusal refusal) {
        return lost.sightings().stream()
                .allMatch(packet -> packet.time() <= refusal.told().time());
    }

    private static Optional<Finding> givenUp(Refusal refusal, Transaction hop, Case examined) {
        return hop.canceledBy()
                .flatMap(Transaction::request)
                .flatMap(cancel -> hop.request()
                        .filter(request -> Elapsed.between(request, cancel)
                                .filter(wait -> wait.compareTo(IN_TIME) >= 0)
                                .isPresent())
                        .map(request -> RefusalFinding.about(GIVEN_UP, Certainty.LIKELY, refusal, examined)
                                .proof(refusal.response(), request, cancel)
                                .with("receiver", Value.of(hop.server()))
                                .with("wait", Elapsed.value(request, cancel))
                                .found()));
    }

    private static Optional<Finding> rang(Refusal refusal, Attempt attempt, Case examined) {
        if (heard(refusal, examined)) {
            return Optional.empty();
        }
        Message ringing = attempt.ringing().orElseThrow();
        Message cancel = attempt.cancel().orElseThrow();
        return Elapsed.between(ringing, cancel)
                .filter(rang -> rang.compareTo(LONG) >= 0)
                .map(rang -> RefusalFinding.about(RANG, Certainty.LIKELY, refusal, examined)
                        .proof(refusal.response(), ringing, cancel)
                        .with("receiver", Value.of(attempt.root().server()))
                        .with("rang", Value.of(rang))
                        .found());
    }

    /** Whether the caller may have heard it ring by the sound of the B2BUA itself. */
    private static boolean heard(Refusal refusal, Case examined) {
        return refusal.attempt()
                .progress()
                .filter(told -> examined.read(told).sdp().isPresent())
                .isPresent();
    }
}
