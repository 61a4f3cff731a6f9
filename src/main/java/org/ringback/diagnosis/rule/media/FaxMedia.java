package org.ringback.diagnosis.rule.media;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Exchange;
import org.ringback.diagnosis.evidence.Fax;
import org.ringback.diagnosis.evidence.Sightings;
import org.ringback.diagnosis.evidence.Talk;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.flow.CallStream;
import org.ringback.media.MediaFlow;
import org.ringback.media.MediaStream;

/** T.38 was agreed and sound goes on as RTP: one of the two did not switch, and the fax fails (RFC 3362, RFC 6913). */
final class FaxMedia implements TalkRule {

    private static final Kind STILL_RTP =
            Kind.of("fax-still-rtp", Weight.TROUBLE, 3362, null, "speaker", "heard", "span");

    /** So long the other one may not have noticed yet. */
    private static final long SWITCHING = 3_000_000;

    @Override
    public List<Kind> kinds() {
        return List.of(STILL_RTP);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        Exchange.Round last = talk.exchange().agreed().getLast();
        if (Fax.alone(last.offer()) && last.answer().filter(Fax::alone).isPresent()) {
            Message answered = last.answered().orElseThrow();
            look(talk, last, answered).ifPresent(findings);
        }
    }

    private static Optional<Finding> look(Talk talk, Exchange.Round last, Message answered) {
        return talk.media().streams().stream()
                .filter(CallStream::sound)
                .map(CallStream::stream)
                .filter(stream -> Talk.sameClock(answered, stream) && !switched(talk, stream, answered))
                .filter(stream ->
                        goesOn(talk, stream, answered) && stream.last().time() - answered.time() > SWITCHING)
                .findFirst()
                .map(stream -> found(stream, last, answered));
    }

    /** Whether it began before, or takes the place of one that did: some begin a new stream whenever something is agreed. */
    private static boolean goesOn(Talk talk, MediaStream stream, Message answered) {
        return stream.first().time() < answered.time()
                || (stream.first().time() - answered.time() <= SWITCHING
                        && talk.media().streams().stream()
                                .map(CallStream::stream)
                                .anyMatch(before -> before.first().time() < answered.time()
                                        && before.source().equals(stream.source())
                                        && before.destination().equals(stream.destination())));
    }

    /** Whether its sender sends something else than RTP to the same host: what goes on beside it is a remainder. */
    private static boolean switched(Talk talk, MediaStream stream, Message answered) {
        return talk.media().flows().stream()
                .anyMatch(flow -> flow.kind() == MediaFlow.Kind.OTHER
                        && flow.source().host().equals(stream.source().host())
                        && flow.destination().host().equals(stream.destination().host())
                        && flow.last().time() > answered.time());
    }

    private static Finding found(MediaStream stream, Exchange.Round last, Message answered) {
        return Finding.about(STILL_RTP, Certainty.LIKELY)
                .proof(answered, last.offered())
                .seen(List.of(Sightings.last(stream)))
                .with("speaker", Value.of(stream.source()))
                .with("heard", Value.of(stream.destination()))
                .with("span", Elapsed.value(stream.last().time() - answered.time()))
                .found();
    }
}
