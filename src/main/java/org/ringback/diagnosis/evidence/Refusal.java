package org.ringback.diagnosis.evidence;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ringback.call.Attempt;
import org.ringback.call.CallKind;
import org.ringback.call.Ending;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;

/**
 * The final response from 300 on by which somebody did not get what they asked for in the end; what was refused first and
 * granted on the next attempt (credentials, another target) is none.
 *
 * @param response where somebody on the way changed its code, as it was said first; else as its receiver was told
 * @param told what its receiver was told
 */
public record Refusal(Attempt attempt, Message response, Message told, Origin origin) {

    private static final Set<Ending> UNSEEN =
            EnumSet.of(Ending.BEGAN_BEFORE_CAPTURE, Ending.ANSWERED_ENDED_BY_CALLER, Ending.ANSWERED_ENDED_BY_CALLEE);

    private static final Set<Integer> OF_MEDIA = Set.of(488, 606);

    private static final Set<Integer> OF_KIND_OF_BODY = Set.of(406, 415);

    /** Of the call, or of a request that is no call; nothing inside a dialog. */
    static Optional<Refusal> of(Case examined) {
        List<Attempt> attempts = examined.call().kind() == CallKind.CALL
                ? examined.setup()
                : examined.attempts(examined.call().method());
        boolean granted =
                examined.call().kind() == CallKind.CALL && attempts.stream().anyMatch(Attempt::accepted);
        // What was refused on one branch is no end of a call that was answered on another, whether or not that was
        // captured.
        boolean unseen = UNSEEN.contains(examined.call().outcome().ending());
        return granted || attempts.isEmpty() || unseen
                ? Optional.empty()
                : attempts.getLast()
                        .finalResponse()
                        .filter(told -> told.head().status() >= 300)
                        .map(told -> of(attempts.getLast(), told, Origins.of(told, examined)));
    }

    private static Refusal of(Attempt attempt, Message told, Origin origin) {
        return new Refusal(attempt, origin.changed() ? origin.answer() : told, told, origin);
    }

    /** Whether somebody on the way made another code of it. */
    public boolean changed() {
        return origin.changed();
    }

    /** Whether a B2BUA made it of another refusal on its other leg. */
    public boolean saidElsewhere() {
        return origin.changed() && origin.elsewhere();
    }

    /**
     * How sure it is who refused what: that one leg was refused because another one was is not written anywhere, and
     * without its request a refusal may be that of a change.
     */
    public Certainty certainty() {
        return origin.elsewhere() || attempt.request().isEmpty() ? Certainty.LIKELY : Certainty.CERTAIN;
    }

    public int status() {
        return response.head().status();
    }

    /** Whether its code says that the media of the request do not suit (RFC 3261, 21.4.26 and 21.6.4). */
    public boolean ofMedia() {
        return OF_MEDIA.contains(status());
    }

    /** Whether its code speaks of the body of the request: of its media, or of its kind (RFC 3261, 21.4.7 and 21.4.13). */
    public boolean ofBody() {
        return ofMedia() || OF_KIND_OF_BODY.contains(status());
    }

    /** What shows a refusal: the response, the request as it was sent if it was captured, and whatever else is given. */
    public List<Message> proof(Message... more) {
        return Stream.of(Stream.of(response), attempt.request().stream(), Stream.of(more))
                .flatMap(part -> part)
                .toList();
    }

    /** The request as it arrived where it was refused, else as it was sent. */
    public Optional<Message> request() {
        return atRefuser(attempt.hops().stream())
                .or(() -> attempt.hops().stream()
                        .flatMap(hop -> hop.request().stream())
                        .findFirst());
    }

    /** Where the request was to go when it was refused: its Request-URI on the hop that refused it, or an empty string. */
    public String target(Case examined) {
        return arrived(examined)
                .or(attempt::request)
                .flatMap(request -> examined.read(request).requestUri())
                .orElse("");
    }

    /** The request as it arrived where it was refused first, also on another leg; empty if that was not captured. */
    public Optional<Message> arrived(Case examined) {
        return atRefuser(Stream.concat(attempt.hops().stream(), hopsElsewhere(examined)));
    }

    private Optional<Message> atRefuser(Stream<Transaction> hops) {
        return hops.filter(hop -> hop.server().equals(origin.firstSaidBy()))
                .flatMap(hop -> hop.request().stream())
                .findFirst();
    }

    /** Where another leg was refused, that leg shows what was asked for there. */
    private Stream<Transaction> hopsElsewhere(Case examined) {
        return !origin.elsewhere()
                ? Stream.empty()
                : examined
                        .circumstances()
                        .others()
                        .withId(origin.answer().head().callId())
                        .stream()
                        .flatMap(call -> call.setup().stream())
                        .flatMap(made -> made.hops().stream());
    }

    /** The 100 that the sender got before it, if it was not the same hop's only word. */
    public Optional<Message> trying() {
        return attempt.hops().stream()
                .filter(hop -> hop.messages().contains(told))
                .map(Transaction::responses)
                .flatMap(List::stream)
                .filter(Message::provisional)
                .findFirst();
    }

    /** What says how long it took: from the request to the response on the same hop. */
    public Value wait(Message start) {
        return Elapsed.value(start, told);
    }
}
