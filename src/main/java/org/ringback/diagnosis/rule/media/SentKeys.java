package org.ringback.diagnosis.rule.media;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Sightings;
import org.ringback.diagnosis.evidence.Talk;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.flow.CallStream;
import org.ringback.media.KeyPress;
import org.ringback.media.MediaStream;

/** Keys that are sent and may not be understood: events without an end, too short, under a number that nobody named, or twice. */
final class SentKeys implements TalkRule {

    private static final Kind NO_END =
            Kind.of("dtmf-without-end", Weight.TROUBLE, 4733, "2.5.1.4", "speaker", "heard", "keys");
    private static final Kind SHORT =
            Kind.of("dtmf-too-short", Weight.TROUBLE, 4733, "2.5.1.2", "speaker", "heard", "keys", "span");
    private static final Kind TWICE = Kind.of("dtmf-sent-twice", Weight.TROUBLE, 4733, null, "speaker", "key", "apart");

    /** What many detectors need (Q.24: 40 ms). */
    private static final double NEEDED = 40;

    private static final int CLOCK = 8000;
    private static final long SAME_PRESS = 1_500_000;
    private static final Pattern SIGNAL = Pattern.compile("(?im)^\\s*Signal\\s*=\\s*([0-9*#A-D])");

    @Override
    public List<Kind> kinds() {
        return List.of(NO_END, SHORT, TWICE);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        for (CallStream stream : talk.media().streams()) {
            List<KeyPress> pressed = stream.stream().keys().stream()
                    .filter(press -> event(stream, press))
                    .toList();
            if (!pressed.isEmpty() && stream.sound()) {
                noEnd(stream.stream(), pressed, talk).ifPresent(findings);
                tooShort(stream, pressed, talk).ifPresent(findings);
                twice(stream.stream(), pressed, examined).ifPresent(findings);
            }
        }
    }

    /** Whether its payload type is agreed to be one for keys. */
    private static boolean event(CallStream stream, KeyPress press) {
        return stream.format(press.payloadType())
                .filter(format -> format.encoding().equalsIgnoreCase("telephone-event"))
                .isPresent();
    }

    /** Lost ends count only where nothing else is lost: else the network is to blame. */
    private static Optional<Finding> noEnd(MediaStream stream, List<KeyPress> pressed, Talk talk) {
        List<KeyPress> open = pressed.stream()
                .filter(press -> !press.ended() && goesOn(stream, press))
                .toList();
        return open.isEmpty() || stream.loss().lost() > 0 || stream.loss().restarts() > 0
                ? Optional.empty()
                : Optional.of(about(NO_END, Certainty.CERTAIN, stream, open.getFirst(), talk)
                        .with("keys", keys(open))
                        .found());
    }

    /** Whether the stream lasts so much longer than a press that its end would have come. */
    private static boolean goesOn(MediaStream stream, KeyPress press) {
        long pressed = 1_000_000 * press.ticks() / CLOCK;
        return stream.last().time() - press.begin().time() > pressed + SAME_PRESS;
    }

    private static Optional<Finding> tooShort(CallStream stream, List<KeyPress> pressed, Talk talk) {
        List<KeyPress> brief = pressed.stream()
                .filter(press -> press.ended() && press.ticks() > 0 && millis(stream, press) < NEEDED)
                .toList();
        return brief.isEmpty()
                ? Optional.empty()
                : Optional.of(about(SHORT, Certainty.LIKELY, stream.stream(), brief.getFirst(), talk)
                        .with("keys", keys(brief))
                        .with("span", Value.of(Duration.ofMillis(Math.round(millis(stream, brief.getFirst())))))
                        .found());
    }

    private static double millis(CallStream stream, KeyPress press) {
        int rate = stream.format(press.payloadType())
                .map(format -> format.rate())
                .filter(known -> known > 0)
                .orElse(CLOCK);
        return 1000.0 * press.ticks() / rate;
    }

    /** The same key as an event and in an INFO: whoever takes both hears it twice. */
    private static Optional<Finding> twice(MediaStream stream, List<KeyPress> pressed, Case examined) {
        for (Message info : examined.requests("INFO")) {
            Matcher signal = SIGNAL.matcher(info.lookup().body());
            if (info.time() != Captured.NO_TIME
                    && info.captured().source().host().equals(stream.source().host())
                    && signal.find()) {
                String key = signal.group(1).toUpperCase(Locale.ROOT);
                Optional<KeyPress> same = pressed.stream()
                        .filter(press -> press.key().equals(key)
                                && Math.abs(press.begin().time() - info.time()) < SAME_PRESS)
                        .findFirst();
                if (same.isPresent()) {
                    return Optional.of(Finding.about(TWICE, Certainty.CERTAIN)
                            .proof(info)
                            .seen(List.of(Sightings.of(stream, same.get().begin())))
                            .with("speaker", Value.of(stream.source()))
                            .with("key", key)
                            .with(
                                    "apart",
                                    Elapsed.value(Math.abs(same.get().begin().time() - info.time())))
                            .found());
                }
            }
        }
        return Optional.empty();
    }

    private static Value keys(List<KeyPress> pressed) {
        return Value.of(pressed.stream().map(KeyPress::key).distinct().toList());
    }

    private static Finding.Builder about(
            Kind kind, Certainty certainty, MediaStream stream, KeyPress press, Talk talk) {
        return Finding.about(kind, certainty)
                .proof(talk.answer())
                .seen(List.of(Sightings.of(stream, press.begin())))
                .with("speaker", Value.of(stream.source()))
                .with("heard", Value.of(stream.destination()));
    }
}
