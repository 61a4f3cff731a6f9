package org.ringback.diagnosis.rule.media;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Exchange;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sightings;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.evidence.Talk;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.flow.CallStream;
import org.ringback.flow.Side;
import org.ringback.sip.OfferAnswer;

/** A description before the answer promises early media, and none comes: who calls hears nothing while it rings (RFC 3960). */
final class SilentProgress implements Rule {

    private static final Kind SILENT =
            Kind.of("early-media-silent", Weight.TROUBLE, 3960, "3.2", "speaker", "heard", "span");

    private static final long LONG = 4_000_000;

    @Override
    public List<Kind> kinds() {
        return List.of(SILENT);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.MEDIA, Sign.CALL, Sign.ANSWERED, Sign.SESSION_PROGRESS);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        examined.talk()
                .filter(talk -> talk.media().wholeRtp())
                .flatMap(talk -> look(talk, examined))
                .ifPresent(findings);
    }

    private static Optional<Finding> look(Talk talk, Case examined) {
        Exchange.Round first = talk.exchange().agreed().getFirst();
        Optional<Message> progress = examined
                .responses(response -> response.head().status() == 183
                        && response.head().method().equals("INVITE"))
                .stream()
                .filter(response -> description(response, examined))
                .findFirst();
        boolean ringing =
                !examined.responses(response -> response.head().status() == 180).isEmpty();
        long heard = talk.firstTo(Side.CALLER);
        if (progress.isEmpty()
                || ringing
                || progress.get().time() == Captured.NO_TIME
                || heard == Captured.NO_TIME
                || first.offerer() != OfferAnswer.Side.CALLER) {
            return Optional.empty();
        }
        long silent = Math.min(heard, talk.answer().time()) - progress.get().time();
        boolean before = talk.media().toward(Side.CALLER).stream()
                .anyMatch(stream ->
                        stream.stream().first().time() < progress.get().time() + LONG);
        return silent < LONG || before ? Optional.empty() : Optional.of(found(talk, progress.get(), silent));
    }

    private static boolean description(Message response, Case examined) {
        return examined.read(response).sdp().filter(Audio::speaksNow).isPresent();
    }

    private static Finding found(Talk talk, Message progress, long silent) {
        CallStream stream = talk.heardBy(Side.CALLER).getFirst();
        return Finding.about(SILENT, Certainty.LIKELY)
                .proof(progress, talk.answer())
                .seen(List.of(Sightings.first(stream.stream())))
                .with("speaker", Value.of(stream.stream().source()))
                .with("heard", Value.of(stream.stream().destination()))
                .with("span", Elapsed.value(silent))
                .found();
    }
}
